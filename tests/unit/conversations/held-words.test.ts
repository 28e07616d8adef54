import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldWordsIn } from '../../../shared/conversations/held-words.ts'

const LIST = ['дурак', 'чушь', 'козёл', 'тупая', 'scam', 'idiot']

describe('a word of the list', () => {
  test.each([
    ['as it is', 'Ты дурак', ['дурак']],
    ['in another case', 'ДУРАК!', ['дурак']],
    ['with ё or е', 'какой козел, какой КОЗЁЛ', ['козёл']],
    ['in its endings', 'дурака, дураками, с дураком', ['дурак']],
    ['of another gender or number', 'тупые вопросы и тупой ответ', ['тупая']],
    ['in letters that look alike', 'дypaк', ['дурак']],
    ['in digits', 'c0зёл'.replace('c', 'к'), ['козёл']],
    ['drawn out', 'дуууррраак', ['дурак']],
    ['spaced out', 'ну ты и д у р а к', ['дурак']],
    ['parted by dots', 'д.у.р.а.к', ['дурак']],
    ['parted by what is not seen', 'ду\u200bр\u00adак', ['дурак']],
    ['with marks over letters', 'дура\u0301к', ['дурак']],
    ['in English', 'It is a SCAM, scams everywhere, 1d1ot', ['scam', 'idiot']],
    ['in full-width letters', 'ｓｃａｍ', ['scam']],
  ])('is found %s', (_, text, found) => {
    expect(heldWordsIn(text, LIST)).toEqual(found)
  })

  test.each([
    ['inside another word', 'scampi, придурковатый, пастушь'],
    ['in figures', '100, 2026 и 0'],
    ['in short words in a row', 'я и он, а в и с'],
    [
      'in an honest question',
      'Подскажите, есть ли курсы для учителей начальных классов? Сколько стоит лицензия на 30 мест?',
    ],
  ])('is not found %s', (_, text) => {
    expect(heldWordsIn(text, LIST)).toEqual([])
  })

  test('is found wherever it stands between other words', () => {
    const other = fc.stringMatching(/^[а-в]{5,8}$/)
    fc.assert(
      fc.property(fc.array(other), fc.array(other), fc.constantFrom(...LIST), (before, after, word) => {
        expect(heldWordsIn([...before, word, ...after].join(' '), LIST)).toContain(word)
      }),
    )
  })

  test('is looked for in any text without failing, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(heldWordsIn(text, LIST).length).toBeLessThanOrEqual(LIST.length)
      }),
    )
    const began = performance.now()
    heldWordsIn(
      'а б '.repeat(500),
      Array.from({ length: 2000 }, (_, n) => `слово${n}`),
    )
    expect(performance.now() - began).toBeLessThan(500)
  })
})
