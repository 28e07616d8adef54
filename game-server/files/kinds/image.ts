import sharp from 'sharp'
import { RENDITIONS } from '../../../shared/files/address.ts'
import { Faulty } from '../faulty.ts'

/** Types of pictures that are taken; each is drawn anew, so nothing of the original is ever sent to anybody. */
export const PICTURES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
])

/** Longest sides, pixels. */
const SIDES = { 'large.webp': 2048, 'medium.webp': 960, 'small.webp': 320 } as const

/** A few pixels more than any camera takes; a bomb has thousands of times as many. */
const MOST_PIXELS = 120_000_000
/** WebP, 0–100: beyond it files grow and eyes see nothing. */
const QUALITY = 82

export interface DrawnPicture {
  readonly width: number
  readonly height: number
  readonly renditions: ReadonlyMap<string, Uint8Array>
}

/**
 * A picture in all its renditions: upright, in sRGB, without anything written about it (place, camera, thumbnails).
 *
 * @throws Faulty `too-many-pixels` | `broken`
 */
export async function drawPicture(source: string | Uint8Array): Promise<DrawnPicture> {
  const large = await draw(source, SIDES['large.webp'])
  const renditions = new Map<string, Uint8Array>()
  for (const name of RENDITIONS.image)
    renditions.set(name, name === 'large.webp' ? large.data : (await draw(large.data, SIDES[name])).data)
  return { width: large.info.width, height: large.info.height, renditions }
}

/**
 * One picture that stands for something else: a film's poster, a document's first page.
 *
 * @throws Faulty `too-many-pixels` | `broken`
 */
export const drawStandIn = async (source: Uint8Array): Promise<Uint8Array> => (await draw(source, 1280)).data

async function draw(source: string | Uint8Array, side: number) {
  try {
    return await sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb')
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    if (/pixel limit/i.test(String(error))) throw new Faulty('too-many-pixels', String(MOST_PIXELS / 1_000_000))
    throw new Faulty('broken')
  }
}
