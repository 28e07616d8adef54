/**
 * A length that no path from `first` through all nodes to `last` can be under: the Held–Karp bound, which is the
 * heaviest minimum 1-tree over prices of nodes, climbed to by subgradient steps (Held & Karp 1970, 1971). The path is
 * closed by a way from `last` to `first` that costs nothing and belongs to every 1-tree.
 *
 * @param legs symmetric seconds, `size` rows
 * @param tour length of a good path: the climb takes its steps from the distance to it
 */
export function heldKarpBound(legs: Float64Array, size: number, first: number, last: number, tour: number): number {
  const prices = new Float64Array(size)
  let best = 0
  let stride = 1.5
  let sinceBetter = 0
  let before = new Int32Array(size)
  for (let step = 0; step < STEPS && stride > 1e-4; step++) {
    const { weight, degrees } = oneTree(legs, size, first, last, prices)
    const bound = weight - 2 * prices.reduce((sum, price) => sum + price, 0)
    if (bound > best + 1e-9) {
      best = bound
      sinceBetter = 0
    } else if (++sinceBetter === PATIENCE) {
      stride /= 1.5
      sinceBetter = 0
    }
    const off = degrees.map((degree) => degree - 2)
    const length = off.reduce((sum, one) => sum + one * one, 0)
    if (length === 0) return bound
    const pace = (stride * Math.max(tour - bound, tour * 1e-4)) / length
    // Something of the step before keeps the climb from zigzagging (Volgenant & Jonker 1982).
    for (let node = 0; node < size; node++) {
      prices[node] = (prices[node] as number) + pace * (0.7 * (off[node] as number) + 0.3 * (before[node] as number))
    }
    before = off
  }
  return best
}

const STEPS = 2000
const PATIENCE = 20

/** A least spanning tree of all nodes but `last`, and two ways from that: to `first`, and the shortest other (Prim). */
function oneTree(legs: Float64Array, size: number, first: number, last: number, prices: Float64Array) {
  const degrees = new Int32Array(size)
  const nearest = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const parent = new Int32Array(size).fill(-1)
  const done = new Uint8Array(size)
  let weight = (prices[last] as number) + (prices[first] as number)
  nearest[first] = 0
  done[last] = 1
  for (let turn = 1; turn < size; turn++) {
    let node = -1
    for (let i = 0; i < size; i++) {
      if (done[i] === 0 && (node < 0 || (nearest[i] as number) < (nearest[node] as number))) node = i
    }
    done[node] = 1
    const from = parent[node] as number
    if (from >= 0) {
      weight += nearest[node] as number
      degrees[node] = (degrees[node] as number) + 1
      degrees[from] = (degrees[from] as number) + 1
    }
    for (let i = 0; i < size; i++) {
      if (done[i] === 1) continue
      const leg = (legs[node * size + i] as number) + (prices[node] as number) + (prices[i] as number)
      if (leg < (nearest[i] as number)) {
        nearest[i] = leg
        parent[i] = node
      }
    }
  }
  let other = -1
  const toOther = (node: number): number =>
    (legs[last * size + node] as number) + (prices[last] as number) + (prices[node] as number)
  for (let i = 0; i < size; i++) {
    if (i !== last && i !== first && (other < 0 || toOther(i) < toOther(other))) other = i
  }
  weight += toOther(other)
  degrees[last] = 2
  degrees[first] = (degrees[first] as number) + 1
  degrees[other] = (degrees[other] as number) + 1
  return { weight, degrees }
}
