import { isDeepStrictEqual } from 'node:util'
import { type BoothContent, type BoothField, boothDetails, LOCKABLE, NO_DETAILS } from '../../shared/booth/content.ts'
import type { exhibitor } from '../db/schema/exhibitor.ts'

type Row = typeof exhibitor.$inferSelect
type Columns = Omit<Row, 'id' | 'kind' | 'boothSize'>

/** What a booth has published, as one document: the columns of its exhibitor, and the details kept beside them. */
export function documentOf(row: Omit<Row, 'details'> & Partial<Pick<Row, 'details'>>): BoothContent {
  const { name, shortName, summary, description, color, logo, poster, video, tags, website } = row
  return {
    ...{ name, shortName, summary, description, color, logo, poster, video, tags, website },
    ...(row.details ?? NO_DETAILS),
  }
}

/** The same the other way round. */
export function columnsOf(document: BoothContent): Columns {
  const { name, shortName, summary, description, color, logo, poster, video, tags, website } = document
  return {
    ...{ name, shortName, summary, description, color, logo, poster, video, tags, website },
    details: boothDetails.parse(document),
  }
}

/** The fields in which two documents differ, in the order of the document. */
export const fieldsChanged = (before: BoothContent, after: BoothContent): BoothField[] =>
  LOCKABLE.filter((field) => !isDeepStrictEqual(before[field], after[field]))
