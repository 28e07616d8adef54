import { randomUUID } from 'node:crypto'
import { Client } from 'colyseus.js'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { authUser } from '../../game-server/db/schema/account.ts'
import { person } from '../../game-server/db/schema/person.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { attend, attendantBy, ownAttendance } from '../../game-server/services/attendance.ts'
import { enter } from '../../game-server/services/guests.ts'
import { anyLook } from '../../shared/people/look.ts'
import type { HeldRole, Role } from '../../shared/people/rights.ts'
import { HALL_DOWN, HALL_UP, type Staffing, type StaffMember } from '../../shared/rooms/hall.ts'
import { accountsOn, SECRET } from './accounts-of-tests.ts'
import { somebody } from './conversations.ts'
import { onEveryDatabase } from './databases.ts'
import { until } from './hall-world.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

const at = (exhibitorId: string, role: Role = 'representative'): HeldRole => ({
  role,
  scope: { kind: 'exhibitor', id: exhibitorId },
})

onEveryDatabase((database) => {
  const told: string[] = []
  const rooms = { renew: (personId: string) => void told.push(personId) }

  test('staffing a booth goes with the role, and an owner who represents, too, is the owner', async () => {
    const db = database()
    const ann = await somebody(db, 'Анна', [at('oaks'), at('oaks', 'owner'), at('limes')])
    const bob = await somebody(db, 'Боб', [{ role: 'speaker', scope: { kind: 'session', id: 'oaks' } }])
    expect(await attendantBy(db, ann.personId)).toEqual({
      ...{ personId: ann.personId, name: 'Анна' },
      booths: [
        { exhibitorId: 'oaks', role: 'owner' },
        { exhibitorId: 'limes', role: 'representative' },
      ],
    })
    expect(await attendantBy(db, bob.personId)).toBeNull()
    expect(await attendantBy(db, 'nobody')).toBeNull()
  })

  test('staffing is switched off for one booth and stays off, under whichever role', async () => {
    const db = database()
    const ann = await somebody(db, 'Анна', [at('oaks'), at('oaks', 'owner'), at('limes')])
    await attend(db, rooms, ann, { exhibitorId: 'oaks', attends: false })
    expect(told.at(-1)).toBe(ann.personId)
    expect((await attendantBy(db, ann.personId))?.booths).toEqual([{ exhibitorId: 'limes', role: 'representative' }])
    expect(await ownAttendance(db, ann)).toEqual([
      { exhibitorId: 'oaks', role: 'owner', attends: false },
      { exhibitorId: 'limes', role: 'representative', attends: true },
    ])
    await attend(db, rooms, ann, { exhibitorId: 'oaks', attends: true })
    expect((await attendantBy(db, ann.personId))?.booths).toHaveLength(2)
  })

  test('staffing cannot be claimed: not by visitors, by staff of another booth, or by organizers', async () => {
    const db = database()
    const before = told.length
    const claims = [
      await somebody(db, 'Visitor'),
      await somebody(db, 'Neighbour', [at('limes', 'owner')]),
      await somebody(db, 'Organizer', [{ role: 'organizer', scope: { kind: 'salon', id: 'salon' } }]),
    ]
    for (const who of claims)
      await expect(attend(db, rooms, who, { exhibitorId: 'elms', attends: true })).rejects.toMatchObject({
        reason: 'forbidden',
      })
    await expect(attend(db, rooms, null, { exhibitorId: 'elms', attends: true })).rejects.toMatchObject({
      reason: 'not-entered',
    })
    expect(await db.$count(roleGrant, eq(roleGrant.scopeId, 'elms'))).toBe(0)
    expect(told).toHaveLength(before)
  })
})

/** Somebody with a cookie, and everything they are told of staff. */
interface Attending {
  readonly personId: string
  readonly cookie: string
}

