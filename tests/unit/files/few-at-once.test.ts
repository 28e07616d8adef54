import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewAtOnce } from '../../../shared/files/few-at-once.ts'

test('never more go on than may, all come to their end in the order they came, and failures hold nobody up', async () => {
  const pieces = fc.array(fc.record({ ticks: fc.nat(3), fails: fc.boolean() }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), pieces, async (most, all) => {
      const inTurn = fewAtOnce(most)
      const begun: number[] = []
      let going = 0
      const ended = await Promise.allSettled(
        all.map(({ ticks, fails }, n) =>
          inTurn(async () => {
            begun.push(n)
            expect(++going).toBeLessThanOrEqual(most)
            for (let tick = 0; tick < ticks; tick++) await setTimeout(0)
            going--
            if (fails) throw new Error(`${n}`)
            return n
          }),
        ),
      )
      expect(begun).toEqual(all.map((_, n) => n))
      expect(ended.map(({ status }) => status === 'rejected')).toEqual(all.map(({ fails }) => fails))
    }),
    { numRuns: 60 },
  )
})
