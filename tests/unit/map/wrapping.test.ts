import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elided, wrapped } from '../../../client/map/layers/wrapping.ts'

/** A typewriter: every letter is 6 pixels wide. */
const measure = (text: string): number => text.length * 6

const word = fc.string({ unit: fc.constantFrom(...'абвгдежзиклмнопрстуabcde'), minLength: 1, maxLength: 24 })
const name = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))

describe('names on the map', () => {
  test('never stand out of their place, on any line', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 30, max: 240 }), fc.integer({ min: 1, max: 4 }), (text, width, most) => {
        const lines = wrapped(text, width, most, measure)
        if (!lines) return
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('lose nothing where there is room', () => {
    fc.assert(
      fc.property(name, (text) => {
        const lines = wrapped(text, 24 * 6, 7, measure)
        expect(lines?.join(' ')).toBe(text)
      }),
    )
  })

  test('are broken between words first', () => {
    expect(wrapped('Школа под липами', 60, 3, measure)).toEqual(['Школа под', 'липами'])
  })

  test('are broken inside a word that is too long, and say so', () => {
    const lines = wrapped('Электрификация', 60, 2, measure)
    expect(lines).toHaveLength(2)
    expect(lines?.[0]).toMatch(/-$/)
    expect(lines?.join('').replace('-', '')).toBe('Электрификация')
  })

  test('end in an ellipsis where not all of them fits', () => {
    expect(wrapped('Институт развития образования', 66, 2, measure)?.at(-1)).toMatch(/…$/)
  })

  test('are left out where not even a few letters fit', () => {
    expect(wrapped('Школа', 20, 3, measure)).toBeNull()
    expect(wrapped('Школа', 200, 0, measure)).toBeNull()
  })

  test('that fit are not elided', () => {
    expect(elided('Школа', 30, measure)).toBe('Школа')
    expect(elided('Школа', 24, measure)).toBe('Шко…')
  })
})
