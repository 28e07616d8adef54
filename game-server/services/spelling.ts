/**
 * What a word that nothing is called by was probably meant to be: typed in the wrong keyboard layout, or misspelt by a
 * letter or two.
 */

/** Keys of the Russian and the English layout in the same places. */
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбю'
const ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
const OTHER_LAYOUT = new Map([
  ...[...RUSSIAN].map((letter, key): [string, string] => [letter, ENGLISH[key] as string]),
  ...[...ENGLISH].map((letter, key): [string, string] => [letter, RUSSIAN[key] as string]),
])

/** `text` as the same keys give it in the other layout. */
export const inOtherLayout = (text: string): string =>
  [...text.toLowerCase()].map((letter) => OTHER_LAYOUT.get(letter) ?? letter).join('')

// Endings of inflected words: what may follow a stem. «ами», «ого».
const LONGEST_ENDING = 3
const MOST_GUESSES = 8

/** Letters that may be wrong in a word of this length: one in a short word, or every word would be like every other. */
const mistakesAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** Whether `word` is in the vocabulary (of stems and whole words), inflected or not yet typed to its end. */
export const isKnown = (word: string, vocabulary: readonly string[]): boolean =>
  vocabulary.some((one) => one.startsWith(word) || (one.length >= 3 && isInflected(word, one)))

const isInflected = (word: string, stem: string): boolean =>
  word.startsWith(stem) && word.length - stem.length <= LONGEST_ENDING

/** Words of the vocabulary nearest to `word`, which may be inflected or unfinished, too; empty when none is near. */
export function guesses(word: string, vocabulary: readonly string[]): string[] {
  let allowed = mistakesAllowed(word.length)
  let nearest: string[] = []
  if (allowed === 0 || word.length > LONGEST_WORD) return nearest
  for (const candidate of vocabulary) {
    if (candidate.length < 3 || candidate.length < word.length - LONGEST_ENDING - allowed) continue
    const mistakes = mistakesBetween(word, candidate, allowed)
    if (mistakes > allowed) continue
    if (mistakes < allowed) nearest = []
    allowed = mistakes
    nearest.push(candidate)
  }
  return nearest.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_GUESSES)
}

/**
 * Letters left out, put in, replaced or swapped with their neighbour (optimal string alignment, Damerau 1964) between
 * `word` and `candidate`, where the end of the candidate may be missing (still being typed) and so may an ending of the
 * word (inflected). Anything above `limit` is given as Infinity.
 */
function mistakesBetween(word: string, candidate: string, limit: number): number {
  const columns = Math.min(candidate.length, word.length + limit, LONGEST_WORD)
  const inflected = columns === candidate.length && columns > 3
  let [beforeLast, last, current] = [row0, row1, row2]
  for (let column = 0; column <= columns; column++) last[column] = column
  let best = limit + 1
  for (let row = 1; row <= word.length; row++) {
    current[0] = row
    let least = row
    for (let column = 1; column <= columns; column++) {
      const same = word[row - 1] === candidate[column - 1]
      const across = at(last, column - 1) + (same ? 0 : 1)
      let cost = Math.min(across, at(last, column) + 1, at(current, column - 1) + 1)
      const swapped = !same && word[row - 1] === candidate[column - 2] && word[row - 2] === candidate[column - 1]
      if (swapped && row > 1 && column > 1) cost = Math.min(cost, at(beforeLast, column - 2) + 1)
      current[column] = cost
      if (cost < least) least = cost
      if (row === word.length && column >= row - limit && cost < best) best = cost
    }
    if (inflected && word.length - row <= LONGEST_ENDING) best = Math.min(best, at(current, columns))
    if (least > limit) break
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return best <= limit ? best : Number.POSITIVE_INFINITY
}

// Rows of the table above, used again and again: a question compares a word with thousands.
const LONGEST_WORD = 64
const [row0, row1, row2] = [1, 2, 3].map(() => new Uint8Array(LONGEST_WORD + 1)) as [Uint8Array, Uint8Array, Uint8Array]
const at = (row: Uint8Array, column: number): number => row[column] as number
