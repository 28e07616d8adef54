import {
  type BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  type Material,
  Mesh,
} from 'three'

/** Floats of one instance: four lanes of vec4, read by shaders as `lane0`…`lane3`. */
export const LANES = 4
export const STRIDE = LANES * 4

/**
 * One draw call: a template and the instances of it that are in view just now.
 *
 * The hall is cut into things, a thing's drawing at one level of detail is a few blocks of instances, and every refill
 * copies the blocks of things in view one after another. So the number of draws is the number of pools, whatever the
 * hall holds, and nothing behind the visitor is sent to the GPU.
 */
export class Pool {
  readonly mesh: Mesh<InstancedBufferGeometry, Material>
  private readonly geometry = new InstancedBufferGeometry()
  private buffer: InstancedInterleavedBuffer
  private filled = 0

  constructor(name: string, template: BufferGeometry, material: Material, capacity = 256) {
    this.geometry.index = template.index
    for (const [attribute, value] of Object.entries(template.attributes)) this.geometry.setAttribute(attribute, value)
    this.buffer = this.allocate(capacity)
    this.mesh = new Mesh(this.geometry, material)
    this.mesh.name = name
    this.mesh.frustumCulled = false
    this.mesh.matrixAutoUpdate = false
    this.mesh.visible = false
  }

  begin(): void {
    this.filled = 0
  }

  add(block: Float32Array): void {
    const end = this.filled + block.length
    if (end > this.buffer.array.length) this.grow(end)
    ;(this.buffer.array as Float32Array).set(block, this.filled)
    this.filled = end
  }

  end(): void {
    const count = this.filled / STRIDE
    this.geometry.instanceCount = count
    this.mesh.visible = count > 0
    if (count === 0) return
    this.buffer.clearUpdateRanges()
    this.buffer.addUpdateRange(0, this.filled)
    this.buffer.needsUpdate = true
  }

  dispose(): void {
    this.geometry.dispose()
    this.mesh.material.dispose()
  }

  private allocate(instances: number): InstancedInterleavedBuffer {
    const buffer = new InstancedInterleavedBuffer(new Float32Array(instances * STRIDE), STRIDE)
    buffer.setUsage(DynamicDrawUsage)
    for (let lane = 0; lane < LANES; lane++)
      this.geometry.setAttribute(`lane${lane}`, new InterleavedBufferAttribute(buffer, 4, lane * 4))
    return buffer
  }

  private grow(floats: number): void {
    const old = this.buffer.array as Float32Array
    // A dropped buffer is freed on the GPU only when the geometry says so; the template uploads again, once.
    this.geometry.dispose()
    this.buffer = this.allocate(Math.ceil((floats / STRIDE) * 1.5))
    ;(this.buffer.array as Float32Array).set(old.subarray(0, this.filled))
  }
}
