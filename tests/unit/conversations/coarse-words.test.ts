import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasCoarseWord } from '../../../shared/conversations/coarse-words.ts'

const root = resolve(import.meta.dirname, '../../..')
const COARSE = ['хуй', 'пиздец', 'блядь', 'ебать', 'мудак', 'fuck', 'bullshit', 'cunt']

describe('a coarse word', () => {
  test.each([
    ...['хуй', 'нахуй', 'похую', 'охуеть', 'хуйня', 'хуёвый', 'расхуярить', 'пизда', 'пиздец', 'распиздяй', 'спиздил'],
    ...[
      'ебать',
      'ёб твою',
      'заебал',
      'заебись',
      'наебали',
      'уёбок',
      'отъебись',
      'долбоёб',
      'выебать',
      'проебали',
      'ебля',
    ],
    ...[
      'бля',
      'блядь',
      'блять',
      'выблядок',
      'мудак',
      'мудила',
      'манда',
      'гандон',
      'залупа',
      'дрочить',
      'шлюха',
      'сука',
    ],
    ...['пидор', 'пидарас', 'говно', 'говнюк', 'жопа', 'насрать', 'срать', 'обосрать'],
    ...['fuck', 'Fucking', 'motherfucker', 'shit', 'bullshit', 'shitty', 'cunt', 'bitches', 'asshole', 'arseholes'],
    ...['dickhead', 'whore', 'wanker', 'nigger', 'faggots', 'pizdets', 'nahuy'],
  ])('is found: %s', (word) => {
    expect(hasCoarseWord(word)).toBe(true)
    expect(hasCoarseWord(`Ну ${word.toUpperCase()}, спасибо.`)).toBe(true)
  })

  test.each([
    ...[
      'xyй',
      'хyй',
      'xуйня',
      'п и з д е ц',
      'х у й',
      'х.у.й',
      'х-у-й',
      'хуууй',
      'хххуй',
      'пи\u200bзда',
      'бл\u0301ядь',
    ],
    ...['х*й', 'х**я', 'п****ц', 'бл*ть', 'f*ck', 'f**k', 'sh*t', 'ｆｕｃｋ', 'fuuuck', 'f u c k', '6лядь'],
  ])('is found in disguise: %s', (word) => expect(hasCoarseWord(`Это ${word} какая-то`)).toBe(true))

  test('is found wherever it stands, in any case, with letters drawn out', () => {
    const other = fc.constantFrom('добрый', 'день', 'сколько', 'стоит', 'the', 'price', '10', '—')
    const drawn = (word: string, times: readonly number[]) =>
      [...word].map((letter, n) => letter.repeat(times[n % times.length] ?? 1)).join('')
    const times = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(other),
        fc.array(other),
        fc.constantFrom(...COARSE),
        times,
        fc.boolean(),
        (before, after, word, many, loud) => {
          const said = drawn(word, many)
          expect(hasCoarseWord([...before, loud ? said.toUpperCase() : said, ...after].join(' '))).toBe(true)
        },
      ),
    )
  })
})

describe('an innocent word', () => {
  test.each([
    ...[
      'страхуй',
      'застрахуйте',
      'подстрахую',
      'психую',
      'хуже',
      'художник',
      'похудеть',
      'чихуахуа',
      'хутор',
      'нехудой',
    ],
    ...['употреблять', 'злоупотребляет', 'оскорблять', 'ослаблять', 'бляха', 'рубля', 'корабля', 'хлебный', 'учебник'],
    ...['небо', 'себя', 'тебе', 'ребёнок', 'жеребята', 'требование', 'погреб', 'вебинар', 'дебют', 'Ебург', 'зебра'],
    ...['колебания', 'обеспечить', 'оба', 'отбой', 'мебель', 'лебедь', 'служебный', 'эбонит', 'потребительский'],
    ...['мандарин', 'мандат', 'командир', 'Мандельштам', 'помада', 'мудрый', 'муза', 'гондола', 'сукно', 'суккулент'],
    ...[
      'рассуждать',
      'сравнение',
      'сразу',
      'страна',
      'срам',
      'сражение',
      'дрочёна',
      'педикюр',
      'педагог',
      'пидж',
      'пижама',
    ],
    ...['шелуха', 'поезд', 'звезда', 'гвоздь', 'Хуан', 'Ду Фу', 'сук', 'сучок', 'наука', 'барсука', 'рисунка'],
    ...[
      'class',
      'assess',
      'assessment',
      'cocktail',
      'Scunthorpe',
      'shiitake',
      'Dickens',
      'Niger',
      'Nigeria',
      'Fukuoka',
    ],
    ...[
      'bass',
      'pass',
      'glass',
      'analysis',
      'peacock',
      'Essex',
      'Hancock',
      'grape',
      'therapist',
      'button',
      'title',
      'Huy',
    ],
    ...[
      'canal',
      'basement',
      'embassy',
      'bitcoin',
      'pitch',
      'swan',
      'vagas',
      'fagot',
      'snigger',
      'push-up',
      'a s k',
      '5 x 7',
    ],
    ...[
      '_x_',
      '2*x*y',
      'п*р',
      'б*',
      '**жирно**',
      '# хор',
      'a.b.c',
      'и т. д.',
      'т. е. и в',
      'г. о. Химки',
      '1 2 3',
      'А, Б, В',
    ],
  ])('is none: %s', (word) => expect(hasCoarseWord(`И ${word} тоже`)).toBe(false))

  test('is every word that the salon itself and its demo say', () => {
    const texts = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('texts.ts'))
      .map((file) => join(root, 'client', file))
    const demo = ['booths', 'exhibitors', 'programme', 'routes'].map((name) =>
      join(root, 'assets/demo', `${name}.json`),
    )
    const lines = [...texts, ...demo].flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    expect(lines.length).toBeGreaterThan(2000)
    expect(lines.filter(hasCoarseWord)).toEqual([])
  })

  test('keeps nobody waiting, however long the text', () => {
    const began = performance.now()
    for (const text of ['х'.repeat(2000), 'а б '.repeat(500), 'f*'.repeat(1000), 'ябеда '.repeat(330)])
      expect(hasCoarseWord(text)).toBe(false)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
