/**
 * Words as one looks for them: without case, ё as е, without the endings that Russian and English nouns and adjectives
 * change. Light on purpose: it joins «регионов» and «регион», and never has to be right about grammar.
 */
export function searchable(word: string): string {
  const plain = word.toLocaleLowerCase('ru').replaceAll('ё', 'е')
  for (const ending of ENDINGS) {
    if (plain.length - ending.length >= SHORTEST && plain.endsWith(ending)) return plain.slice(0, -ending.length)
  }
  return plain
}

/** A stem keeps at least so many letters: shorter ones mean too much. */
const SHORTEST = 4

// Longest first, so that «ями» goes before «и».
const ENDINGS = [
  'иями ями ами ыми ими ого его ому ему ией иях ях ах ов ев ей ой ый ий ая яя ое ее ую юю ом ем ам ям ых их ью ия ие ии ию а я о е и ы у ю ь й',
  'ies es s',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length)
