import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { sharedRoute, visit } from '../../game-server/db/schema/route.ts'
import { enter } from '../../game-server/services/guests.ts'
import { boothOffers } from '../../game-server/services/offers.ts'
import { handOver } from '../../game-server/services/personal-data.ts'
import { Refused } from '../../game-server/services/refused.ts'
import {
  publishersOf,
  publishRoute,
  routeAt,
  shareRoute,
  themedRoutes,
  unshareRoute,
  withdrawRoute,
} from '../../game-server/services/routes.ts'
import { keepVisit, ownVisit } from '../../game-server/services/visits.ts'
import { type BoothDetails, NO_DETAILS } from '../../shared/booth/content.ts'
import { anyLook } from '../../shared/people/look.ts'
import type { Role, ScopeKind } from '../../shared/people/rights.ts'
import { NO_VISIT, type Visit } from '../../shared/route/visit.ts'
import { accountsOn } from './accounts-of-tests.ts'
import { onEveryDatabase } from './databases.ts'
import { A_ROUTE, boothWish } from './routes.ts'

const NOON = new Date('2027-04-12T12:00:00Z')
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)
const seeing = (...exhibitors: string[]): Visit => ({ ...NO_VISIT, wishes: exhibitors.map(boothWish) })
const SALON = { kind: 'salon', id: 'salon' } as const

