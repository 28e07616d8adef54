import { statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type BoothDetails, boothDetails } from '../../shared/booth/content.ts'
import { localized } from '../../shared/language.ts'

const id = z.string().min(1).max(64)
const line = z.object({ id, name: localized, link: z.url() })
const clock = z.string().regex(/^\d\d:\d\d$/)

/** What booths of the demo show. `pictures` are ids of exhibitors, for their posters; `leaflet` is `leaflets/<id>.pdf`. */
const booths = z.array(
  z.object({
    id,
    email: z.email(),
    phone: z.string(),
    address: localized,
    links: z.array(line.omit({ id: true })),
    products: z.array(line.extend({ text: localized, pictures: z.array(id), priceNote: localized })),
    materials: z.array(line),
    leaflet: localized.nullable(),
    team: z.array(z.object({ name: localized, position: localized })),
    opens: clock,
    closes: clock,
  }),
)

/**
 * The details of the demo's booths by exhibitor. They are staffed on each of `dates`, days of the salon.
 *
 * @param media the folder of the demo's media
 */
export function demoDetails(source: unknown, dates: readonly string[], media: string): Map<string, BoothDetails> {
  return new Map(
    booths.parse(source).map(({ id, links, products, materials, leaflet, team, opens, closes, ...contacts }) => {
      const path = `leaflets/${id}.pdf`
      const leaflets = leaflet
        ? [
            {
              kind: 'file',
              id: 'leaflet',
              name: leaflet,
              file: onOrigin(path),
              bytes: statSync(join(media, path)).size,
            },
          ]
        : []
      const details = {
        ...contacts,
        pavilion: null,
        links: links.map((one, n) => ({ id: `link-${n + 1}`, ...one })),
        products: products.map(({ pictures, ...one }) => ({
          ...one,
          pictures: pictures.map((of) => onOrigin(`posters/${of}.webp`)),
          video: null,
        })),
        materials: [...leaflets, ...materials.map((one) => ({ kind: 'link', ...one }))],
        team: team.map((one, n) => ({ id: `member-${n + 1}`, ...one, photo: null, personId: null })),
        hours: dates.map((date) => ({ date, from: opens, to: closes })),
      }
      return [id, boothDetails.parse(details)]
    }),
  )
}

const onOrigin = (path: string): string => `/media/demo/${path}`
