/** The small pictures of everything that moves, on one sheet: people in every shirt, ourselves, footsteps, a target. */
import { CanvasSource, Rectangle, Texture } from 'pixi.js'
import { LOOK_COLOURS } from '../../app/looks.ts'
import { PALETTE } from '../../app/palette.ts'
import { mixed, veiled } from '../drawing/tint.ts'

/** Side of a cell, CSS pixels at size 1; a person's body is `BODY` of it. */
export const CELL = 32
const COLUMNS = 12

/** The light of a staffed booth: as in its panel and in the list. */
const LIT = '#3f8f4f'

type Brush = CanvasRenderingContext2D

export interface Stamps {
  /** By shirt. They look down (+y), turned by the sprite. */
  readonly people: readonly Texture[]
  readonly simulated: readonly Texture[]
  readonly self: Texture
  readonly cone: Texture
  readonly step: Texture
  readonly target: Texture
  /** Somebody is at the booth. */
  readonly light: Texture
  readonly crowd: Texture
  dispose(): void
}

export function stamps(resolution: number): Stamps {
  const canvas = document.createElement('canvas')
  // Twice as fine as needed: people grow when one comes near.
  const fine = resolution * 2
  canvas.width = COLUMNS * CELL * fine
  canvas.height = 6 * CELL * fine
  const brush = canvas.getContext('2d')
  const source = new CanvasSource({ resource: canvas, resolution: fine, autoGenerateMipmaps: true })
  const cut = (column: number, row: number, cells: number, paint: (brush: Brush) => void): Texture => {
    if (brush) {
      brush.setTransform(fine, 0, 0, fine, (column + cells / 2) * CELL * fine, (row + cells / 2) * CELL * fine)
      paint(brush)
    }
    return new Texture({ source, frame: new Rectangle(column * CELL, row * CELL, cells * CELL, cells * CELL) })
  }
  const shirts = LOOK_COLOURS.shirt
  const made = {
    people: shirts.map((shirt, i) => cut(i, 0, 1, (b) => person(b, shirt, false))),
    simulated: shirts.map((shirt, i) => cut(i, 1, 1, (b) => person(b, shirt, true))),
    step: cut(0, 2, 1, (b) => disc(b, 2.4, PALETTE.blossomDeep, '#fffaf0', 1.2)),
    self: cut(1, 2, 1, ownSelf),
    target: cut(2, 2, 2, target),
    light: cut(0, 4, 1, light),
    cone: cut(4, 2, 4, cone),
    crowd: cut(8, 2, 4, crowd),
  }
  return {
    ...made,
    dispose() {
      for (const texture of [made.self, made.cone, made.step, made.target, made.light, made.crowd]) texture.destroy()
      for (const texture of [...made.people, ...made.simulated]) texture.destroy()
      source.destroy()
    },
  }
}

/** A body in its shirt with a nose to the way it goes; simulated visitors are hollow. */
function person(brush: Brush, shirt: string, hollow: boolean): void {
  brush.beginPath()
  brush.arc(0, 0, 6, Math.PI * 0.72, Math.PI * 2.28)
  brush.lineTo(0, 11)
  brush.closePath()
  // An edge of ink, then one of paper: a dot must be seen on lawn, gravel and roofs, in a white shirt too.
  brush.strokeStyle = veiled(PALETTE.ink, hollow ? 0.5 : 0.55)
  brush.lineWidth = hollow ? 4 : 3.6
  brush.stroke()
  brush.strokeStyle = hollow ? mixed(shirt, PALETTE.ink, 0.2) : '#fffaf0'
  brush.lineWidth = hollow ? 2.6 : 2.4
  brush.stroke()
  brush.fillStyle = hollow ? '#fffaf0' : shirt
  brush.fill()
}

function ownSelf(brush: Brush): void {
  brush.shadowColor = 'rgba(40,48,36,0.5)'
  brush.shadowBlur = 4
  disc(brush, 9, '#fffaf0', '#fffaf0', 1)
  brush.shadowColor = 'transparent'
  disc(brush, 6.4, PALETTE.blossomDeep, PALETTE.blossomDeep, 0.5)
}

/** What we look at: a light that fades. */
function cone(brush: Brush): void {
  const light = brush.createRadialGradient(0, 0, 6, 0, 0, 58)
  light.addColorStop(0, veiled(PALETTE.blossomDeep, 0.5))
  light.addColorStop(1, veiled(PALETTE.blossomDeep, 0))
  brush.fillStyle = light
  brush.beginPath()
  brush.moveTo(0, 0)
  brush.arc(0, 0, 58, Math.PI / 2 - 0.5, Math.PI / 2 + 0.5)
  brush.closePath()
  brush.fill()
}

function target(brush: Brush): void {
  brush.strokeStyle = '#fffaf0'
  brush.lineWidth = 5
  ring(brush, 13)
  brush.strokeStyle = PALETTE.blossomDeep
  brush.lineWidth = 2.4
  ring(brush, 13)
  disc(brush, 4, PALETTE.blossomDeep, '#fffaf0', 1.6)
}

function light(brush: Brush): void {
  const glow = brush.createRadialGradient(0, 0, 4, 0, 0, 14)
  glow.addColorStop(0, veiled(LIT, 0.55))
  glow.addColorStop(1, veiled(LIT, 0))
  brush.fillStyle = glow
  brush.fillRect(-16, -16, 32, 32)
  disc(brush, 5.5, LIT, '#fffaf0', 2)
}

/** Many people far away: the warmth of a crowd. */
function crowd(brush: Brush): void {
  const warmth = brush.createRadialGradient(0, 0, 0, 0, 0, 62)
  warmth.addColorStop(0, veiled('#e0883a', 0.5))
  warmth.addColorStop(0.5, veiled('#e8a04e', 0.24))
  warmth.addColorStop(1, veiled('#e8a04e', 0))
  brush.fillStyle = warmth
  brush.fillRect(-64, -64, 128, 128)
}

function ring(brush: Brush, radius: number): void {
  brush.beginPath()
  brush.arc(0, 0, radius, 0, Math.PI * 2)
  brush.stroke()
}

function disc(brush: Brush, radius: number, fill: string, line: string, pen: number): void {
  brush.fillStyle = fill
  brush.strokeStyle = line
  brush.lineWidth = pen
  brush.beginPath()
  brush.arc(0, 0, radius, 0, Math.PI * 2)
  brush.fill()
  brush.stroke()
}
