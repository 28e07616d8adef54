/** Turns as quaternions (x, y, z, w), without allocating three.js objects: recipes make thousands of them. */
export type Turn = readonly [number, number, number, number]

export const NO_TURN: Turn = [0, 0, 0, 1]

/** Radians: first roll about z, then pitch about x, then yaw about y. */
export function turn(yaw: number, pitch = 0, roll = 0): Turn {
  const cy = Math.cos(yaw / 2)
  const sy = Math.sin(yaw / 2)
  const cx = Math.cos(pitch / 2)
  const sx = Math.sin(pitch / 2)
  const cz = Math.cos(roll / 2)
  const sz = Math.sin(roll / 2)
  return [
    cy * sx * cz + sy * cx * sz,
    sy * cx * cz - cy * sx * sz,
    cy * cx * sz - sy * sx * cz,
    cy * cx * cz + sy * sx * sz,
  ]
}

/** `a` after `b`. */
export function after(a: Turn, b: Turn): Turn {
  return [
    a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
    a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
    a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
    a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
  ]
}
