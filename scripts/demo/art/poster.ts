/** Posters, 960 × 540. Six layouts on one grid (margin 56, twelve columns) for things, three for landscapes. */
import { type Palette, paletteOf } from './colour.ts'
import { PICTURES } from './direction.ts'
import type { Exhibit } from './exhibit.ts'
import { logo } from './logo.ts'
import * as buildings from './motifs/building.ts'
import * as crafts from './motifs/craft.ts'
import * as desk from './motifs/desk.ts'
import * as lab from './motifs/lab.ts'
import { landscape } from './motifs/landscape.ts'
import * as life from './motifs/life.ts'
import type { Motif } from './motifs/motif.ts'
import * as signs from './motifs/signs.ts'
import { type Pen, SANS, SERIF } from './pen.ts'
import { randomOf } from './random.ts'

export const WIDTH = 960
export const HEIGHT = 540
const MARGIN = 56

const MOTIFS: Readonly<Record<string, Motif>> = { ...desk, ...lab, ...life, ...crafts, ...buildings, ...signs }

/** `t` in [0, 1): place in the loop of the film; 0 for the poster. */
export function poster(p: Pen, exhibit: Exhibit, t: number): void {
  const random = randomOf(`poster ${exhibit.id}`)
  const c = paletteOf(exhibit.color, random.below(5))
  const picture = PICTURES[exhibit.id]
  if (!picture) throw new Error(`No picture is chosen for ${exhibit.id}`)
  if (picture.startsWith('land:')) {
    const land = picture.slice('land:'.length)
    const layout = VIEWS[exhibit.index % VIEWS.length] as View
    layout(
      p,
      c,
      exhibit,
      (w, h) => landscape(p, c, land, exhibit.id, w, h, t),
      land === 'aurora' || land === 'nightsteppe',
    )
    return
  }
  const motif = MOTIFS[picture]
  if (!motif) throw new Error(`No motif is called ${picture}`)
  const layout = LAYOUTS[exhibit.index % LAYOUTS.length] as Layout
  layout(p, c, exhibit, (x, y, scale) => p.put(x, y, 0, scale, () => motif(p, c, t)))
}

type Layout = (p: Pen, c: Palette, e: Exhibit, motif: (x: number, y: number, scale: number) => void) => void
type View = (p: Pen, c: Palette, e: Exhibit, land: (w: number, h: number) => void, night: boolean) => void

interface Words {
  readonly x: number
  readonly y: number
  readonly w: number
  /** Height the headline may fill. */
  readonly h: number
  readonly anchor: 'top' | 'bottom'
  readonly font: string
  readonly head: string
  readonly small: string
  readonly largest?: number
}

/** The name, large in Russian; beneath it the full name where it says more, and the English one. */
function words(p: Pen, e: Exhibit, at: Words): void {
  const weight = at.font === SERIF ? 650 : 700
  const { size, lines } = sizeFor(p, e.shortName.ru, at, weight)
  const leading = size * (at.font === SERIF ? 1.02 : 1.04)
  const notes = [e.name.ru === e.shortName.ru ? '' : e.name.ru, e.name.en]
    .filter(Boolean)
    .flatMap((note) => wrap(p, note, at.w, `500 21px ${SANS}`))
  const height = lines.length * leading + 16 + notes.length * 29
  let y = at.anchor === 'top' ? at.y : at.y - height
  p.g.textAlign = 'left'
  p.g.textBaseline = 'alphabetic'
  p.g.font = `${weight} ${size}px ${at.font}`
  p.g.fillStyle = at.head
  for (const line of lines) {
    y += leading
    p.g.fillText(line, at.x - size * 0.03, y - size * 0.2)
  }
  y += 16
  p.g.font = `500 21px ${SANS}`
  p.g.fillStyle = at.small
  for (const note of notes) {
    y += 29
    p.g.fillText(note, at.x, y - 8)
  }
}

function wrap(p: Pen, text: string, width: number, font: string): string[] {
  p.g.font = font
  // A preposition or a dash never ends a line: it travels with the word after it.
  const pieces = text.replace(/(?<=^|\s)(\S{1,2}) (?=\S)/gu, '$1\u00a0').split(' ')
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && p.g.measureText(`${last} ${piece}`).width <= width)
      lines[lines.length - 1] = `${last} ${piece}`
    else lines.push(piece)
  }
  return lines
}

