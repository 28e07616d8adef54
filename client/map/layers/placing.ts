/** Which of several labels can be shown without one covering another. */

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Indices of the boxes (centres and sizes) that stay: the first always, each next one if it covers none that stays. */
export function decluttered(boxes: readonly Box[], apart = 2): number[] {
  const kept: number[] = []
  for (const [i, box] of boxes.entries()) {
    const free = kept.every((k) => {
      const other = boxes[k] as Box
      return (
        Math.abs(box.x - other.x) * 2 >= box.width + other.width + 2 * apart ||
        Math.abs(box.y - other.y) * 2 >= box.height + other.height + 2 * apart
      )
    })
    if (free) kept.push(i)
  }
  return kept
}
