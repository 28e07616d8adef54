/** The cells of an hour of a hall as bytes: two weeks of a hall are a few hundred rows, and a map of them a few megabytes. */
import type { CellSum } from '../../shared/figures/footfall.ts'

/** x and z, two bytes each; four bytes with the people above the seconds. Little-endian. */
const BYTES = 8
const SECONDS = 2 ** 28

export function packed(cells: readonly CellSum[]): Buffer {
  const bytes = Buffer.alloc(cells.length * BYTES)
  for (const [i, { x, z, seconds, people }] of cells.entries()) {
    bytes.writeInt16LE(x, i * BYTES)
    bytes.writeInt16LE(z, i * BYTES + 2)
    bytes.writeUInt32LE(people * SECONDS + Math.min(seconds, SECONDS - 1), i * BYTES + 4)
  }
  return bytes
}

/** Tells every cell of `bytes`. */
export function eachCell(
  bytes: Uint8Array,
  tell: (x: number, z: number, seconds: number, people: number) => void,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.byteLength; at += BYTES) {
    const sum = view.getUint32(at + 4, true)
    tell(view.getInt16(at, true), view.getInt16(at + 2, true), sum % SECONDS, Math.floor(sum / SECONDS))
  }
}

/**
 * The cells of `bytes` with `more` added to them. Seconds add up. Of people the larger count stands: two instances of a
 * hall may have met the same.
 */
export function added(bytes: Uint8Array, more: readonly CellSum[]): CellSum[] {
  const sums = new Map<number, CellSum>()
  const add = (x: number, z: number, seconds: number, people: number): void => {
    const before = sums.get(placeOf(x, z))
    sums.set(placeOf(x, z), {
      ...{ x, z, seconds: seconds + (before?.seconds ?? 0) },
      people: Math.max(people, before?.people ?? 0),
    })
  }
  eachCell(bytes, add)
  for (const { x, z, seconds, people } of more) add(x, z, seconds, people)
  return [...sums.values()]
}

/** A number for each cell, in the order of rows. */
export const placeOf = (x: number, z: number): number => (z + HALF) * 2 * HALF + x + HALF
export const cellOfPlace = (place: number): { x: number; z: number } => ({
  x: (place % (2 * HALF)) - HALF,
  z: Math.floor(place / (2 * HALF)) - HALF,
})
const HALF = 2 ** 15
