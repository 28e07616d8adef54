/** Words set in type on little pictures: labels of the map, names of people, what they say. */
import { CanvasSource, Sprite, Texture } from 'pixi.js'

export interface Type {
  readonly font: string
  readonly colour: string
  /** CSS pixels from line to line. */
  readonly leading: number
  /** CSS pixels between letters. */
  readonly tracking?: number
  /** A halo of paper that keeps words apart from the picture. */
  readonly halo?: string
  /** A plate behind the words. */
  readonly plate?: {
    readonly fill: string
    readonly line: string
    readonly padX: number
    readonly padY: number
  }
}

const ruler = document.createElement('canvas').getContext('2d')

/** Width of `text` set in `type`, CSS pixels. */
export function widthOf(text: string, type: Pick<Type, 'font' | 'tracking'>): number {
  if (!ruler) return text.length * 8
  ruler.font = type.font
  ruler.letterSpacing = `${type.tracking ?? 0}px`
  return ruler.measureText(text).width
}

export interface Line {
  readonly text: string
  readonly type: Type
}

/** A sprite of centred lines, anchored in its middle; `resolution` device pixels a CSS pixel. */
export function setInType(lines: readonly Line[], resolution: number): Sprite {
  const plate = lines[0]?.type.plate
  const edge = { x: plate?.padX ?? 3, y: plate?.padY ?? 2 }
  const width = Math.ceil(Math.max(1, ...lines.map((line) => widthOf(line.text, line.type))) + 2 * edge.x)
  const height = Math.ceil(lines.reduce((sum, line) => sum + line.type.leading, 0) + 2 * edge.y)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * resolution)
  canvas.height = Math.ceil(height * resolution)
  const brush = canvas.getContext('2d')
  if (brush) {
    brush.scale(resolution, resolution)
    if (plate) {
      brush.fillStyle = plate.fill
      brush.strokeStyle = plate.line
      brush.beginPath()
      brush.roundRect(0.5, 0.5, width - 1, height - 1, Math.min(9, height / 2))
      brush.fill()
      brush.stroke()
    }
    brush.textAlign = 'center'
    brush.textBaseline = 'middle'
    brush.lineJoin = 'round'
    let y = edge.y
    for (const { text, type } of lines) {
      brush.font = type.font
      brush.letterSpacing = `${type.tracking ?? 0}px`
      const at = { x: width / 2 + (type.tracking ?? 0) / 2, y: y + type.leading / 2 + 0.5 }
      if (type.halo) {
        brush.strokeStyle = type.halo
        brush.lineWidth = 2.8
        brush.strokeText(text, at.x, at.y)
      }
      brush.fillStyle = type.colour
      brush.fillText(text, at.x, at.y)
      y += type.leading
    }
  }
  const sprite = new Sprite(new Texture({ source: new CanvasSource({ resource: canvas, resolution }) }))
  sprite.anchor.set(0.5)
  return sprite
}

export const TEXT = '"Onest Variable", system-ui, sans-serif'
export const DISPLAY = '"Literata Variable", Georgia, serif'
