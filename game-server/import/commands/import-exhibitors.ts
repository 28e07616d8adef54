import { arrange } from '../../services/arrange.ts'
import type { Command } from '../command.ts'
import { readExhibitors } from '../exhibitor-file.ts'
import { TABLE_COLUMNS } from '../exhibitor-table.ts'
import { Progress } from '../progress.ts'
import { printDone, printRejected } from '../report.ts'
import { requireSalon } from '../require-salon.ts'

export const importExhibitors: Command = {
  usage: 'import exhibitors <file>',
  summary: 'organisations: .json like the list of universities, .csv of regions, or our own .csv',
  details: `The columns of our own .csv, of which only a name is required:
  ${TABLE_COLUMNS.join(', ')}
  kind        business (if left out), region, institution or community
  tags        separated by ;
  booth_size  1, 2, 3 or 4 units of 3×3 m in a row, or island

All rows are imported or, when any is wrong, none. Imported once more, a file changes nothing.`,
  options: {},
  files: 1,
  async run(db, terminal, _options, [file = '']) {
    await requireSalon(db)
    const progress = new Progress(terminal, 'rows')
    const { records, rejected } = await readExhibitors(file, progress.at)
    progress.done()
    if (rejected.length > 0) {
      printRejected(terminal, rejected)
      return false
    }
    printDone(terminal, await arrange(db, { exhibitors: records }))
    return true
  },
}
