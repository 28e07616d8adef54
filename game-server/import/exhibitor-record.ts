import { z } from 'zod'
import { EXHIBITOR_KINDS } from '../../shared/floorplan/model.ts'
import { BOOTH_SIZES } from '../../shared/salon/booth-size.ts'
import { brandColor } from '../../shared/salon/brand-color.ts'
import { LONGEST_SHORT_NAME, shortName } from '../../shared/salon/short-name.ts'
import type { ExhibitorRecord } from '../services/arrange.ts'

const text = (most: number) =>
  z.object({ ru: z.string().max(most, tooLong(most)), en: z.string().max(most, tooLong(most)) })
const tooLong = (most: number): string => `is longer than ${most} characters`
const ownPath = z
  .string()
  .regex(/^\/media\/(?!.*\.\.)[\w./-]+$/, 'is not a path under /media/')
  .nullable()

/** What an import must say about an exhibitor; what it leaves out is derived. */
const imported = z.object({
  id: z
    .string()
    .min(1, 'is missing')
    .max(64, tooLong(64))
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'may have letters, digits, - and _ only'),
  kind: z.enum(EXHIBITOR_KINDS, `is not one of ${EXHIBITOR_KINDS.join(', ')}`),
  name: text(200).refine((name) => name.ru !== '' || name.en !== '', 'is missing'),
  shortName: text(LONGEST_SHORT_NAME).optional(),
  summary: text(400),
  description: text(20_000),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as #3f6f4a')
    .toLowerCase()
    .nullable(),
  website: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).nullable(),
  logo: ownPath,
  poster: ownPath,
  video: ownPath,
  tags: z.array(z.string().min(1).max(64, tooLong(64))).max(20, 'are more than 20'),
  boothSize: z.enum(BOOTH_SIZES, `is not one of ${BOOTH_SIZES.join(', ')}`).nullable(),
})

export type ImportedExhibitor = z.input<typeof imported>

const NOTHING = { ru: '', en: '' }

/** An exhibitor of whom only what `known` says is known. */
export const exhibitorFrom = (
  known: Pick<ImportedExhibitor, 'id' | 'kind' | 'name'> & Partial<ImportedExhibitor>,
): ImportedExhibitor => ({
  summary: NOTHING,
  description: NOTHING,
  color: null,
  website: null,
  logo: null,
  poster: null,
  video: null,
  tags: [],
  boothSize: null,
  ...known,
})

/** The record to keep, or what is wrong with it. */
export function exhibitorRecord(exhibitor: ImportedExhibitor): z.ZodSafeParseResult<ExhibitorRecord> {
  return imported
    .transform(({ color, shortName: given, ...rest }) => ({
      ...rest,
      shortName: given ?? { ru: shortName(rest.name.ru), en: shortName(rest.name.en) },
      color: color ?? brandColor(rest.id),
    }))
    .safeParse(exhibitor)
}
