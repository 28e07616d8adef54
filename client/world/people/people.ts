/**
 * Everybody in sight: three levels of detail, one instanced draw each, their shadows in the sun and the dark under their
 * feet. A frame copies twelve numbers for each person in view; the vertex shader does the rest.
 */
import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  Frustum,
  Group,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Matrix4,
  Mesh,
  type Plane,
  type ShaderMaterial,
} from 'three'
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import type { Crowd } from '../../state/crowd.ts'
import type { Tier } from '../../state/settings.ts'
import type { Frame, Part } from '../frame.ts'
import type { Light } from '../park/light.ts'
import { Gaze } from './gaze.ts'
import { STRIDE } from './looks.ts'
import { bodyMaterial, contactMaterial, peopleUniforms, shadowMaterial } from './materials.ts'
import { Motion, type Visitor } from './motion.ts'
import { type Sculpture, sculpt } from './sculpt.ts'
import { Seats } from './seats.ts'

/** How far and how many: `near` and `mid` with their most, `far` and beyond that nobody. Metres. */
const REACH: Readonly<
  Record<Tier, { near: number; nearMost: number; mid: number; midMost: number; far: number; shadows: boolean }>
> = {
  low: { near: 7, nearMost: 10, mid: 22, midMost: 60, far: 110, shadows: false },
  medium: { near: 10, nearMost: 16, mid: 34, midMost: 110, far: 140, shadows: true },
  high: { near: 14, nearMost: 24, mid: 42, midMost: 130, far: 180, shadows: true },
}
/** Around somebody's middle: the body, and the body with its shadow. */
const BODY = 1.1
const WITH_SHADOW = 3.6
const MIDDLE = 0.9
/** The visitor's own body is not drawn when the camera is this close: we are looking out of it. */
const INSIDE = 0.75

export interface PeopleOptions {
  readonly crowd: Crowd
  readonly self: Visitor
  readonly plan: HallPlan
  readonly light: Light
  readonly tier: Tier
}

export class People implements Part {
  readonly object = new Group()
  readonly motion: Motion
  readonly steps: Part['steps']
  private readonly gaze: Gaze
  private readonly seats: Seats
  private readonly near: Batch
  private readonly mid: Batch
  private readonly far: Batch
  private readonly uniforms: ReturnType<typeof peopleUniforms>
  private readonly clock = { value: 0 }
  private readonly shadows: Mesh[] = []
  private readonly materials: ShaderMaterial[] = []
  private readonly sculptures: readonly Sculpture[]
  private readonly planes: readonly Plane[]
  private readonly frustum = new Frustum()
  private readonly matrix = new Matrix4()
  private reach: (typeof REACH)[Tier]
  /** Shrinks when more people stand near than the nearest level may hold. */
  private nearWithin: number
  private midWithin: number

  constructor({ crowd, self, plan, light, tier }: PeopleOptions) {
    this.object.name = 'people'
    this.reach = REACH[tier]
    this.nearWithin = this.reach.near
    this.midWithin = this.reach.mid
    this.motion = new Motion(crowd, self)
    this.gaze = new Gaze(this.motion, plan)
    this.seats = new Seats(this.motion, plan)
    this.planes = this.frustum.planes
    const [near, mid, far] = [sculpt('near'), sculpt('mid'), sculpt('far')]
    this.sculptures = [near, mid, far]
    this.uniforms = peopleUniforms(light, this.clock)
    this.near = new Batch(REACH.high.nearMost + 1)
    this.mid = new Batch(REACH.high.midMost + 1)
    this.far = new Batch(256)
    this.draw('people near', near, this.near, bodyMaterial(this.uniforms, near.shapes, false))
    this.draw('people mid', mid, this.mid, bodyMaterial(this.uniforms, mid.shapes, false))
    this.draw('people far', far, this.far, bodyMaterial(this.uniforms, far.shapes, true))
    this.shadow('shadows near', mid, this.near)
    this.shadow('shadows mid', far, this.mid)
    const foot = disc()
    for (const batch of [this.near, this.mid]) {
      const mesh = this.draw('contact', foot, batch, contactMaterial(this.uniforms))
      mesh.renderOrder = 20
    }
    this.setTier(tier)
    this.steps = {
      crowd: (frame) => {
        this.clock.value = frame.time
        this.motion.update(frame)
        this.gaze.update(frame)
        this.seats.update(frame)
        this.seats.place()
      },
      visibility: (frame) => this.fill(frame),
    }
  }

  get triangles(): { near: number; mid: number; far: number } {
    const [near, mid, far] = this.sculptures
    return { near: near?.triangles ?? 0, mid: mid?.triangles ?? 0, far: far?.triangles ?? 0 }
  }

  setTier(tier: Tier): void {
    this.reach = REACH[tier]
    this.nearWithin = this.reach.near
    this.midWithin = this.reach.mid
    for (const shadow of this.shadows) shadow.visible = this.reach.shadows
  }

  dispose(): void {
    for (const batch of [this.near, this.mid, this.far]) batch.dispose()
    for (const material of this.materials) material.dispose()
    for (const { geometry, shapes } of this.sculptures) {
      geometry.dispose()
      shapes.dispose()
    }
    this.object.clear()
  }

