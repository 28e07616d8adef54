import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_SHORT_NAME, shortName } from '../../../shared/salon/short-name.ts'

describe('a short name for the fascia', () => {
  test('always fits, and is never empty where there was a name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' }), (name) => {
        const short = shortName(name)
        expect(short.length).toBeLessThanOrEqual(LONGEST_SHORT_NAME)
        if (/[\p{L}\p{N}]/u.test(name)) expect(short).not.toBe('')
      }),
    )
  })

  test('leaves a name that fits as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яa-z]{1,10}( [а-яa-z]{1,10})?$/), (name) => {
        expect(shortName(name)).toBe(name)
      }),
    )
  })

  test.each([
    ['Center for Children «Rainbow» of Tver', 'Rainbow'],
    ['ООО «Инженерные решения для школ»', 'Инженерные решения…'],
    ['Фабрика наглядных пособий «Глобус»', 'Глобус'],
    ['American University of Armenia', 'American U. of Armenia'],
    ['St. Petersburg State University of Culture and Arts', 'SPb U. of Culture & Arts'],
    ['Mendeleev Russian University of Chemical Technology', 'Mendeleev Russian…'],
    ['Республика Саха (Якутия)', 'Республика Саха (Якутия)'],
    ['Кемеровская область — Кузбасс', 'Кемеровская область'],
    ['Ханты-Мансийский автономный округ — Югра', 'Ханты-Мансийский АО'],
    ['Тверской государственный технический университет имени А. Н. Радищева', 'Тверской техн. ун-т'],
    ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahrtsg…'],
  ])('%s → %s', (name, short) => {
    expect(shortName(name)).toBe(short)
  })
})
