/**
 * How simulated visitors prove themselves: a secret that this process made and shows to nobody but the crowd it starts.
 * With it come the name and the look, so that the crowd needs no accounts.
 */
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { look } from '../../shared/people/look.ts'
import type { Guest } from '../rooms/deps.ts'

const SECRET = 'x-alleya-rehearsal'
const GUEST = 'x-alleya-rehearsal-guest'

const simulatedGuest = z.object({ personId: z.string().min(1).max(64), name: z.string().min(1).max(40), look })
export type SimulatedGuest = z.infer<typeof simulatedGuest>

/** Headers of a simulated visitor's requests. */
export const passOf = (secret: string, guest: SimulatedGuest): Record<string, string> => ({
  [SECRET]: secret,
  [GUEST]: encodeURIComponent(JSON.stringify(guest)),
})

/** The simulated visitor whose pass these headers carry, or null when they carry none that is right. */
export function readPass(headers: Headers, secret: string): Guest | null {
  const shown = Buffer.from(headers.get(SECRET) ?? '')
  const right = Buffer.from(secret)
  if (shown.length !== right.length || !timingSafeEqual(shown, right)) return null
  const guest = simulatedGuest.parse(JSON.parse(decodeURIComponent(headers.get(GUEST) ?? '')))
  return { ...guest, session: null, roles: [], simulated: true }
}
