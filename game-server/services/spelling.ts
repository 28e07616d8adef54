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

/**
 * Words of the vocabulary (stems and whole words) nearest to `word`, which may be inflected or not yet typed to its
 * end; empty when none is near.
 */
export function guesses(word: string, vocabulary: Iterable<string>): string[] {
  let allowed = mistakesAllowed(word.length)
  let nearest: string[] = []
  if (allowed === 0) return nearest
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
  const columns = Math.min(candidate.length, word.length + limit)
  let beforeLast: number[] = []
  let last = Array.from({ length: columns + 1 }, (_, column) => column)
  let best = Number.POSITIVE_INFINITY
  for (let row = 1; row <= word.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= columns; column++) {
      const same = word[row - 1] === candidate[column - 1]
      let cost = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      )
      const swapped = word[row - 1] === candidate[column - 2] && word[row - 2] === candidate[column - 1]
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (beforeLast[column - 2] as number) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    const endingIgnored = word.length - row <= LONGEST_ENDING && columns === candidate.length && candidate.length > 3
    if (endingIgnored) best = Math.min(best, current[columns] as number)
    if (row === word.length) best = Math.min(best, ...current.slice(Math.max(1, row - limit)))
    if (least > limit) break
    beforeLast = last
    last = current
  }
  return best <= limit ? best : Number.POSITIVE_INFINITY
}
