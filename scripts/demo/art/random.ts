/** Deterministic randomness: the same exhibitor id gives the same mark and poster on every machine. */
export interface Random {
  /** [0, 1) */
  next(): number
  /** Integer in [0, n) */
  below(n: number): number
  between(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

/** FNV-1a of the seed's text drives mulberry32. */
export function randomOf(seed: string): Random {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    between: (from, to) => from + (to - from) * next(),
    pick: (from) => from[below(from.length)] as (typeof from)[number],
  }
}