  private fill({ camera, self }: Frame): void {
    const { motion, near, mid, far, reach } = this
    this.frustum.setFromProjectionMatrix(
      this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
    )
    near.begin()
    mid.begin()
    far.begin()
    const eye = camera.position
    const nearSquare = this.nearWithin * this.nearWithin
    const midSquare = this.midWithin * this.midWithin
    const farSquare = reach.far * reach.far
    const inside = Math.hypot(eye.x - self.x, eye.z - self.z) < INSIDE
    for (let row = inside ? 1 : 0; row < motion.count; row++) {
      const x = motion.drawnX[row] as number
      const z = motion.drawnZ[row] as number
      const square = (x - eye.x) ** 2 + (z - eye.z) ** 2
      if (square > farSquare) continue
      if (!this.sees(x, z, square < midSquare ? WITH_SHADOW : BODY)) continue
      if (square < nearSquare && near.count <= reach.nearMost) near.add(motion, row)
      else if (square < midSquare && mid.count <= reach.midMost) mid.add(motion, row)
      else far.add(motion, row)
    }
    this.nearWithin = adapted(this.nearWithin, near.count, reach.nearMost, reach.near)
    this.midWithin = adapted(this.midWithin, mid.count, reach.midMost, reach.mid)
    near.end()
    mid.end()
    far.end()
  }

  private sees(x: number, z: number, radius: number): boolean {
    const { planes } = this
    for (let i = 0; i < 5; i++) {
      const { normal, constant } = planes[i] as Plane
      if (normal.x * x + normal.y * MIDDLE + normal.z * z + constant < -radius) return false
    }
    return true
  }

  private draw(name: string, { geometry }: { geometry: BufferGeometry }, batch: Batch, material: ShaderMaterial): Mesh {
    const mesh = new Mesh(batch.geometry(geometry), material)
    mesh.name = name
    mesh.frustumCulled = false
    mesh.matrixAutoUpdate = false
    this.materials.push(material)
    this.object.add(mesh)
    return mesh
  }

  private shadow(name: string, sculpture: Sculpture, batch: Batch): void {
    const mesh = this.draw(name, sculpture, batch, shadowMaterial(this.uniforms, sculpture.shapes))
    mesh.renderOrder = 21
    this.shadows.push(mesh)
  }
}

/** A radius that lets through about as many as may be. */
function adapted(radius: number, count: number, most: number, widest: number): number {
  if (count > most) return radius * 0.93
  return count < most * 0.8 ? Math.min(widest, radius * 1.03) : radius
}

/** People drawn alike this frame. Several meshes may draw the same batch. */
class Batch {
  count = 0
  private buffer: InstancedInterleavedBuffer
  private readonly geometries: InstancedBufferGeometry[] = []

  constructor(capacity: number) {
    this.buffer = this.allocate(capacity)
  }

  geometry(template: BufferGeometry): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry()
    geometry.index = template.index
    for (const [name, attribute] of Object.entries(template.attributes)) geometry.setAttribute(name, attribute)
    this.geometries.push(geometry)
    this.attach(geometry)
    return geometry
  }

  begin(): void {
    this.count = 0
  }

  add(motion: Motion, row: number): void {
    const at = this.count * STRIDE
    if (at + STRIDE > this.buffer.array.length) this.grow()
    const into = this.buffer.array
    const look = row * 4
    into[at] = motion.drawnX[row] as number
    into[at + 1] = motion.drawnZ[row] as number
    into[at + 2] = motion.heading[row] as number
    into[at + 3] = motion.phase[row] as number
    into[at + 4] = motion.speed[row] as number
    into[at + 5] = motion.gaze[row] as number
    into[at + 6] = motion.wave[row] as number
    into[at + 7] = Math.round((motion.talk[row] as number) * 15) + (motion.seat[row] as number) * 0.999
    into[at + 8] = motion.look[look] as number
    into[at + 9] = motion.look[look + 1] as number
    into[at + 10] = motion.look[look + 2] as number
    into[at + 11] = motion.look[look + 3] as number
    this.count++
  }

  end(): void {
    for (let i = 0; i < this.geometries.length; i++) {
      const geometry = this.geometries[i] as InstancedBufferGeometry
      geometry.instanceCount = this.count
    }
    if (this.count === 0) return
    this.buffer.clearUpdateRanges()
    this.buffer.addUpdateRange(0, this.count * STRIDE)
    this.buffer.needsUpdate = true
  }

  dispose(): void {
    for (const geometry of this.geometries) geometry.dispose()
  }

  private allocate(capacity: number): InstancedInterleavedBuffer {
    const buffer = new InstancedInterleavedBuffer(new Float32Array(capacity * STRIDE), STRIDE)
    buffer.setUsage(DynamicDrawUsage)
    return buffer
  }

  private grow(): void {
    const larger = this.allocate((this.buffer.array.length / STRIDE) * 2)
    larger.array.set(this.buffer.array)
    this.buffer = larger
    for (const geometry of this.geometries) {
      geometry.dispose()
      this.attach(geometry)
    }
  }

  private attach(geometry: InstancedBufferGeometry): void {
    for (let lane = 0; lane < 3; lane++) {
      geometry.setAttribute(`lane${lane}`, new InterleavedBufferAttribute(this.buffer, 4, lane * 4))
    }
  }
}

function disc(): { geometry: BufferGeometry } {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, 0, -1, -1, 0, 1, 1, 0, 1, 1, 0, -1]), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  return { geometry }
}
