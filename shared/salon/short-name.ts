/** What fits a fascia, characters. */
export const LONGEST_SHORT_NAME = 24

/**
 * A name for the fascia: the name itself where it fits, otherwise what people would call the organisation. Each step
 * drops or shortens a little more until it fits; the last one cuts between words.
 */
export function shortName(name: string): string {
  let short = tidy(name)
  for (const step of STEPS) {
    if (short.length <= LONGEST_SHORT_NAME) return short
    const shorter = tidy(step(short))
    if (shorter.length >= SHORTEST) short = shorter
  }
  return short.length <= LONGEST_SHORT_NAME ? short : cutBetweenWords(short)
}

const SHORTEST = 2

const replaceAll = (pairs: readonly (readonly [RegExp, string])[]) => (text: string) =>
  pairs.reduce((done, [pattern, short]) => done.replace(pattern, short), text)

// JavaScript's \b knows only Latin letters.
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu')

const STEPS: readonly ((text: string) => string)[] = [
  // «(Technical University)», «/Якутия/»
  (text) => text.replace(/\s*[([/][^)\]/]*[)\]/]/g, ''),
  replaceAll([
    [word('ооо|оао|пао|зао|ао|ано|чоу|фгбоу|фгаоу|гбоу|мбоу|во|дпо|llc|ltd|inc|gmbh|plc|corp'), ''],
    [/^the /i, ''],
  ]),
  // A name of its own in quotation marks: «Центр детского творчества «Радуга»».
  (text) => /[«"“]([^«»"“”]{2,})[»"”]/.exec(text)?.[1] ?? text,
  (text) => text.replace(/,? (?:имени|им\.?|named (?:after|for)|of the name of) .*$/iu, ''),
  // «Кемеровская область - Кузбасс» is known by either half.
  (text) => text.split(/ [-–—] /)[0] ?? text,
  // «Medical Faculty, Osh State University»
  replaceAll([
    [word('state|federal|national|государственн(?:ый|ая|ое)|федеральн(?:ый|ая|ое)|национальн(?:ый|ая|ое)'), ''],
  ]),
  replaceAll([
    [word('university'), 'Univ.'],
    [word('institute'), 'Inst.'],
    [word('academy'), 'Acad.'],
    [word('technological|technical|technology'), 'Tech.'],
    [word('pedagogical'), 'Ped.'],
    [word('agricultural|agrarian|agriculture'), 'Agr.'],
    [word('medical|medicine'), 'Med.'],
    [word('economics?|economic'), 'Econ.'],
    [word('international'), 'Int.'],
    [word('foundation'), 'Fdn.'],
    [word('and'), '&'],
    [word('университет'), 'ун-т'],
    [word('институт'), 'ин-т'],
    [word('академия'), 'акад.'],
    [word('область'), 'обл.'],
    [word('республика'), 'Респ.'],
    [word('автономная'), 'авт.'],
    [word('автономный округ'), 'АО'],
    [word('педагогический'), 'пед.'],
    [word('технический|технологический'), 'техн.'],
    [word('медицинский'), 'мед.'],
    [/(?<![\p{L}])(?:saint|sankt|st\.?)[ -]petersburg/giu, 'SPb'],
    [/(?<![\p{L}])санкт-петербургск(?:ий|ая|ое)/giu, 'СПб'],
  ]),
  (text) => text.replace('Univ.', 'U.'),
  // «SPb U. of Culture & Arts»: what they teach tells more than that they teach.
  (text) => text.replace(/ (?:U\.|Inst\.|Acad\.|School|College) (?:of|for) /u, ' '),
  (text) => text.replace(/ (?:ун-т|ин-т|акад\.) /u, ' '),
]

/** Spaces and punctuation that dropped words leave behind. */
const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/^[\s,.;–—-]+|[\s,;–—-]+$/g, '')

function cutBetweenWords(text: string): string {
  const room = text.slice(0, LONGEST_SHORT_NAME - 1)
  const space = text[LONGEST_SHORT_NAME - 1] === ' ' ? room.length : room.lastIndexOf(' ')
  // A single long word is cut inside.
  const cut = space > LONGEST_SHORT_NAME / 3 ? room.slice(0, space) : room
  return `${cut.replace(/(?:[\s,.;&–—-]|(?<=\s)(?:of|and|for|the|и|в|на|по|для))+$/giu, '')}…`
}
