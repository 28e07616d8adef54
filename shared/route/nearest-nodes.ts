/** For each of `nodes` its `count` nearest others, nearest first, row by row. `legs`: `nodes` rows of seconds. */
export function nearestNodes(legs: Float64Array, nodes: number, count: number): Int32Array {
  const near = new Int32Array(nodes * count)
  const lengths = new Float64Array(count)
  for (let node = 0; node < nodes; node++) {
    let known = 0
    for (let other = 0; other < nodes; other++) {
      const length = legs[node * nodes + other] as number
      if (other === node || (known === count && length >= (lengths[count - 1] as number))) continue
      let slot = known < count ? known++ : count - 1
      for (; slot > 0 && (lengths[slot - 1] as number) > length; slot--) {
        lengths[slot] = lengths[slot - 1] as number
        near[node * count + slot] = near[node * count + slot - 1] as number
      }
      lengths[slot] = length
      near[node * count + slot] = other
    }
  }
  return near
}
