import { isTimeZone } from '../../../shared/programme/zoned-time.ts'
import { slug } from '../../../shared/salon/slug.ts'
import { arrange } from '../../services/arrange.ts'
import { findSalon } from '../../services/salon.ts'
import { type Command, textOption } from '../command.ts'
import { printDone } from '../report.ts'
import { Unusable } from '../unusable.ts'

export const create: Command = {
  usage: 'create --name-ru <name> --name-en <name> [options]',
  summary: 'makes an empty salon in an empty database',
  details: `  --name-ru, --name-en        what it is called; one of them at least
  --tagline-ru, --tagline-en  one sentence under the name
  --time-zone <zone>          in which the programme is drawn up (Europe/Moscow)
  --id <id>                   for its address (made of the name)

A database holds one salon. Created once more under the same id, it takes the new names.`,
  options: {
    'name-ru': { type: 'string' },
    'name-en': { type: 'string' },
    'tagline-ru': { type: 'string' },
    'tagline-en': { type: 'string' },
    'time-zone': { type: 'string' },
    id: { type: 'string' },
  },
  files: 0,
  async run(db, terminal, options) {
    const both = (name: string) => ({ ru: textOption(options, `${name}-ru`), en: textOption(options, `${name}-en`) })
    const name = both('name')
    if (name.ru === '' && name.en === '') throw new Unusable('The salon needs a name: --name-ru or --name-en.')
    const timeZone = textOption(options, 'time-zone', 'Europe/Moscow')
    if (!isTimeZone(timeZone)) throw new Unusable(`--time-zone: there is no time zone «${timeZone}».`)
    const id = textOption(options, 'id', slug(name.en || name.ru))
    const present = await findSalon(db)
    if (present && present.id !== id) {
      throw new Unusable(`This database already holds the salon «${present.id}»: use another DATA_DIR or DATABASE_URL.`)
    }
    printDone(terminal, await arrange(db, { salon: { id, name, tagline: both('tagline'), timeZone, demo: false } }))
    return true
  },
}
