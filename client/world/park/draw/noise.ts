import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, type Texture } from 'three'
import { Chance } from '../random.ts'

const SIZE = 256
let texture: Texture | null = null

/**
 * Tiling noise every material reads: red fine grain, green soft clouds (5 octaves), blue other clouds, alpha broad
 * patches. Drawn once a page.
 */
export function noise(): Texture {
  if (texture) return texture
  const chance = new Chance(20200514)
  const data = new Uint8Array(SIZE * SIZE * 4)
  const channels = [
    octaves(chance, [64, 128], 0.8),
    octaves(chance, [4, 8, 16, 32, 64], 0.55),
    octaves(chance, [8, 16, 32, 64], 0.6),
    octaves(chance, [2, 4, 8], 0.5),
  ]
  channels.forEach((channel, c) => {
    for (let i = 0; i < channel.length; i++) data[i * 4 + c] = (channel[i] as number) * 255
  })
  const made = new DataTexture(data, SIZE, SIZE)
  made.wrapS = made.wrapT = RepeatWrapping
  made.magFilter = LinearFilter
  made.minFilter = LinearMipmapLinearFilter
  made.generateMipmaps = true
  made.needsUpdate = true
  texture = made
  return made
}

/** Value noise of tiling lattices, stretched to 0…1. */
function octaves(chance: Chance, cells: readonly number[], fade: number): Float32Array {
  const out = new Float32Array(SIZE * SIZE)
  let weight = 1
  for (const count of cells) {
    const lattice = Float32Array.from({ length: count * count }, () => chance.next())
    const step = count / SIZE
    for (let y = 0; y < SIZE; y++) {
      const cy = Math.floor(y * step)
      const ty = smooth(y * step - cy)
      const row = cy * count
      const next = ((cy + 1) % count) * count
      for (let x = 0; x < SIZE; x++) {
        const cx = Math.floor(x * step)
        const tx = smooth(x * step - cx)
        const right = (cx + 1) % count
        const top = mix(lattice[row + cx] as number, lattice[row + right] as number, tx)
        const bottom = mix(lattice[next + cx] as number, lattice[next + right] as number, tx)
        out[y * SIZE + x] = (out[y * SIZE + x] as number) + mix(top, bottom, ty) * weight
      }
    }
    weight *= fade
  }
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of out) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return out.map((value) => (value - low) / (high - low))
}

const smooth = (t: number): number => t * t * (3 - 2 * t)
const mix = (a: number, b: number, t: number): number => a + (b - a) * t
