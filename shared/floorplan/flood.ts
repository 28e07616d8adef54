/** Which squares of a raster hang together. */

/** 1 for every free square that can be reached from `starts` over sides. `blocked` is 1 where nobody can stand. */
export function flood(blocked: Uint8Array, columns: number, starts: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(blocked.length)
  for (const start of starts) spread(blocked, columns, start, reached, 1)
  return reached
}

/**
 * Line by line: fills a run of squares to its ends, then looks for runs above and below. Several times faster than
 * going square by square, because a hall is mostly open.
 */
function spread(blocked: Uint8Array, columns: number, start: number, label: Uint8Array, value: number): void {
  const stack = [start]
  const isOpen = (square: number): boolean => blocked[square] === 0 && label[square] === 0
  while (stack.length > 0) {
    const square = stack.pop() as number
    if (!isOpen(square)) continue
    const row = square - (square % columns)
    let left = square
    while (left > row && isOpen(left - 1)) left--
    let right = square
    while (right < row + columns - 1 && isOpen(right + 1)) right++
    label.fill(value, left, right + 1)
    for (const next of [-columns, columns]) {
      if (left + next < 0 || left + next >= blocked.length) continue
      let inRun = false
      for (let i = left + next; i <= right + next; i++) {
        const open = isOpen(i)
        if (open && !inRun) stack.push(i)
        inRun = open
      }
    }
  }
}
