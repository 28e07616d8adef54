/** What the boards before the booths say, painted on one sheet: a cell for each of the few that stand near. */
import { CanvasTexture, Color, SRGBColorSpace } from 'three'
import { PALETTE } from '../../app/palette.ts'
import { tempered } from '../park/draw/paint.ts'

/** Cells of the sheet, pixels. */
const CELL = { width: 320, height: 448, columns: 4, rows: 2 } as const
/** Boards at once. */
export const BOARDS = CELL.columns * CELL.rows
/** Products named on a board; the rest are counted. */
const NAMED = 5

const TEXT = '"Onest Variable", system-ui, sans-serif'
const DISPLAY = '"Literata Variable", Georgia, serif'

/** What is written on one board. */
export interface Notice {
  readonly title: string
  readonly names: readonly string[]
  /** What is said where there are more than fit. */
  readonly more: (count: number) => string
  /** Brand colour, #rrggbb. */
  readonly color: string
}

export class BoardSheet {
  readonly texture: CanvasTexture
  private readonly pen: CanvasRenderingContext2D

  constructor() {
    const canvas = document.createElement('canvas')
    canvas.width = CELL.width * CELL.columns
    canvas.height = CELL.height * CELL.rows
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('No 2D canvas')
    this.pen = pen
    this.texture = new CanvasTexture(canvas)
    this.texture.colorSpace = SRGBColorSpace
    this.texture.anisotropy = 4
  }

  /** Where a cell is on the sheet, 0–1. */
  static part(cell: number): { readonly from: [number, number]; readonly to: [number, number] } {
    const x = cell % CELL.columns
    const y = Math.floor(cell / CELL.columns)
    return {
      from: [x / CELL.columns, y / CELL.rows],
      to: [(x + 1) / CELL.columns, (y + 1) / CELL.rows],
    }
  }

  paint(cell: number, { title, names, more, color }: Notice): void {
    const { pen } = this
    const { width, height } = CELL
    const [left, top] = [(cell % CELL.columns) * width, Math.floor(cell / CELL.columns) * height]
    const brand = new Color(...tempered(color)).getStyle()
    pen.clearRect(left, top, width, height)
    // Two legs, a wooden frame, paper, and a band in the exhibitor's colour.
    pen.fillStyle = '#6b4a2c'
    pen.fillRect(left + 26, top + height - 70, 16, 70)
    pen.fillRect(left + width - 42, top + height - 70, 16, 70)
    box(pen, left + 4, top + 4, width - 8, height - 44, 16, PALETTE.timber)
    box(pen, left + 16, top + 16, width - 32, height - 68, 8, '#fbf6ea')
    box(pen, left + 16, top + 16, width - 32, 62, 8, brand)
    pen.textBaseline = 'middle'
    pen.textAlign = 'left'
    pen.fillStyle = PALETTE.canvas
    pen.font = `600 27px ${DISPLAY}`
    pen.fillText(fitting(pen, title, width - 64), left + 32, top + 48)
    let y = top + 104
    for (const name of names.slice(0, NAMED)) {
      pen.fillStyle = brand
      pen.beginPath()
      pen.arc(left + 37, y + 2, 4.5, 0, Math.PI * 2)
      pen.fill()
      pen.fillStyle = PALETTE.ink
      pen.font = `500 20px ${TEXT}`
      for (const line of twoLines(pen, name, width - 86)) {
        pen.fillText(line, left + 52, y + 2)
        y += 25
      }
      y += 9
      if (y > top + height - 92) break
    }
    if (names.length > NAMED) {
      pen.fillStyle = PALETTE.inkSoft
      pen.font = `500 18px ${TEXT}`
      pen.fillText(more(names.length - NAMED), left + 52, Math.min(y + 2, top + height - 70))
    }
    this.texture.needsUpdate = true
  }

  dispose(): void {
    this.texture.dispose()
  }
}

function box(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
): void {
  pen.fillStyle = fill
  pen.beginPath()
  pen.roundRect(x, y, width, height, radius)
  pen.fill()
}

function fitting(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  let end = text.length
  while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > width) end--
  return `${text.slice(0, end).trimEnd()}…`
}

function twoLines(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const words = text.split(/\s+/)
  let first = words.shift() ?? ''
  while (words.length > 0 && pen.measureText(`${first} ${words[0]}`).width <= width) first += ` ${words.shift()}`
  const rest = words.join(' ')
  return rest === '' ? [fitting(pen, first, width)] : [fitting(pen, first, width), fitting(pen, rest, width)]
}
