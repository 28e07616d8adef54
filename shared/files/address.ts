/**
 * Addresses of files that people gave us: `/files/<id>/<rendition>`. Content names a file by the address of its main
 * rendition, which is what a page can show at once; the others are found from it. What the demo brings (`/media/demo/…`)
 * has no renditions and stands for all of its own.
 */
import { z } from 'zod'

/** What we keep of each kind of file. The first is the main one, by which content names the file. */
export const RENDITIONS = {
  /** Longest sides 2,048, 960 and 320 pixels. */
  image: ['large.webp', 'medium.webp', 'small.webp'],
  /** The film and the picture shown before it plays, both made or chosen by whoever uploads. */
  video: ['film.mp4', 'poster.webp'],
  /** The document as it came, and a picture of its first page. */
  pdf: ['document.pdf', 'page.webp'],
  presentation: ['document.pptx'],
} as const
export type FileKind = keyof typeof RENDITIONS
export type Rendition = (typeof RENDITIONS)[FileKind][number]

/** Ids are 22 characters of base64url: unguessable, so that drafts are not found by trying. */
const FILE = /^\/files\/([\w-]{22})\/([\w.]+)$/
const DEMO = /^\/media\/demo\/[\w./-]+$/

/** An address on our own origin, of a file or of what the demo brings. */
export const fileAddress = z
  .string()
  .max(200)
  .refine((address) => FILE.test(address) || DEMO.test(address))

export const addressOf = (id: string, rendition: Rendition): string => `/files/${id}/${rendition}`

/** The file an address leads to; null for what the demo brings. */
export const fileIdOf = (address: string): string | null => FILE.exec(address)?.[1] ?? null

/** The same file in another rendition; what the demo brings is the same in all. */
export function inRendition(address: string, rendition: Rendition): string {
  const id = fileIdOf(address)
  return id === null ? address : addressOf(id, rendition)
}
