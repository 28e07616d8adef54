/** Lines of a name that fit a place: broken between words, then inside a long word, and elided when nothing helps. */

/** Width of a text in pixels. */
export type Measure = (text: string) => number

/** At most `most` lines no wider than `width`; null when not even a few letters fit. */
export function wrapped(text: string, width: number, most: number, measure: Measure): string[] | null {
  if (most < 1 || measure('Ммм…') > width) return null
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/)
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    if (lines.length === most) return [...lines.slice(0, -1), elided(`${lines.at(-1)} ${word}`, width, measure)]
    if (measure(word) <= width) {
      line = word
      continue
    }
    if (lines.length === most - 1) return [...lines, elided(words.slice(i).join(' '), width, measure)]
    const [head, tail] = broken(word, width, measure)
    lines.push(head)
    line = measure(tail) <= width ? tail : elided(tail, width, measure)
  }
  if (line !== '') lines.push(line)
  return lines.length > most
    ? [...lines.slice(0, most - 1), elided(lines.slice(most - 1).join(' '), width, measure)]
    : lines
}

/** As much of `text` as fits with the sign that there is more. */
export function elided(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  let length = text.length - 1
  while (length > 0 && measure(`${text.slice(0, length).trimEnd()}…`) > width) length--
  return `${text.slice(0, length).trimEnd()}…`
}

/** A word in two, after a vowel where possible, with at least three letters on either side. */
function broken(word: string, width: number, measure: Measure): [string, string] {
  let most = word.length - 1
  while (most > 1 && measure(`${word.slice(0, most)}-`) > width) most--
  let at = Math.min(most, word.length - 3)
  while (at > 3 && !/[аеёиоуыэюяaeiouy]/i.test(word[at - 1] as string)) at--
  if (at <= 3) at = Math.max(1, most)
  return [`${word.slice(0, at)}-`, word.slice(at)]
}
