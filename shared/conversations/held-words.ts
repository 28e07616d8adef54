/**
 * Finds words of a list in what people write, also where they are disguised: in another case, with letters of the other
 * alphabet that look the same, with digits for letters, with letters drawn out, spaced out or parted by what is not seen.
 * Whole words only, in any Russian or English ending, so that a word inside another one is no hit.
 */

/** Words of `list` that `text` has, as the list spells them. */
export function heldWordsIn(text: string, list: readonly string[]): string[] {
  const said = new Set(wordsOf(text).flatMap(readings))
  return list.filter((word) => readings(wordsOf(word).join('')).some((entry) => isSaid(entry, said)))
}

function isSaid(entry: string, said: ReadonlySet<string>): boolean {
  const stem = stemOf(entry)
  return [...said].some((word) => word === entry || (word.startsWith(stem) && ENDINGS.has(word.slice(stem.length))))
}

/** Invisible signs, and marks that are put over letters. */
const UNSEEN = /[\p{Cf}\p{Mn}\p{Me}]/gu
/** «д у р а к», «д.у.р.а.к»: four single letters or more; three would be «я и в». */
const SPACED_OUT = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\s.,*_\-–|/\\]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])){3,}/gu
const WORD = /[\p{L}\p{N}@$]+/gu

/** Words of a text, undisguised as far as signs go. `spacedOut`: single letters that are one word together. */
export function wordsOf(text: string, spacedOut = SPACED_OUT): string[] {
  const plain = text
    // Before marks are taken off: й and ё are letters, not и and е with something over them.
    .normalize('NFKC')
    .replace(/ё/gi, 'е')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(spacedOut, (spaced) => together(spaced.replace(/[^\p{L}\p{N}]/gu, '')))
  return plain.match(WORD) ?? []
}

/** Letters brought together again; the first ones may have been words of their own: «ты и д у р а к». */
const together = (letters: string): string => [0, 1, 2].map((from) => letters.slice(from)).join(' ')

const TO_CYRILLIC: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', u: 'и' },
  ...{ '0': 'о', '3': 'з', '4': 'ч', '6': 'б', '@': 'а', $: 'с' },
}
const TO_LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', к: 'k', м: 'm', о: 'o', р: 'p', т: 't', х: 'x', у: 'y', і: 'i' },
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' },
}
/** Letters that exist in one alphabet alone and look like nothing in the other. */
const ONLY_CYRILLIC = /[бгджзийлпфцчшщъыьэюя]/
const ONLY_LATIN = /[dfgijlnqrsvwz]/

/** A word as it may be meant: in the alphabet it gives itself away by, or in both. A number is no word. */
export function readings(word: string): string[] {
  if (!/\p{L}/u.test(word)) return []
  const cyrillic = drawnIn(replaced(word, TO_CYRILLIC))
  const latin = drawnIn(replaced(word, TO_LATIN))
  if (ONLY_CYRILLIC.test(word)) return [cyrillic]
  if (ONLY_LATIN.test(word)) return [latin]
  return [cyrillic, latin]
}

const replaced = (word: string, by: Readonly<Record<string, string>>): string =>
  [...word].map((sign) => by[sign] ?? sign).join('')

/** «дуууурак» is «дурак». */
const drawnIn = (word: string): string => word.replace(/(.)\1+/gu, '$1')

/** What stays of a word in all its forms. Short words have no endings to take off. */
const stemOf = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ая|яя|[ыио]й|[оеыи]е|[аяоеиыуюьй])$/, '') : word

const ENDINGS: ReadonlySet<string> = new Set(
  `а я о е и ы у ю ь й ом ем ой ей ою ею ов ев ий ый ам ям ами ями ах ях ам ым им ых их ого его ому ему ими ыми ая яя ое
  ее ые ие ую юю s es`.split(/\s+/),
)
