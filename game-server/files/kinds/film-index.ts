import { open } from 'node:fs/promises'

/** Boxes at the top of an MP4 that are looked at: a film in fragments of a second has two for each. */
const MOST_BOXES = 100_000

/**
 * Bytes of the index (`moov`) of an MP4, which whoever reads the film takes into memory whole (ISO/IEC 14496-12, 4.2).
 * 0 where there is none, `Infinity` where there are more boxes than any film has.
 */
export async function indexBytes(path: string): Promise<number> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(16)
    let at = 0
    for (let n = 0; at + 8 <= size; n++) {
      if (n === MOST_BOXES) return Number.POSITIVE_INFINITY
      await file.read({ buffer: head, position: at })
      const short = head.readUInt32BE(0)
      // 1: the size follows in 64 bits; 0: up to the end.
      const bytes = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short
      if (head.toString('latin1', 4, 8) === 'moov') return bytes
      if (bytes < 8) return 0
      at += bytes
    }
    return 0
  } finally {
    await file.close()
  }
}
