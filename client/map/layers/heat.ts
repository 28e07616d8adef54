/** Where people were, as a wash over the plan and under the names: for organizers who asked for it. */
import { CanvasSource, Container, Sprite, Texture } from 'pixi.js'
import { FOOTFALL_CELL } from '../../../shared/figures/footfall.ts'
import type { Hall } from '../../../shared/floorplan/model.ts'
import { heatColour, heatOf } from '../../app/heat-ramp.ts'
import { type Heat, useHeat } from '../../state/heat.ts'
import { type Camera, toScreen, type Viewport } from '../camera.ts'
import { sheetOf } from '../drawing/ground.ts'
import { INK } from '../drawing/ink.ts'

/** Pixels along a cell: enough for edges that run out softly at any zoom. */
const FINE = 8
/** Below this heat the wash thins out, so that it has no edge. */
const FADES = 0.18
const OPACITY = 0.8

/** How much of the plan's own colours goes under paper, so that what is hot stands out. */
const VEIL = 0.5

/** The bounds of cells, with one around them to run out into. */
interface Sheet {
  readonly x: number
  readonly z: number
  readonly columns: number
  readonly rows: number
}

export class HeatLayer {
  /** In metres of the hall. */
  readonly container = new Container()
  private readonly hall: Hall
  private readonly wash = new Container()
  private readonly veil: Sprite
  private drawn: Heat | null = null

  constructor(hall: Hall) {
    this.hall = hall
    const { minX, minY, maxX, maxY } = sheetOf(hall)
    this.veil = new Sprite({ texture: Texture.WHITE, tint: INK.paper, alpha: VEIL, visible: false })
    this.veil.position.set(minX, minY)
    this.veil.setSize(maxX - minX, maxY - minY)
    this.container.addChild(this.veil, this.wash)
  }

  show(camera: Camera, view: Viewport): void {
    const { heat } = useHeat.getState()
    if (heat !== this.drawn) this.redraw(heat)
    const { x, y } = toScreen(camera, view, { x: 0, z: 0 })
    this.container.position.set(x, y)
    this.container.scale.set(camera.scale)
  }

  dispose(): void {
    this.clear()
    this.container.destroy({ children: true })
  }

  private redraw(heat: Heat | null): void {
    this.drawn = heat
    this.clear()
    this.veil.visible = heat?.hallId === this.hall.id
    if (heat?.hallId !== this.hall.id || heat.cells.length === 0) return
    const sheet = boundsOfCells(heat)
    const sprite = new Sprite(new Texture({ source: new CanvasSource({ resource: painted(heat, sheet) }) }))
    sprite.position.set(sheet.x * FOOTFALL_CELL, sheet.z * FOOTFALL_CELL)
    sprite.scale.set(FOOTFALL_CELL / FINE)
    this.wash.addChild(sprite)
  }

  private clear(): void {
    for (const sprite of this.wash.removeChildren()) sprite.destroy({ texture: true, textureSource: true })
  }
}

function boundsOfCells({ cells }: Heat): Sheet {
  const [xs, zs] = [cells.map(({ x }) => x), cells.map(({ z }) => z)]
  const [x, z] = [Math.min(...xs) - 1, Math.min(...zs) - 1]
  return { x, z, columns: Math.max(...xs) - x + 2, rows: Math.max(...zs) - z + 2 }
}

function painted(heat: Heat, sheet: Sheet): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = sheet.columns * FINE
  canvas.height = sheet.rows * FINE
  const brush = canvas.getContext('2d')
  if (!brush) return canvas
  const heats = heatsOf(heat, sheet)
  const picture = brush.createImageData(canvas.width, canvas.height)
  for (let y = 0; y < canvas.height; y++)
    for (let x = 0; x < canvas.width; x++) {
      const here = between(heats, sheet, (x + 0.5) / FINE - 0.5, (y + 0.5) / FINE - 0.5)
      if (here === 0) continue
      const opacity = Math.round(255 * OPACITY * Math.min(1, here / FADES))
      picture.data.set([...heatColour(here), opacity], (y * canvas.width + x) * 4)
    }
  brush.putImageData(picture, 0, 0)
  return canvas
}

function heatsOf({ cells, most }: Heat, { x, z, columns, rows }: Sheet): Float32Array {
  const heats = new Float32Array(columns * rows)
  for (const cell of cells) heats[(cell.z - z) * columns + (cell.x - x)] = heatOf(cell.minutes, most)
  return heats
}

/** The heat between the middles of four cells. */
function between(heats: Float32Array, { columns, rows }: Sheet, x: number, z: number): number {
  const [column, row] = [Math.floor(x), Math.floor(z)]
  const at = (cx: number, cz: number): number =>
    cx < 0 || cz < 0 || cx >= columns || cz >= rows ? 0 : (heats[cz * columns + cx] as number)
  const [across, down] = [x - column, z - row]
  const above = at(column, row) * (1 - across) + at(column + 1, row) * across
  const below = at(column, row + 1) * (1 - across) + at(column + 1, row + 1) * across
  return above * (1 - down) + below * down
}
