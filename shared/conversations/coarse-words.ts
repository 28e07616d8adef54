/**
 * Coarse words of Russian and English, built in: obscenities, not rudeness, which is the organizers' own list. They are
 * known by their roots, each held at the beginning of a word with the prefixes it really takes, so that «страхуй»,
 * «хлебный» or «Scunthorpe» are no hits. A hit is looked at by a person, so a rare mistake does little harm; a list that
 * knew every disguise would make many.
 */
import { readings, wordsOf } from './held-words.ts'

/** Whether a text has a coarse word, disguised as words of the list may be, or with stars in it. */
export function hasCoarseWord(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase()
  return (
    STARRED.test(plain) ||
    wordsOf(text, SPACED_OUT)
      .flatMap(readings)
      .some((word) => ROOTS.test(word))
  )
}

/** Three letters are enough here: «х у й» is never three words. */
const SPACED_OUT = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\s.,*_\-–|/\\]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])){2,}/gu

/** As `readings` leaves words: in lower case, with е for ё, double letters once. */
const RUSSIAN = [
  '(?:на|по|о|до|от|за|вы|ни|не|при|под|рас|раз|про|с|недо|пере)?ху[йяеюи]',
  '(?:\\p{L}{1,5})?пизд',
  // ебать, but not Ебург.
  '(?:вы|на|за|до|при|по|про|не|недо|пере|у|[оа]т?[ъь]?|(?:об|под|с|из|раз|в)[ъь]|долбо|мозго)?еб(?:$|[аеиклнуцшыо])(?<!ебу(?=рг))',
  '(?:вы)?бля(?:$|[тд])',
  'муд(?:ак|ач|аш|озвон|ил[аоуы])',
  'манда(?:$|вош)',
  'г[ао]ндон',
  'залуп',
  '(?:вз|на|по|под|с|за)?дроч(?!ен)',
  'шлюх',
  'сук[аиу]$|сучар',
  'пид[оа]р',
  'говн',
  'жоп',
  '(?:на|за|обо|по|про|у)?сра(?:ть|л[аи]?$|нь|кн)',
  'ублюд',
]

const ENGLISH = [
  '\\p{L}{0,8}fuck',
  'fuk(?:ing|er|ed|s)?$',
  '(?:bul|dip|hors?e)?shit(?:s|e|y|ed|er|ing|head|heads|s?how|ter|ty)?$',
  'cunts?$',
  '(?:son ?of ?a)?bitch(?:es|y|ing|ed)?$',
  '(?:dumb|jack)?a(?:s|rse)(?:hole|hat|wipe)s?$',
  'dickheads?$',
  'cocksuck',
  'whores?$',
  'sluty?s?$',
  'wank(?:er|ers|ing)?$',
  'twats?$',
  // Russian in Latin letters.
  'pizd|blya[td]|(?:na|po)[hx]u[yij]$',
]

const ROOTS = new RegExp(`^(?:${[...RUSSIAN, ...ENGLISH].join('|')})`, 'u')

/** With signs in place of letters, or in which double letters make the word. */
const STARRED =
  /(?<!\p{L})(?:[хx][*#_]+[йяеёюи]|(?:за|на|о|вы|у)?[её]?б[*#_]+(?:ть|т|ь|л)|п[*#_]+(?:зд|д|ц)|бл[*#_]+[тд]?ь?|f[*#_]+c?k|sh[*#_]+t|c[*#_]+nt|b[*#_]+tch|nig{2,}(?:er|a)s?(?!\p{L})|fag{2,}ots?(?!\p{L}))/u