function sizeFor(p: Pen, text: string, at: Words, weight: number): { size: number; lines: string[] } {
  for (let size = at.largest ?? 104; size > 30; size -= 2) {
    const font = `${weight} ${size}px ${at.font}`
    const lines = wrap(p, text, at.w, font)
    p.g.font = font
    if (lines.length * size * 1.04 <= at.h && lines.every((line) => p.g.measureText(line).width <= at.w))
      return { size, lines }
  }
  return { size: 30, lines: wrap(p, text, at.w, `${weight} 30px ${at.font}`) }
}

const mark = (p: Pen, e: Exhibit, x: number, y: number, size: number, plate?: string): void => {
  if (plate) p.box(x - 11, y - 11, size + 22, size + 22, plate, 16)
  p.put(x, y, 0, size / 256, () => logo(p, e))
}

const wash = (p: Pen, from: string, to: string, x = 0, y = 0, w = WIDTH, h = HEIGHT): void => {
  const fill = p.g.createLinearGradient(x, y, x, y + h)
  fill.addColorStop(0, from)
  fill.addColorStop(1, to)
  p.g.fillStyle = fill
  p.g.fillRect(x, y, w, h)
}

const panel: Layout = (p, c, e, motif) => {
  wash(p, c.paper, c.soft)
  p.disc(690, 270, 226, c.white)
  motif(690, 272, 0.98)
  p.box(0, 0, 420, HEIGHT, c.panel)
  mark(p, e, MARGIN, MARGIN, 74, c.paper)
  words(p, e, {
    x: MARGIN,
    y: HEIGHT - MARGIN + 8,
    w: 330,
    h: 250,
    anchor: 'bottom',
    font: SERIF,
    head: c.white,
    small: c.soft,
    largest: 84,
  })
}

const night: Layout = (p, c, e, motif) => {
  wash(p, c.panel, c.deep)
  p.faded(0.4, () => p.disc(690, 270, 306, c.deep))
  p.disc(690, 270, 246, c.soft)
  motif(690, 272, 1.06)
  words(p, e, {
    x: MARGIN,
    y: MARGIN - 8,
    w: 356,
    h: 290,
    anchor: 'top',
    font: SANS,
    head: c.white,
    small: c.soft,
    largest: 88,
  })
  mark(p, e, MARGIN, HEIGHT - MARGIN - 74, 74, c.paper)
}

const sheet: Layout = (p, c, e, motif) => {
  p.box(0, 0, WIDTH, HEIGHT, c.paper)
  p.box(690, 0, 270, HEIGHT, c.mid)
  p.disc(690, 290, 222, c.soft)
  motif(690, 296, 0.92)
  p.box(MARGIN, MARGIN, 6, 66, c.accent)
  words(p, e, {
    x: MARGIN + 24,
    y: MARGIN - 18,
    w: 400,
    h: 230,
    anchor: 'top',
    font: SERIF,
    head: c.panel,
    small: c.ink,
    largest: 92,
  })
  mark(p, e, MARGIN, HEIGHT - MARGIN - 84, 84)
}

const arch: Layout = (p, c, e, motif) => {
  p.box(0, 0, WIDTH, HEIGHT, c.soft)
  p.path('M50 540 V270 A220 220 0 0 1 490 270 V540 Z', c.panel)
  p.path('M72 540 V270 A198 198 0 0 1 468 270 V540 Z', c.paper)
  p.g.save()
  p.g.clip(new Path2D('M72 540 V270 A198 198 0 0 1 468 270 V540 Z M0 0 H0'))
  p.disc(270, 560, 210, c.soft)
  p.g.restore()
  motif(270, 322, 0.88)
  words(p, e, {
    x: 540,
    y: HEIGHT - MARGIN + 8,
    w: 366,
    h: 280,
    anchor: 'bottom',
    font: SERIF,
    head: c.deep,
    small: c.ink,
    largest: 84,
  })
  mark(p, e, 540, MARGIN, 84)
}

