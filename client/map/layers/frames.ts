/** Frames around booths: the one pointed at, and the one whose panel is open. */
import { Container, Sprite, Texture } from 'pixi.js'
import type { Booth } from '../../../shared/floorplan/model.ts'
import { PALETTE } from '../../app/palette.ts'
import { type Camera, toScreen, type Viewport } from '../camera.ts'

/** CSS pixels. */
const PEN = { hovered: 2, open: 3.5 } as const
const OUT = 2.5

export class BoothFrame {
  readonly container = new Container()
  private readonly pen: number
  private readonly edges: readonly Sprite[]

  constructor(look: keyof typeof PEN) {
    this.pen = PEN[look]
    const tint = look === 'open' ? PALETTE.blossomDeep : PALETTE.ink
    this.edges = [0, 1, 2, 3].map(() =>
      this.container.addChild(new Sprite({ texture: Texture.WHITE, anchor: 0.5, tint })),
    )
    this.container.visible = false
  }

  show(booth: Booth | null, camera: Camera, view: Viewport): void {
    this.container.visible = booth !== null
    if (!booth) return
    const { x, y } = toScreen(camera, view, booth)
    this.container.position.set(x, y)
    this.container.rotation = (-booth.heading * Math.PI) / 180
    const width = booth.width * camera.scale + 2 * OUT
    const depth = booth.depth * camera.scale + 2 * OUT
    const { pen } = this
    const sides = [
      { x: 0, y: -depth / 2, width: width + pen, height: pen },
      { x: 0, y: depth / 2, width: width + pen, height: pen },
      { x: -width / 2, y: 0, width: pen, height: depth + pen },
      { x: width / 2, y: 0, width: pen, height: depth + pen },
    ]
    for (const [i, side] of sides.entries()) {
      const edge = this.edges[i]
      edge?.position.set(side.x, side.y)
      edge?.setSize(side.width, side.height)
    }
  }

  dispose(): void {
    this.container.destroy({ children: true })
  }
}
