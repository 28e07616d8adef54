import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Action,
  appointing,
  type HeldRole,
  may,
  RIGHTS,
  ROLES,
  type Role,
  SALON,
  seeingRoles,
} from '../../../shared/people/rights.ts'

const roles = Object.keys(ROLES) as Role[]
const id = fc.constantFrom('a', 'b', 'c')
const held = fc
  .record({ role: fc.constantFrom(...roles), id })
  .map(({ role, id }): HeldRole => ({ role, scope: ROLES[role] === 'salon' ? SALON : { kind: ROLES[role], id } }))
const who = fc.record({ personId: id, roles: fc.array(held, { maxLength: 4 }) })
const action = fc.constantFrom(...(Object.keys(RIGHTS) as Action[]))
const targetOf = (action: Action, id: string) => ({ kind: action.split('.')[0] as never, id })
const holding = (role: Role, id: string) => ({
  personId: 'somebody',
  roles: [{ role, scope: ROLES[role] === 'salon' ? SALON : { kind: ROLES[role], id } }],
})

describe('a right', () => {
  test('is never lost by being given another role', () => {
    fc.assert(
      fc.property(who, held, action, id, (one, more, action, id) => {
        const target = targetOf(action, id)
        fc.pre(may(one, action, target))
        expect(may({ ...one, roles: [...one.roles, more] }, action, target)).toBe(true)
      }),
    )
  })

  test('of whoever has not come in is only what anyone may', () => {
    fc.assert(
      fc.property(action, id, (action, id) => {
        expect(may(null, action, targetOf(action, id))).toBe((RIGHTS[action] as readonly string[]).includes('anyone'))
      }),
    )
  })

  test('in one exhibitor is none in another', () => {
    const target = { kind: 'exhibitor', id: 'a' } as const
    expect(may(holding('owner', 'a'), 'exhibitor.appoint-representative', target)).toBe(true)
    expect(may(holding('owner', 'b'), 'exhibitor.appoint-representative', target)).toBe(false)
    expect(may(holding('organizer', ''), 'exhibitor.appoint-representative', target)).toBe(true)
  })

  test('in a session is none in an exhibitor of the same id', () => {
    const crew = { personId: 'p', roles: [{ role: 'owner', scope: { kind: 'session', id: 'a' } }] } as const
    expect(may(crew, 'exhibitor.see-roles', { kind: 'exhibitor', id: 'a' })).toBe(false)
  })

  test('over a person is their own, whatever somebody else holds', () => {
    for (const role of roles) {
      expect(may(holding(role, 'a'), 'person.edit', { kind: 'person', id: 'another' })).toBe(false)
      expect(may(holding(role, 'a'), 'person.edit', { kind: 'person', id: 'somebody' })).toBe(true)
    }
  })
})

describe('appointing', () => {
  test('is never allowed to those who would rise by it: nobody gives a role above their own', () => {
    // Whoever may give a role may not get more by holding it than they already have, but for work at a booth, which is
    // the exhibitor's own business: that nobody gives themself (tests/server/rights.test.ts).
    const ofTheBooth = (action: Action): boolean =>
      (RIGHTS[action] as readonly string[]).every((one) => one === 'owner' || one === 'representative')
    const reach = (role: Role): Set<Action> =>
      new Set(
        (Object.keys(RIGHTS) as Action[]).filter((action) => may(holding(role, 'a'), action, targetOf(action, 'a'))),
      )
    for (const role of roles) {
      const givers = (RIGHTS[appointing(role)] as readonly string[]).filter((one) => one in ROLES) as Role[]
      expect(givers.length).toBeGreaterThan(0)
      for (const giver of givers)
        expect([...reach(role)].filter((one) => !reach(giver).has(one) && !ofTheBooth(one))).toEqual([])
    }
  })

  test('and seeing who is appointed are done to the scope of the role', () => {
    for (const role of roles) {
      expect(appointing(role)).toBe(`${ROLES[role]}.appoint-${role}`)
      expect(RIGHTS).toHaveProperty([seeingRoles(ROLES[role])])
    }
  })
})
