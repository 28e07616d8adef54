import { Refused } from '../services/refused.ts'

/** Longest a visitor waits for what other processes have to say, ms: with Redis gone they would not answer at all. */
const PATIENCE = 5000

/** `work`, unless it takes too long. @throws Refused `unavailable` */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refused('unavailable', { retryAfterSeconds: PATIENCE / 1000 })), PATIENCE)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
