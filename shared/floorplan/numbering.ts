/**
 * Booth numbers: the letter of the alley and a number in the order of walking, «А-01».
 *
 * Letters are Russian ones that look like Latin letters (as on Russian number plates), so a number on a plan reads the
 * same to both, and `numberKey` finds it whichever keyboard it was typed on.
 */
import type { Booth } from './model.ts'

const LETTERS = 'АВЕКМНОРСТУХ'
const LATIN = 'ABEKMHOPCTYX'

/** Letter of the alley, counted from 0 over the whole salon: А … Х, АА, АВ … */
export function alleyLetter(index: number): string {
  const last = LETTERS[index % LETTERS.length] as string
  return index < LETTERS.length ? last : alleyLetter(Math.floor(index / LETTERS.length) - 1) + last
}

/** Numbers for booths in the order of walking; as many digits as the longest alley needs, at least two. */
export function numbered(alley: number, booths: readonly Booth[], digits: number): Booth[] {
  const letter = alleyLetter(alley)
  return booths.map((booth, i) => ({ ...booth, number: `${letter}-${String(i + 1).padStart(digits, '0')}` }))
}

/** What two numbers have in common that a visitor cannot tell apart: case, spaces, and the script of such letters. */
export function numberKey(number: string): string {
  return [...number.trim().toUpperCase()].map((letter) => LETTERS[LATIN.indexOf(letter)] ?? letter).join('')
}
