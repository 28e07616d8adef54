import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guesses, inOtherLayout, isKnown } from '../../../game-server/services/spelling.ts'

const VOCABULARY = [
  'университет',
  'робототехника',
  'агафонова',
  'жестянка',
  'kubernetes',
  'обсерватория',
  'школ',
  'школа',
]
const LETTERS = [...'абвгдежзиклмнопрстуфхцчшщыэюя']

/** A word of the vocabulary with one letter left out, put in, replaced or swapped with the next. */
const misspelt = fc
  .record({
    word: fc.constantFrom(...VOCABULARY.filter((word) => word.length >= 6)),
    at: fc.nat(),
    letter: fc.constantFrom(...LETTERS),
    mistake: fc.constantFrom('out', 'in', 'other', 'swap'),
  })
  .map(({ word, at, letter, mistake }) => {
    const place = at % (word.length - 1)
    const [before, here, next, after] = [
      word.slice(0, place),
      word.slice(place, place + 1),
      word.slice(place + 1, place + 2),
      word.slice(place + 2),
    ]
    const wrong = {
      out: before + next + after,
      in: before + letter + here + next + after,
      other: before + letter + next + after,
      swap: before + next + here + after,
    }
    return { word, wrong: wrong[mistake as keyof typeof wrong] }
  })

describe('a misspelt word', () => {
  test('is guessed from one wrong letter anywhere', () => {
    fc.assert(
      fc.property(misspelt, ({ word, wrong }) => {
        expect(guesses(wrong, VOCABULARY)).toContain(word)
      }),
    )
  })

  test('is guessed while it is still being typed, and inflected', () => {
    expect(guesses('унивирс', VOCABULARY)).toEqual(['университет'])
    expect(guesses('робтотехникой', VOCABULARY)).toEqual(['робототехника'])
    expect(guesses('шкалами', VOCABULARY)).toContain('школ')
  })

  test('of three letters, or like nothing, is left alone', () => {
    expect(guesses('шкл', VOCABULARY)).toEqual([])
    expect(guesses('велосипед', VOCABULARY)).toEqual([])
    expect(guesses('x'.repeat(1000), VOCABULARY)).toEqual([])
  })

  test('brings the nearest words only', () => {
    expect(guesses('агафонова', ['агафонова', 'агафонова'.replace('г', 'к')])).toEqual(['агафонова'])
  })
})

describe('a word in the wrong keyboard layout', () => {
  test('is what the same keys give in the other one, and back', () => {
    expect(inOtherLayout('irjkf')).toBe('школа')
    expect(inOtherLayout(';tcnzyrf')).toBe('жестянка')
    fc.assert(
      fc.property(fc.stringMatching(/^[а-дж-щы-я]*$/), (word) => {
        expect(inOtherLayout(inOtherLayout(word))).toBe(word)
      }),
    )
  })
})

describe('a known word', () => {
  test('is one of the vocabulary, its beginning, or an inflection', () => {
    for (const word of ['школа', 'шко', 'школами']) expect(isKnown(word, VOCABULARY)).toBe(true)
    for (const word of ['школьников', 'шкала', 'irjkf']) expect(isKnown(word, VOCABULARY)).toBe(false)
  })
})
