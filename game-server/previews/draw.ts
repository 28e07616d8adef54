/** The picture of a link, 1200 × 630: whose it is at the left in our own letters, what they show at the right. */
import { resolve } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { escapedHtml } from '../services/html.ts'
import { type PreviewWords, shortened } from './words.ts'

const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 64
const PICTURE = 440
const LOGO = 92

const INK = '#22302b'
const SOFT = '#55625a'
const CANVAS = '#fbf7ee'
const LINDEN = '#3f6f4a'

const fonts = resolve(import.meta.dirname, '../../assets/fonts')
/** `leading`: of the font's own. */
const DISPLAY = { fontfile: resolve(fonts, 'display.ttf'), name: 'Alleya Display', leading: 0.8 } as const
const TEXT = { fontfile: resolve(fonts, 'text.ttf'), name: 'Alleya Text', leading: 1.02 } as const

export interface Drawn {
  readonly words: PreviewWords
  /** #rrggbb; null: the salon's own. */
  readonly color: string | null
  /** Pictures as files; null: there is none. One that cannot be read is left out. */
  readonly picture: Buffer | null
  readonly logo: Buffer | null
}

/** @returns a PNG */
export async function drawPreview({ words, color, picture, logo }: Drawn): Promise<Buffer> {
  const brand = color ?? LINDEN
  const shown = picture && (await covering(picture, PICTURE, HEIGHT))
  const badge = logo && (await covering(logo, LOGO, LOGO))
  const width = WIDTH - 2 * MARGIN - (shown ? PICTURE - 8 : 0)
  const layers: OverlayOptions[] = [{ input: block(14, HEIGHT, brand), left: 0, top: 0 }]
  if (shown) layers.push({ input: shown, left: WIDTH - PICTURE, top: 0 })
  if (badge) layers.push({ input: badge, left: MARGIN, top: 52 })

  const beside = badge ? LOGO + 24 : 0
  const note = await written(words.note, TEXT, [27, 23], { width: width - beside, height: 74 }, SOFT)
  if (note) layers.push({ input: note.data, left: MARGIN + beside, top: 52 + Math.round((LOGO - note.height) / 2) })

  const title = await written(words.title, DISPLAY, [68, 58, 50, 42, 36], { width, height: 236 }, INK)
  const below = 176 + (title?.height ?? 0) + 26
  if (title) layers.push({ input: title.data, left: MARGIN, top: 176 })
  const room = HEIGHT - 112 - below
  const lines = shortened(words.description, room > 130 ? 150 : 90)
  const text = room > 40 ? await written(lines, TEXT, [30, 26], { width, height: room }, SOFT) : null
  if (text) layers.push({ input: text.data, left: MARGIN, top: below })

  const salon = await written(words.salon, DISPLAY, [28, 24], { width: width - 40, height: 40 }, LINDEN)
  layers.push({ input: leaf(LINDEN), left: MARGIN, top: HEIGHT - 84 })
  if (salon)
    layers.push({ input: salon.data, left: MARGIN + 40, top: HEIGHT - 84 + Math.round((30 - salon.height) / 2) })

  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: CANVAS } })
    .composite(layers)
    .png({ palette: true, quality: 90 })
    .toBuffer()
}

interface Written {
  readonly data: Buffer
  readonly height: number
}

/** Text as a picture in the largest of `sizes` (pixels) that fits; what does not fit even so is cut off below. */
async function written(
  text: string,
  { fontfile, name, leading }: typeof DISPLAY | typeof TEXT,
  sizes: readonly number[],
  room: { readonly width: number; readonly height: number },
  color: string,
): Promise<Written | null> {
  if (text.trim() === '') return null
  for (const size of sizes) {
    // The words are somebody else's: here they are markup's text, as in a page.
    const markup = `<span foreground="${color}" line_height="${leading}">${escapedHtml(text)}</span>`
    const { data, info } = await sharp({
      text: {
        text: markup,
        font: `${name} ${size}`,
        fontfile,
        width: room.width,
        rgba: true,
        dpi: 72,
        wrap: 'word-char',
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true })
    if (info.height <= room.height) return { data, height: info.height }
    if (size !== sizes.at(-1)) continue
    const cut = { left: 0, top: 0, width: info.width, height: room.height }
    return { data: await sharp(data).extract(cut).png().toBuffer(), height: room.height }
  }
  return null
}

/** A picture that fills a box; null for one that is none. */
const covering = (picture: Buffer, width: number, height: number): Promise<Buffer | null> =>
  sharp(picture, { limitInputPixels: 50_000_000 })
    .resize(width, height, { fit: 'cover', position: 'attention' })
    .png()
    .toBuffer()
    .catch(() => null)

const svg = (width: number, height: number, shape: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shape}</svg>`)

const block = (width: number, height: number, color: string): Buffer =>
  svg(width, height, `<rect width="${width}" height="${height}" fill="${color}"/>`)

/** The leaf of a lime. */
const leaf = (color: string): Buffer =>
  svg(28, 30, `<path d="M14 29V19C5 20 1 13 3 6c5 0 8 1 11 5 3-4 6-5 11-5 2 7-2 14-11 13" fill="${color}"/>`)
