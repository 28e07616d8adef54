import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeBy } from '../../shared/leads/alike.ts'
import { type Evidence, scoreOf, together, withActs } from '../../shared/leads/evidence.ts'
import { INTERACTION_KINDS } from '../../shared/leads/interaction.ts'

describe('two leads look like one person', () => {
  test.each([
    [{ email: 'Anna@Example.org' }, { email: ' anna@example.org' }, ['email']],
    [{ phone: '+7 (495) 123-45-67' }, { phone: '8 495 1234567' }, ['phone']],
    [{ email: 'a@b.org', phone: '+74951234567' }, { email: 'a@b.org', phone: '84951234567' }, ['email', 'phone']],
  ] as const)('by the contacts both share, however they are written: %j, %j', (one, other, by) => {
    expect(alikeBy(one, other)).toEqual(by)
  })

  test.each([
    [{ name: 'Анна' }, { name: 'Анна' }],
    [{ email: 'a@b.org' }, {}],
    [{ phone: '12345' }, { phone: '12345' }],
    [{ email: '' }, { email: '' }],
  ])('by nothing else: %j, %j', (one, other) => {
    expect(alikeBy(one, other)).toEqual([])
  })
})

test('evidence of several is what one would have who did it all', () => {
  const act = fc.record({
    kind: fc.constantFrom(...INTERACTION_KINDS),
    seconds: fc.option(fc.nat(3600)),
    share: fc.option(fc.nat(100).map((share) => share / 100)),
  })
  fc.assert(
    fc.property(fc.array(fc.array(act, { maxLength: 10 }), { maxLength: 4 }), (people) => {
      const apart: Evidence[] = people.map((acts) => withActs({}, acts))
      expect(together(apart)).toEqual(withActs({}, people.flat()))
      expect(scoreOf(together(apart))).toBeGreaterThanOrEqual(Math.max(0, ...apart.map(scoreOf)))
    }),
  )
})