describe('visits and routes', () => {
  onEveryDatabase((db) => {
    async function somebody(role?: { role: Role; scopeKind: ScopeKind; scopeId: string }) {
      const as = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false } as const
      const { me } = await enter(db(), accountsOn(db()).accounts, new Headers(), as)
      if (role)
        await db()
          .insert(roleGrant)
          .values({ personId: me.personId, ...role })
      return me
    }
    const kept = (one: Visit, at: Date) => ({ visit: one, changedAt: at.toISOString() })

    test('a visit is kept for the person, and the later change stands whichever device it comes from', async () => {
      const anna = await somebody()
      expect(await ownVisit(db(), anna)).toBeNull()
      await keepVisit(db(), anna, kept(seeing('a'), NOON), NOON)
      await keepVisit(db(), anna, kept(seeing('a', 'b'), later(2)), later(2))
      const stands = await keepVisit(db(), anna, kept(seeing('c'), later(1)), later(3))
      expect(stands).toEqual(kept(seeing('a', 'b'), later(2)))
      expect(await ownVisit(db(), anna)).toEqual(stands)
    })

    test('a clock that is a year ahead wins no longer than until the next change', async () => {
      const anna = await somebody()
      await keepVisit(db(), anna, kept(seeing('a'), later(500_000)), NOON)
      await keepVisit(db(), anna, kept(seeing('b'), later(1)), later(1))
      expect((await ownVisit(db(), anna))?.visit).toEqual(seeing('b'))
    })

    test('of many changes at once one stands, and it is the latest', async () => {
      const anna = await somebody()
      const changes = [4, 9, 1, 7, 3].map((n) => keepVisit(db(), anna, kept(seeing(`x${n}`), later(n)), later(60)))
      await Promise.all(changes)
      expect((await ownVisit(db(), anna))?.visit).toEqual(seeing('x9'))
      expect(await db().$count(visit)).toBeGreaterThan(0)
    })

    test('a guest who signs in loses nothing they wished for', async () => {
      const [guest, account] = [await somebody(), await somebody()]
      await keepVisit(db(), account, kept(seeing('a', 'b'), NOON), NOON)
      await keepVisit(db(), guest, kept(seeing('b', 'c'), later(5)), later(5))
      await handOver(db(), guest.personId, account.personId)
      const one = await ownVisit(db(), account)
      expect(one?.visit.wishes).toEqual(['b', 'c', 'a'].map(boothWish))
      expect(await ownVisit(db(), account)).toEqual(one)
    })

    test('nobody reads or writes a visit without having come in', async () => {
      await expect(ownVisit(db(), null)).rejects.toEqual(new Refused('not-entered'))
      await expect(keepVisit(db(), null, kept(NO_VISIT, NOON), NOON)).rejects.toEqual(new Refused('not-entered'))
    })

    test('a link is a secret of 128 bits, tells nothing of who made it, and is the same for the same route', async () => {
      const anna = await somebody()
      const id = await shareRoute(db(), anna, A_ROUTE, NOON)
      expect(Buffer.from(id, 'base64url')).toHaveLength(16)
      expect(await routeAt(db(), id)).toEqual({ id, ...A_ROUTE })
      expect(JSON.stringify(await routeAt(db(), id))).not.toContain(anna.personId)
      expect(await shareRoute(db(), anna, structuredClone(A_ROUTE), later(1))).toBe(id)
      const other = await shareRoute(db(), await somebody(), A_ROUTE, NOON)
      expect(other).not.toBe(id)
    })

    test('a link is taken back by who made it and by nobody else', async () => {
      const [anna, mallory] = [await somebody(), await somebody()]
      const id = await shareRoute(db(), anna, A_ROUTE, NOON)
      await expect(unshareRoute(db(), mallory, id)).rejects.toEqual(new Refused('not-found'))
      expect(await routeAt(db(), id)).toMatchObject({ id })
      await unshareRoute(db(), anna, id)
      await expect(routeAt(db(), id)).rejects.toEqual(new Refused('not-found'))
    })

    test('links are not made by the thousand', async () => {
      const anna = await somebody()
      for (let n = 0; n < 100; n++) {
        const content = { ...A_ROUTE, wishes: [boothWish(`x${n}`)] }
        await db().insert(sharedRoute).values({ id: randomUUID(), personId: anna.personId, content, createdAt: NOON })
      }
      await expect(shareRoute(db(), anna, A_ROUTE, later(1))).rejects.toMatchObject({ reason: 'too-often' })
      await expect(shareRoute(db(), anna, A_ROUTE, later(25 * 60))).resolves.toMatch(/^[\w-]{22}$/)
    })

    test('a themed route is published by who may, and nobody publishes over it', async () => {
      const organizer = await somebody({ role: 'organizer', scopeKind: 'salon', scopeId: 'salon' })
      const owner = await somebody({ role: 'owner', scopeKind: 'exhibitor', scopeId: 'nowhere' })
      const guest = await somebody()
      await publishRoute(db(), organizer, SALON, 'for-parents', A_ROUTE, NOON)
      expect(await themedRoutes(db())).toEqual([{ id: 'for-parents', exhibitorId: null, ...A_ROUTE }])
      const attempt = { ...A_ROUTE, title: { ru: 'Взломано', en: 'Owned' } }
      const nowhere = { kind: 'exhibitor', id: 'nowhere' } as const
      await expect(publishRoute(db(), guest, SALON, 'for-parents', attempt, NOON)).rejects.toEqual(
        new Refused('forbidden'),
      )
      await expect(publishRoute(db(), owner, SALON, 'for-parents', attempt, NOON)).rejects.toEqual(
        new Refused('forbidden'),
      )
      await expect(publishRoute(db(), owner, nowhere, 'mine', attempt, NOON)).rejects.toEqual(new Refused('not-found'))
      await expect(withdrawRoute(db(), owner, nowhere, 'for-parents')).rejects.toEqual(new Refused('not-found'))
      await expect(withdrawRoute(db(), guest, SALON, 'for-parents')).rejects.toEqual(new Refused('forbidden'))
      expect(await themedRoutes(db())).toHaveLength(1)
      await withdrawRoute(db(), organizer, SALON, 'for-parents')
      expect(await themedRoutes(db())).toEqual([])
    })

    test('hours and products of all booths are told at once, and of those that told none nothing', async () => {
      const blank = { ru: '', en: '' }
      const stand = (id: string, details: BoothDetails | null) => ({
        ...{ id, kind: 'business' as const, name: blank, shortName: blank, summary: blank, description: blank },
        ...{ color: '#000000', tags: [], details },
      })
      const hours = [{ date: '2027-04-12', from: '10:00', to: '18:00' }]
      const robot = { id: 'r', name: { ru: 'Робот', en: 'Robot' }, text: blank, pictures: [], priceNote: blank }
      const products = [{ ...robot, video: null, link: null }]
      await db()
        .insert(exhibitor)
        .values([
          stand('x-open', { ...NO_DETAILS, hours, products }),
          stand('x-mute', NO_DETAILS),
          stand('x-new', null),
          { ...stand('x-imported', null), details: sql`'null'::jsonb` as never },
        ])
      expect(await boothOffers(db())).toEqual([
        { exhibitorId: 'x-open', hours, products: [{ id: 'r', name: { ru: 'Робот', en: 'Robot' } }] },
      ])
    })

    test('somebody is told for whom they may publish', async () => {
      const owner = await somebody({ role: 'owner', scopeKind: 'exhibitor', scopeId: 'zhestyanka' })
      const directorate = await somebody({ role: 'directorate', scopeKind: 'salon', scopeId: 'salon' })
      expect(await publishersOf(db(), await somebody())).toEqual([])
      expect(await publishersOf(db(), owner)).toEqual([{ kind: 'exhibitor', id: 'zhestyanka' }])
      expect(await publishersOf(db(), directorate)).toEqual([SALON])
    })
  })
})
