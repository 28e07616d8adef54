/**
 * What is wrong with a floor plan: findings for the organizer, each with the records to blame and a place to go to.
 * Words are the reader's business (`client`), so a finding has a code only.
 *
 * `lint` looks at a plan once. An editor keeps a `Linter` and gives it every new version of the plan: it looks only at
 * what changed, and says the same as `lint` would.
 */
import { HallLinter } from './lint/hall-linter.ts'
import type { Booth, Hall, Plan, PlanRecord } from './model.ts'
import { numberKey } from './numbering.ts'

/** What each rule weighs. An error keeps a plan from being published; a warning and a hint don't. */
const SEVERITIES = {
  /** Two plots, or a plot and a wall, claim the same floor. */
  overlap: 'error',
  /** A tree, a bench or the like stands in a booth or on a stage's plot. */
  'in-the-way': 'warning',
  /** Not, or not wholly, inside its hall; or its hall is not there. */
  outside: 'error',
  'duplicate-number': 'error',
  /** An aisle, or the ground before a booth, is narrower than the rule. */
  'narrow-aisle': 'warning',
  /** Nobody who comes through a gate gets to this booth or stage. */
  unreachable: 'error',
  /** Whoever comes through this gate gets nowhere, or not to where most booths are. */
  'blocked-entrance': 'error',
  'no-entrance': 'error',
  'no-exhibitor': 'info',
} as const satisfies Record<string, 'error' | 'warning' | 'info'>

export type FindingCode = keyof typeof SEVERITIES
export type Severity = (typeof SEVERITIES)[FindingCode]

export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** Records to blame, the first before all. */
  readonly ids: readonly string[]
  readonly hallId: string
  readonly x: number
  readonly z: number
}

/** What a rule reports; hall and severity follow. */
export type Fault = Pick<Finding, 'code' | 'ids' | 'x' | 'z'>

/** Metres, clear. */
export interface AisleRules {
  readonly aisle: number
  readonly crossAisle: number
}
export const AISLE_RULES: AisleRules = { aisle: 3, crossAisle: 6 }

/** Everything found in all halls: errors first, then warnings, then hints. */
export const lint = (plan: Plan, rules: AisleRules = AISLE_RULES): Finding[] => new Linter(rules).check(plan)

export class Linter {
  private readonly rules: AisleRules
  private halls = new Map<string, { readonly hall: Hall; readonly linter: HallLinter }>()

  constructor(rules: AisleRules = AISLE_RULES) {
    this.rules = rules
  }

  check(plan: Plan): Finding[] {
    const records = Object.values(plan.records)
    const inHalls = new Map<string, PlanRecord[]>()
    for (const record of records) if (record.type === 'hall') inHalls.set(record.id, [])
    const findings: Finding[] = []
    for (const record of records) {
      if (record.type === 'hall') continue
      const here = inHalls.get(record.hallId)
      if (here) here.push(record)
      else findings.push(finding(record.hallId, { code: 'outside', ids: [record.id], x: record.x, z: record.z }))
    }
    const halls: typeof this.halls = new Map()
    for (const [id, here] of inHalls) {
      const linter = this.linterFor(plan.records[id] as Hall)
      halls.set(id, linter)
      for (const fault of linter.linter.check(here)) findings.push(finding(id, fault))
    }
    this.halls = halls
    findings.push(...duplicateNumbers(records))
    return findings.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
  }

  /** A hall that was itself changed is looked at anew. */
  private linterFor(hall: Hall): { readonly hall: Hall; readonly linter: HallLinter } {
    const known = this.halls.get(hall.id)
    return known?.hall === hall ? known : { hall, linter: new HallLinter(hall, this.rules) }
  }
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info']

const finding = (hallId: string, fault: Fault): Finding => ({ ...fault, severity: SEVERITIES[fault.code], hallId })

/** Numbers are unique in the salon, and to the eye: «А-01» in Cyrillic and "A-01" in Latin letters are one. */
function duplicateNumbers(records: readonly PlanRecord[]): Finding[] {
  const byNumber = new Map<string, Booth[]>()
  for (const record of records) {
    if (record.type !== 'booth') continue
    const key = numberKey(record.number)
    const same = byNumber.get(key)
    if (same) same.push(record)
    else byNumber.set(key, [record])
  }
  return [...byNumber.values()]
    .filter((same) => same.length > 1)
    .map((same) => {
      const { hallId, x, z } = same[0] as Booth
      return finding(hallId, { code: 'duplicate-number', ids: same.map((booth) => booth.id), x, z })
    })
}
