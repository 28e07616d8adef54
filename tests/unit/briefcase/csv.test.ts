import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv } from '../../../shared/briefcase/csv.ts'

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true })

describe('a table as CSV', () => {
  test('is read by another parser as what was written, but for cells that look like formulas', () => {
    const cell = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const back = read(csv(rows))
        expect(back.map((row) => row.map((one) => one.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((one) => one.replace(/^'/, ''))),
        )
      }),
    )
  })

  test('has no cell that a spreadsheet would run', () => {
    const attacks = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =HYPERLINK("http://x")', '＝1', '\n=cmd|x']
    for (const attack of attacks) expect(read(csv([[attack, 'x']]))[0]?.[0]).toBe(`'${attack}`)
  })
})
