import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, NO_VISIT, type Subject, type Visit, visit } from '../../../shared/route/visit.ts'
import { again, moved, reworded, unwished, wished } from '../../../shared/route/wishes.ts'

const booth = (id: string, ...productIds: string[]): Subject => ({ kind: 'booth', exhibitorId: id, productIds })
const talk: Subject = { kind: 'session', sessionId: 'talk' }
const keys = (one: Visit): string[] => one.wishes.map(({ about }) => keyOf(about))

describe('wishes', () => {
  test('are of each thing once; a product joins the wish for its booth', () => {
    const one = wished(wished(NO_VISIT, [booth('a', 'p'), talk]), [booth('a', 'p', 'q'), booth('b'), talk])
    expect(keys(one)).toEqual(['booth:a', 'session:talk', 'booth:b'])
    expect(one.wishes[0]?.about).toEqual(booth('a', 'p', 'q'))
  })

  test('come back when they are wished for again, and may be taken away with what was begun', () => {
    const seen: Visit = {
      ...wished(NO_VISIT, [booth('a'), booth('b')]),
      done: [{ stop: 'booth:a', how: 'visited' }],
      guide: { at: 'walking', stop: 'booth:b' },
    }
    expect(wished(seen, [booth('a')]).done).toEqual([])
    expect(again(seen, 'booth:a').done).toEqual([])
    expect(wished(reworded(seen, 'booth:b', { skipped: true }), [booth('b')]).wishes[1]?.skipped).toBe(false)
    expect(unwished(seen, new Set(['booth:a', 'booth:b']))).toMatchObject({
      wishes: [],
      done: [],
      guide: { at: 'rest' },
    })
  })

  test('move one place at a time in the order shown, which is one’s own from then on', () => {
    const three = wished(NO_VISIT, [booth('a'), booth('b'), booth('c'), booth('left-out')])
    const shown = ['booth:c', 'booth:a', 'booth:b']
    const up = moved(three, shown, 'booth:b', -1)
    expect(keys(up)).toEqual(['booth:c', 'booth:b', 'booth:a', 'booth:left-out'])
    expect(up.settings.order).toBe('own')
    expect(moved(three, shown, 'booth:c', -1)).toBe(three)
    expect(moved(three, shown, 'booth:left-out', 1)).toBe(three)
  })

  test('whatever is changed, the visit is one that can be kept and nothing else gets lost', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('add', 'take', 'up', 'down'), id), { maxLength: 20 }), (steps) => {
        let one: Visit = NO_VISIT
        for (const [what, of] of steps) {
          const before = new Set(keys(one))
          if (what === 'add') one = wished(one, [booth(of)])
          else if (what === 'take') one = unwished(one, new Set([`booth:${of}`]))
          else one = moved(one, keys(one), `booth:${of}`, what === 'up' ? -1 : 1)
          if (what === 'add') before.add(`booth:${of}`)
          if (what === 'take') before.delete(`booth:${of}`)
          expect(new Set(keys(one))).toEqual(before)
          expect(visit.safeParse(one).error).toBeUndefined()
        }
      }),
    )
  })
})
