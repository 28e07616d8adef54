import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slug } from '../../../shared/salon/slug.ts'

describe('a slug', () => {
  test('has letters, digits and single hyphens between them only, and at most 64 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
        expect(slug(...parts)).toMatch(/^([\p{L}\p{N}]+(-[\p{L}\p{N}]+)*)?$/u)
        expect(slug(...parts).length).toBeLessThanOrEqual(64)
      }),
    )
  })

  test('of a slug is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slug(slug(text))).toBe(slug(text))
      }),
    )
  })

  test.each([
    [['armmed.am'], 'armmed-am'],
    [['FOSDEM 2021', 'room', 'S.Libreoffice'], 'fosdem-2021-room-s-libreoffice'],
    [['Ёлка — Йод'], 'ёлка-йод'],
    [['Škola'], 'skola'],
  ])('%j → %s', (parts, made) => {
    expect(slug(...parts)).toBe(made)
  })
})
