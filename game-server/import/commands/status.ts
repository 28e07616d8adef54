import { inLanguage } from '../../../shared/language.ts'
import { type SalonStatus, salonStatus } from '../../services/status.ts'
import type { Command } from '../command.ts'

export const status: Command = {
  usage: 'status [--json]',
  summary: 'what is in the salon',
  details: '  --json  for programs',
  options: { json: { type: 'boolean' } },
  files: 0,
  async run(db, terminal, { json }) {
    const found = await salonStatus(db)
    if (json) terminal.print(JSON.stringify(found))
    else terminal.print(found === null ? 'There is no salon in this database yet.' : asText(found))
    return true
  },
}

function asText({ salon, exhibitors, programme, plan, people }: SalonStatus): string {
  const kinds = Object.entries(exhibitors.byKind).map(([kind, count]) => `${kind} ${count}`)
  const halls = plan.halls.map(({ name, booths, vacant }) => {
    return `  ${inLanguage(name, 'en')}: ${booths} booths${vacant > 0 ? `, ${vacant} of them without exhibitor` : ''}`
  })
  return [
    `${inLanguage(salon.name, 'en')} (${salon.id})${salon.demo ? ', the demo' : ''}`,
    `Exhibitors: ${exhibitors.total}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}, ${exhibitors.withoutBooth} without booth`,
    `Programme: ${programme.sessions} sessions, ${programme.onStages} on ${programme.stages} stages and ${programme.atBooths} at booths; ${programme.speakers} speakers, ${programme.tracks} tracks, ${programme.periods} periods`,
    plan.version === null
      ? 'Plan: none yet, see «layout»'
      : `Plan: version ${plan.version}, ${plan.halls.length} halls`,
    ...halls,
    `People who have entered: ${people}`,
  ].join('\n')
}