describe('in a salon with people in it', () => {
  let salon: TestSalon
  let hallId: string
  let rep: Attending
  let repAddress: string | undefined
  let visitor: Attending
  const BOOTH = 'zhestyanka'

  beforeAll(async () => {
    salon = await openTestSalon({ AUTH_SECRET: SECRET }, async (db) => {
      const { accounts } = accountsOn(db)
      const come = async (name: string): Promise<Attending> => {
        const as = { name, look: anyLook(() => 0), language: 'en', findable: false } as const
        const { me, cookies } = await enter(db, accounts, new Headers(), as)
        return { personId: me.personId, cookie: cookies.map((one) => one.split(';')[0]).join('; ') }
      }
      rep = await come('Тина')
      visitor = await come('A visitor')
      await db.update(authUser).set({ isAnonymous: false })
      const { personId } = rep
      const account = db
        .select({ email: authUser.email })
        .from(authUser)
        .innerJoin(person, eq(person.userId, authUser.id))
      repAddress = (await account.where(eq(person.id, personId)))[0]?.email
      await db.insert(roleGrant).values({ personId, role: 'representative', scopeKind: 'exhibitor', scopeId: BOOTH })
    })
    const { halls, planVersion } = await (await fetch(`${salon.url}/api/salon`)).json()
    const { records } = await (await fetch(`${salon.url}/api/plans/${planVersion}`)).json()
    type Placed = { type: string; exhibitorId: string; hallId: string }
    const booth = Object.values<Placed>(records).find(
      ({ type, exhibitorId }) => type === 'booth' && exhibitorId === BOOTH,
    )
    hallId = booth?.hallId ?? halls[0].id
  }, 120_000)
  afterAll(() => salon.close())

  /** Comes in, and keeps what a client would know of the staff of the booth. */
  async function walkIn({ cookie }: Attending) {
    const headers = { cookie, 'content-type': 'application/json' }
    const seat = await fetch(`${salon.url}/api/halls/${hallId}/enter`, { method: 'POST', headers, body: '{}' })
    const { roomId } = (await seat.json()) as { roomId: string }
    const room = await new Client(salon.url, { headers: { cookie } }).joinById(roomId, { hallId })
    Object.assign(room.reconnection, { minUptime: 0, delay: 50, maxDelay: 200 })
    let staff: readonly StaffMember[] | null = null
    for (const name of Object.values(HALL_DOWN)) room.onMessage(name, () => {})
    room.onMessage(HALL_DOWN.staff, ({ whole, booths }: Staffing) => {
      if (whole || booths[BOOTH]) staff = booths[BOOTH] ?? []
    })
    await until(() => staff !== null)
    return { room, staff: () => staff ?? [] }
  }

  const put = (who: Attending, path: string, method: string, body?: object) =>
    fetch(`${salon.url}${path}`, {
      method,
      headers: { cookie: who.cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })

  test('staff shows from coming in to leaving, by the server’s own name and role', async () => {
    const watcher = await walkIn(visitor)
    expect(watcher.staff()).toEqual([])
    const own = await walkIn(rep)
    await until(() => watcher.staff().length === 1)
    expect(watcher.staff()).toEqual([{ personId: rep.personId, name: 'Тина', role: 'representative', here: true }])
    const late = await walkIn(visitor)
    expect(late.staff()).toHaveLength(1)
    await own.room.leave()
    await until(() => late.staff().length === 0)
    await late.room.leave()
  })

  test('a lost line keeps the place for a while; a new name is seen', async () => {
    const watcher = await walkIn(visitor)
    const own = await walkIn(rep)
    await until(() => watcher.staff().length === 1)
    own.room.connection.close()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(watcher.staff()).toHaveLength(1)
    expect((await put(rep, '/api/me', 'PATCH', { name: 'Тина К.' })).status).toBe(200)
    await until(() => watcher.staff()[0]?.name === 'Тина К.')
    await own.room.leave()
    await watcher.room.leave()
  })

  test('switched off, nobody is shown; on again, they are; taken from the staff, they are gone at once', async () => {
    const watcher = await walkIn(visitor)
    const own = await walkIn(rep)
    await until(() => watcher.staff().length === 1)
    const path = `/api/exhibitors/${BOOTH}/attendance`
    expect((await put(rep, path, 'PUT', { attends: false })).status).toBe(204)
    await until(() => watcher.staff().length === 0)
    expect(await (await put(rep, '/api/attendance', 'GET')).json()).toEqual([
      { exhibitorId: BOOTH, role: 'representative', attends: false },
    ])
    expect((await put(rep, path, 'PUT', { attends: true })).status).toBe(204)
    await until(() => watcher.staff().length === 1)

    const organizer = salon.demoAccounts.find(({ who }) => who === 'organizer')
    if (!organizer) throw new Error('The demo has no organizer')
    const signedIn = await put({ personId: '', cookie: '' }, '/api/sign-in', 'POST', {
      email: organizer.email,
      password: organizer.password,
    })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const role = `/api/roles/representative/${BOOTH}/${rep.personId}`
    expect((await put({ personId: '', cookie }, role, 'DELETE')).status).toBe(204)
    await until(() => watcher.staff().length === 0)
    expect((await put({ personId: '', cookie }, role, 'PUT')).status).toBe(204)
    await until(() => watcher.staff().length === 1)

    // An invitation that is accepted makes one staff at once, wherever one is walking.
    expect((await put({ personId: '', cookie }, role, 'DELETE')).status).toBe(204)
    await until(() => watcher.staff().length === 0)
    const invitations = `/api/booths/${BOOTH}/invitations`
    const ask = { email: repAddress, role: 'representative' }
    expect((await put({ personId: '', cookie }, invitations, 'POST', ask)).status).toBe(204)
    const letters = await (await fetch(`${salon.url}/api/mail`)).text()
    const token = /invitation#([\w-]{43})/.exec(letters)?.[1]
    expect((await put(rep, '/api/invitations', 'POST', { token })).status).toBe(200)
    await until(() => watcher.staff().length === 1)
    await own.room.leave()
  })

  test('what a client says of itself changes nothing', async () => {
    const liar = await walkIn(rep)
    await until(() => liar.staff().length === 1)
    const other = await walkIn(visitor)
    const claim = { exhibitorId: BOOTH, role: 'owner', name: 'Директор', attends: true, id: randomUUID() }
    for (const name of ['staff', 'attend', 'present']) other.room.send(name, claim)
    other.room.send(HALL_UP.say, { text: 'I staff this booth', ...claim })
    expect((await put(visitor, `/api/exhibitors/${BOOTH}/attendance`, 'PUT', { attends: true })).status).toBe(403)
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(other.staff().map(({ personId }) => personId)).toEqual([rep.personId])
  })
})
