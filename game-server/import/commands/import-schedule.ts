import { arrange } from '../../services/arrange.ts'
import { type Command, textOption } from '../command.ts'
import { Progress } from '../progress.ts'
import { printDone, printRejected } from '../report.ts'
import { requireSalon } from '../require-salon.ts'
import { readSchedule } from '../schedule.ts'
import { Unusable } from '../unusable.ts'

export const importSchedule: Command = {
  usage: 'import schedule <file> [--stands <pattern>]',
  summary: 'a programme: schedule.xml as pentabarf, frab and pretalx write it',
  details: `  --stands <pattern>  rooms with such a name (a regular expression, for example '^S\\.') are stands: they become
                      exhibitors of kind community, and their events happen at the booth
  --time-zone <zone>  of the times in the file, where it does not say itself (the salon's)

All events are imported or, when any is wrong, none. Imported once more, a file changes nothing.`,
  options: { stands: { type: 'string' }, 'time-zone': { type: 'string' } },
  files: 1,
  async run(db, terminal, options, [file = '']) {
    const salon = await requireSalon(db)
    const progress = new Progress(terminal, 'events')
    const timeZone = textOption(options, 'time-zone', salon.timeZone)
    const { content, rejected } = await readSchedule(file, { stands: patternOf(options.stands), timeZone }, progress.at)
    progress.done()
    if (rejected.length > 0) {
      printRejected(terminal, rejected)
      return false
    }
    printDone(terminal, await arrange(db, content))
    return true
  },
}

function patternOf(stands: string | boolean | undefined): RegExp | null {
  if (typeof stands !== 'string') return null
  try {
    return new RegExp(stands, 'u')
  } catch (error) {
    throw new Unusable(`--stands: ${(error as Error).message}.`)
  }
}
