/**
 * Reads a plan somebody kept or sends: lifts an older version to the present one, then checks every record. What is
 * wrong is named by record and field; nothing is read by halves.
 */
import { PLAN_VERSION, type Plan, plan as schema } from './model.ts'

export interface PlanError {
  /** Id of the record to blame; null where the document itself is wrong. */
  readonly record: string | null
  /** Path inside the record, e.g. `name.ru`; empty where the whole record is wrong. */
  readonly field: string
  readonly reason: string
}

export type ReadPlan = { readonly plan: Plan } | { readonly errors: readonly PlanError[] }

type Document = Record<string, unknown>

/** From a version to the next one: index 0 lifts version 1. A migration never changes once a plan was kept under it. */
const MIGRATIONS: readonly ((document: Document) => Document)[] = []

/** @param json a parsed document of any version, or anything at all */
export function readPlan(json: unknown): ReadPlan {
  if (!isDocument(json)) return refused('', 'not a floor plan')
  const { version } = json
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refused('version', 'not a version of a floor plan')
  }
  if (version > PLAN_VERSION) return refused('version', `made by a newer Alleya (version ${version})`)
  const present = MIGRATIONS.slice(version - 1).reduce((document, lift) => lift(document), json)
  const read = schema.safeParse(present)
  if (!read.success) return { errors: read.error.issues.map(errorOf) }
  const strays = Object.entries(read.data.records).filter(([id, record]) => record.id !== id)
  if (strays.length > 0) {
    return { errors: strays.map(([id, record]) => ({ record: id, field: 'id', reason: `is "${record.id}"` })) }
  }
  return { plan: read.data }
}

function errorOf({ path, message }: { path: readonly PropertyKey[]; message: string }): PlanError {
  const [top, record, ...field] = path
  return top === 'records' && record !== undefined
    ? { record: String(record), field: field.join('.'), reason: message }
    : { record: null, field: path.join('.'), reason: message }
}

const refused = (field: string, reason: string): ReadPlan => ({ errors: [{ record: null, field, reason }] })

const isDocument = (json: unknown): json is Document =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
