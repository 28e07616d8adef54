import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileName, UniqueNames } from '../../../shared/briefcase/file-name.ts'

describe('the name of a file', () => {
  test('is never a path, a device, hidden or empty, whatever it is made of', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('..', '/', '\\', '\0', 'C:', 'nul', ' . '))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const name = fileName(pieces.join(''), 'материал')
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u)
        expect(name).not.toMatch(/^[\s.]|[\s.]$|^$/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i)
        expect([...name].length).toBeLessThanOrEqual(81)
      }),
    )
  })

  test('keeps Russian words as they are', () => {
    expect(fileName('Каталог «Жестянка» 2027/28: наборы', 'x')).toBe('Каталог «Жестянка» 2027 28 наборы')
    expect(fileName('../../etc/passwd', 'x')).toBe('etc passwd')
    expect(fileName('NUL', 'x')).toBe('NUL_')
    expect(fileName('\u202Efdp.exe', 'x')).toBe('fdp.exe')
    expect(fileName('...', 'материал')).toBe('материал')
  })

  test('is given once, also where case is no difference', () => {
    const names = new UniqueNames()
    const given = ['Каталог', 'каталог', 'КАТАЛОГ'].map((name) => names.of('a/', name, '.pdf'))
    expect(given).toEqual(['a/Каталог.pdf', 'a/каталог (2).pdf', 'a/КАТАЛОГ (3).pdf'])
    expect(names.of('b/', 'Каталог', '.pdf')).toBe('b/Каталог.pdf')
  })
})
