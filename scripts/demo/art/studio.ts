/** The browser's side of render.ts: draws on request and hands back encoded pictures. */
import type { Exhibit } from './exhibit.ts'
import { logo } from './logo.ts'
import { penOn } from './pen.ts'
import { HEIGHT, poster, WIDTH } from './poster.ts'

interface Canvas {
  readonly element: HTMLCanvasElement
  readonly g: CanvasRenderingContext2D
}

function canvas(width: number, height: number): Canvas {
  const element = document.createElement('canvas')
  element.width = width
  element.height = height
  const g = element.getContext('2d')
  if (!g) throw new Error('This browser has no 2D canvas')
  return { element, g }
}

/** Both variable fonts, Cyrillic and Latin, from files: nothing is drawn in a substitute. */
export async function loadFonts(files: readonly { family: string; url: string; range: string }[]): Promise<void> {
  await Promise.all(
    files.map(async ({ family, url, range }) => {
      const face = new FontFace(family, `url(${url})`, { weight: '200 900', unicodeRange: range })
      document.fonts.add(await face.load())
    }),
  )
}

export function drawLogo(exhibit: Exhibit): string {
  const { element, g } = canvas(256, 256)
  logo(penOn(g), exhibit)
  return element.toDataURL('image/png')
}

export function drawPoster(exhibit: Exhibit): string {
  const { element, g } = canvas(WIDTH, HEIGHT)
  poster(penOn(g), exhibit, 0)
  return element.toDataURL('image/png')
}

/** Frames `from`…`to` of a loop of `of`, as JPEG data addresses, `width` pixels wide. */
export function drawFrames(exhibit: Exhibit, from: number, to: number, of: number, width: number): string[] {
  const { element, g } = canvas(width, Math.round((width * HEIGHT) / WIDTH))
  const frames: string[] = []
  for (let i = from; i < to; i++) {
    g.setTransform(width / WIDTH, 0, 0, width / WIDTH, 0, 0)
    // Half a frame off zero: t = 0 is the still's own pose.
    poster(penOn(g), exhibit, (i + 0.5) / of)
    frames.push(element.toDataURL('image/jpeg', 0.95))
  }
  return frames
}
