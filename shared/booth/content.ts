/**
 * What an exhibitor tells and shows at its booth: one document, edited as a draft, published as a whole. Files are named
 * by their address (`shared/files/address.ts`). A text may be empty in one language: then the other one is shown.
 */
import { z } from 'zod'
import { fileAddress } from '../files/address.ts'
import { PAVILIONS } from '../floorplan/model.ts'

/** Most of each thing a booth holds. */
export const MOST = { products: 20, pictures: 8, materials: 60, team: 40, links: 10, hours: 60, tags: 12 } as const

/** Longest texts, characters. */
export const LONGEST = { line: 120, summary: 300, text: 8000, note: 120, link: 500 } as const

const id = z.string().min(1).max(64)
const inBoth = (longest: number) => z.object({ ru: z.string().trim().max(longest), en: z.string().trim().max(longest) })
/** Written in at least one language. */
const named = inBoth(LONGEST.line).refine(({ ru, en }) => ru !== '' || en !== '', { error: 'empty' })
const link = z.url({ protocol: /^https?$/ }).max(LONGEST.link)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const product = z.object({
  id,
  name: named,
  text: inBoth(LONGEST.text),
  pictures: z.array(fileAddress).max(MOST.pictures),
  video: fileAddress.nullable(),
  link: link.nullable(),
  /** As the exhibitor words it: «from 12,000 ₽ a year», «on request». */
  priceNote: inBoth(LONGEST.note),
})

/** Something to take home: a file of ours, or a link to elsewhere. */
export const material = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), id, name: named, file: fileAddress, bytes: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('link'), id, name: named, link }),
])

export const teamMember = z.object({
  id,
  name: named,
  position: inBoth(LONGEST.line),
  photo: fileAddress.nullable(),
  /** Who this is in the salon, when they staff the booth themselves. */
  personId: id.nullable(),
})

/** A day on which the booth is staffed, in the salon's time zone. */
const openingHours = z
  .object({ date: z.iso.date(), from: clock, to: clock })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'before-from' })

export const boothContent = z.object({
  name: named,
  /** What fits a fascia: at most ~24 characters. */
  shortName: inBoth(40),
  summary: inBoth(LONGEST.summary),
  description: inBoth(LONGEST.text),
  /** Brand colour, #rrggbb. */
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  logo: fileAddress.nullable(),
  poster: fileAddress.nullable(),
  video: fileAddress.nullable(),
  /** Ids of the salon's tags. */
  tags: z.array(id).max(MOST.tags),
  /** How the booth is built, among what its size allows; null: as its kind and size have it. */
  pavilion: z.enum(PAVILIONS).nullable(),
  website: link.nullable(),
  email: z.email().max(LONGEST.line).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s().-]{5,30}$/)
    .nullable(),
  address: inBoth(LONGEST.summary),
  links: z.array(z.object({ id, name: named, link })).max(MOST.links),
  products: z.array(product).max(MOST.products),
  materials: z.array(material).max(MOST.materials),
  team: z.array(teamMember).max(MOST.team),
  hours: z.array(openingHours).max(MOST.hours),
})

/** What a booth tells beyond its line in the list of exhibitors. */
export const boothDetails = boothContent.pick({
  pavilion: true,
  email: true,
  phone: true,
  address: true,
  links: true,
  products: true,
  materials: true,
  team: true,
  hours: true,
})

/** The details of a booth that has told none. */
export const NO_DETAILS: BoothDetails = {
  ...{ pavilion: null, email: null, phone: null, address: { ru: '', en: '' } },
  ...{ links: [], products: [], materials: [], team: [], hours: [] },
}

/** The parts of a booth that organizers may lock, each a field of the document. */
export const LOCKABLE = Object.keys(boothContent.shape) as BoothField[]

export type BoothContent = z.infer<typeof boothContent>
export type BoothField = keyof BoothContent
export type BoothDetails = z.infer<typeof boothDetails>
export type Product = z.infer<typeof product>
export type Material = z.infer<typeof material>
export type TeamMember = z.infer<typeof teamMember>
