/**
 * Which screens deserve a film: those that fill most of the view. A film that plays keeps its place until another is clearly
 * better, so that walking past a row of screens does not flicker.
 */
import type { Screen } from '../park/screens.ts'

/** How much better a newcomer must be. */
const CLEARLY = 1.35
/** Metres; further away a film is a blinking dot. */
export const FILMS_WITHIN = 28

export interface Eye {
  readonly x: number
  readonly y: number
  readonly z: number
  /** Where it looks, unit length. */
  readonly aheadX: number
  readonly aheadZ: number
}

/** Share of the view, roughly: area over distance squared, less when seen from the side or at the edge of the view. */
export function worthOf(screen: Screen, eye: Eye): number {
  const dx = screen.position.x - eye.x
  const dz = screen.position.z - eye.z
  const far = Math.hypot(dx, dz, screen.position.y - eye.y)
  if (far > FILMS_WITHIN || far < 0.2) return 0
  const angle = (screen.heading * Math.PI) / 180
  const facing = -(dx * Math.sin(angle) + dz * Math.cos(angle)) / far
  const ahead = (dx * eye.aheadX + dz * eye.aheadZ) / far
  if (facing < 0.15 || ahead < 0.35) return 0
  return ((screen.width * screen.height) / (far * far)) * facing * ahead
}

/**
 * The screens that play next, at most `most`. `worth` gives each candidate's worth by index; `playing` those that play now.
 */
export function chosen(worth: ReadonlyMap<number, number>, playing: ReadonlySet<number>, most: number): number[] {
  return [...worth]
    .filter(([, value]) => value > 0)
    .map(([index, value]) => ({ index, value: playing.has(index) ? value * CLEARLY : value }))
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ index }) => index)
}
