import { hallsOf } from '../../../shared/floorplan/model.ts'
import { layOut } from '../../services/layout.ts'
import { publish, saveDraft } from '../../services/plans.ts'
import { type Command, type Options, textOption } from '../command.ts'
import { requireSalon } from '../require-salon.ts'
import { Unusable } from '../unusable.ts'

export const layout: Command = {
  usage: 'layout [--hall-size <number>] [--seed <number>] [--draft]',
  summary: 'lays halls and alleys out for everybody and publishes the plan',
  details: `  --hall-size <number>  most booths in a hall (200)
  --seed <number>       another number, another park (1)
  --draft               only as the draft that organizers go on drawing; visitors see nothing of it

A booth keeps its id as long as its exhibitor takes part. The same exhibitors and stages give the same plan, and then
no new version.`,
  options: { 'hall-size': { type: 'string' }, seed: { type: 'string' }, draft: { type: 'boolean' } },
  files: 0,
  async run(db, terminal, options) {
    await requireSalon(db)
    const wish = { hallSize: numberOption(options, 'hall-size'), seed: numberOption(options, 'seed') }
    const plan = await layOut(db, wish).catch((error: unknown) => {
      throw error instanceof RangeError ? new Unusable(`No plan: ${error.message}.`) : error
    })
    await saveDraft(db, plan, new Date())
    const booths = Object.values(plan.records).filter(({ type }) => type === 'booth').length
    const what = `${booths} booths in ${hallsOf(plan).length} halls`
    if (options.draft) {
      terminal.print(`Drafted, nothing published: ${what}.`)
      return true
    }
    const { version, changed } = await publish(db, plan, new Date())
    terminal.print(changed ? `Published as version ${version}: ${what}.` : `Unchanged, version ${version}: ${what}.`)
    return true
  },
}

function numberOption(options: Options, name: string): number | null {
  const text = textOption(options, name)
  if (text === '') return null
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Unusable(`--${name} must be a whole number above 0, not «${text}».`)
  return Number(text)
}
