/** A light at each booth where somebody is there for visitors just now. */
import { Container, Sprite } from 'pixi.js'
import type { Booth, HallPlan } from '../../../shared/floorplan/model.ts'
import { toHall } from '../../../shared/floorplan/point.ts'
import { isLive, useStaff } from '../../state/staff.ts'
import { type Camera, toScreen, type Viewport } from '../camera.ts'
import type { Stamps } from './stamps.ts'

/** From here on the lights have their full size, pixels a metre; from afar they are smaller, but seen. */
const FULL = 9
const LEAST = 0.85

export class Lights {
  readonly container = new Container()
  private readonly booths: readonly Booth[]
  private readonly stamps: Stamps

  constructor(plan: HallPlan, stamps: Stamps) {
    this.booths = plan.booths
    this.stamps = stamps
  }

  show(camera: Camera, view: Viewport): void {
    const staff = useStaff.getState()
    const lit = this.booths.filter(({ exhibitorId }) => isLive(staff, exhibitorId))
    const { children } = this.container
    while (children.length < lit.length)
      this.container.addChild(new Sprite({ texture: this.stamps.light, anchor: 0.5 }))
    while (children.length > lit.length) children.at(-1)?.destroy()
    const size = Math.max(LEAST, Math.min(1, camera.scale / FULL))
    for (const [i, booth] of lit.entries()) {
      // At the corner of its front, where its name does not stand.
      const { x, y } = toScreen(camera, view, toHall({ x: booth.width / 2, z: booth.depth / 2 }, booth))
      const light = children[i]
      light?.position.set(x, y)
      light?.scale.set(size)
    }
  }

  dispose(): void {
    this.container.destroy({ children: true })
  }
}