const tiles: Layout = (p, c, e, motif) => {
  const s = 135
  p.box(0, 0, WIDTH, HEIGHT, c.paper)
  p.box(420, 0, 540, HEIGHT, c.soft)
  const cells = [
    [0, 0, c.accent],
    [3, 0, c.mid],
    [0, 3, c.mid],
    [3, 3, c.accent],
  ] as const
  for (const [i, [x, y, fill]] of cells.entries())
    p.put(420 + x * s + s / 2, y * s + s / 2, i / 4 + (i > 1 ? 0.25 * (i === 2 ? 1 : -1) : 0), s / 100, () =>
      p.path('M-50 -50 H50 A100 100 0 0 1 -50 50 Z', fill),
    )
  p.disc(690, 270, 214, c.white)
  motif(690, 270, 0.92)
  words(p, e, {
    x: MARGIN,
    y: MARGIN + 82,
    w: 330,
    h: 240,
    anchor: 'top',
    font: SANS,
    head: c.panel,
    small: c.ink,
    largest: 76,
  })
  mark(p, e, MARGIN, MARGIN, 70)
  p.box(MARGIN, HEIGHT - MARGIN - 8, 110, 8, c.accent)
}

const band: Layout = (p, c, e, motif) => {
  wash(p, c.soft, c.paper)
  for (let i = 0; i < 9; i++)
    p.put(660, 364, -0.28 + i * 0.07, 1, () =>
      p.poly(
        [
          [0, 0],
          [-38, -700],
          [38, -700],
        ],
        i % 2 ? c.paper : c.soft,
      ),
    )
  p.disc(660, 280, 218, c.white)
  p.box(0, 350, WIDTH, 190, c.panel)
  p.box(0, 342, WIDTH, 8, c.accent)
  motif(660, 192, 0.88)
  mark(p, e, MARGIN, MARGIN, 104)
  words(p, e, {
    x: MARGIN,
    y: HEIGHT - 26,
    w: 848,
    h: 72,
    anchor: 'bottom',
    font: SANS,
    head: c.white,
    small: c.soft,
    largest: 62,
  })
}

const LAYOUTS: readonly Layout[] = [panel, night, sheet, arch, tiles, band]

const wholeView: View = (p, c, e, land, night) => {
  land(WIDTH, HEIGHT)
  p.faded(night ? 0.55 : 0.62, () => {
    const veil = p.g.createLinearGradient(0, 0, 620, 0)
    veil.addColorStop(0, night ? c.ink : c.paper)
    veil.addColorStop(1, 'rgba(255,255,255,0)')
    p.g.fillStyle = veil
    p.g.fillRect(0, 0, 620, HEIGHT)
  })
  words(p, e, {
    x: MARGIN,
    y: MARGIN - 20,
    w: 560,
    h: 210,
    anchor: 'top',
    font: SERIF,
    head: night ? c.white : c.deep,
    small: night ? c.soft : c.ink,
    largest: 96,
  })
  mark(p, e, MARGIN, HEIGHT - MARGIN - 84, 84, c.paper)
}

const framedView: View = (p, c, e, land) => {
  p.box(0, 0, WIDTH, HEIGHT, c.paper)
  p.g.save()
  p.g.beginPath()
  p.g.roundRect(28, 28, WIDTH - 56, 330, 10)
  p.g.clip()
  p.g.translate(28, 28)
  land(WIDTH - 56, 330)
  p.g.restore()
  mark(p, e, 36, 390, 112)
  words(p, e, {
    x: 176,
    y: HEIGHT - 26,
    w: 730,
    h: 70,
    anchor: 'bottom',
    font: SERIF,
    head: c.panel,
    small: c.ink,
    largest: 62,
  })
}

const windowView: View = (p, c, e, land) => {
  p.box(0, 0, WIDTH, HEIGHT, c.panel)
  p.g.save()
  p.g.beginPath()
  p.g.roundRect(392, 0, 568, HEIGHT, [HEIGHT / 2, 0, 0, HEIGHT / 2])
  p.g.clip()
  p.g.translate(392, 0)
  land(568, HEIGHT)
  p.g.restore()
  p.arc(662, 270, 288, 5, c.accent, 0.25, 0.75)
  mark(p, e, MARGIN, MARGIN - 6, 84, c.paper)
  words(p, e, {
    x: MARGIN,
    y: HEIGHT - MARGIN + 12,
    w: 300,
    h: 200,
    anchor: 'bottom',
    font: SANS,
    head: c.white,
    small: c.soft,
    largest: 66,
  })
}

const VIEWS: readonly View[] = [wholeView, framedView, windowView]
