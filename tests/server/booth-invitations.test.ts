import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { arrange } from '../../game-server/services/arrange.ts'
import {
  accept,
  type InvitationDeps,
  invitations,
  invite,
  lookAt,
  revoke,
} from '../../game-server/services/booth-invitations.ts'
import type { Letter } from '../../game-server/services/letters.ts'
import { may } from '../../game-server/services/rights.ts'
import { dismiss, give } from '../../game-server/services/roles.ts'
import type { BoothRole } from '../../shared/booth/draft.ts'
import { exhibitor, SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const NOW = new Date('2026-05-01T09:00:00Z')
const later = (ms: number): Date => new Date(NOW.getTime() + ms)
const DAY = 24 * 3600 * 1000

onEveryDatabase((db) => {
  type Somebody = Awaited<ReturnType<typeof somebody>>
  let owner: Somebody
  let organizer: Somebody
  let representative: Somebody
  let letters: (Letter & { readonly to: string })[]
  let deps: InvitationDeps
  let addresses = 0

  beforeAll(async () => {
    const evil = exhibitor('evil', { name: { ru: '<b>Стенд</b>\r\nBcc: x@y.example', en: '' } })
    await arrange(db(), { ...SMALL_SALON, exhibitors: [...SMALL_SALON.exhibitors, evil] })
    ;[owner, organizer, representative] = await Promise.all([somebody(db()), somebody(db()), somebody(db())])
    await give(db(), { personId: owner.personId, role: 'owner', scopeId: 'tin' }, null)
    await give(db(), { personId: representative.personId, role: 'representative', scopeId: 'tin' }, null)
    await give(db(), { personId: organizer.personId, role: 'organizer', scopeId: 'salon' }, null)
  })
  beforeEach(() => {
    letters = []
    const write = async (to: string, letter: Letter): Promise<void> => void letters.push({ to, ...letter })
    deps = { db: db(), write, publicUrl: 'https://salon.example' }
  })

  const newAddress = (): string => `new-${++addresses}@example.org`
  /** Invites and takes the token out of the letter. */
  const invited = async (email: string, role: BoothRole = 'representative', by = owner, now = NOW) => {
    await invite(deps, by, 'tin', { email, role }, now)
    return tokenOf(letters.at(-1))
  }
  const works = (one: Somebody) => may(db(), one, 'exhibitor.edit', { kind: 'exhibitor', id: 'tin' })

  describe('an invitation', () => {
    test('reaches whoever has no account yet, who works for the booth once they accept with that address', async () => {
      const newcomer = await somebody(db())
      const token = await invited(newcomer.email)
      expect(letters).toMatchObject([{ to: newcomer.email, subject: 'Приглашение на стенд: Роботы «Жестянка»' }])
      expect(await works(newcomer)).toBe(false)
      expect(await lookAt(db(), token, NOW)).toMatchObject({ exhibitorId: 'tin', email: 'p•••@example.org' })
      expect(await Promise.all([1, 2].map(() => accept(db(), newcomer, token, NOW)))).toEqual(['tin', 'tin'])
      expect(await accept(db(), newcomer, token, NOW)).toBe('tin')
      expect(await works(newcomer)).toBe(true)
      const [latest] = await invitations(db(), owner, 'tin')
      expect(latest).toMatchObject({ email: newcomer.email, acceptedAt: NOW.toISOString() })
    })

    test('opens nothing for whoever it was passed on to, nor for a guest', async () => {
      const [meant, thief, guest] = [await somebody(db()), await somebody(db()), await somebody(db(), { guest: true })]
      const token = await invited(meant.email)
      await expect(accept(db(), thief, token, NOW)).rejects.toMatchObject({ reason: 'forbidden', field: 'email' })
      await expect(accept(db(), guest, token, NOW)).rejects.toMatchObject({ reason: 'no-account' })
      await expect(accept(db(), null, token, NOW)).rejects.toMatchObject({ reason: 'not-entered' })
      expect(await works(thief)).toBe(false)
      expect(await accept(db(), meant, token, NOW)).toBe('tin')
    })

    test('ends with the right of whoever sent it', async () => {
      const [former, friend] = [await somebody(db()), await somebody(db())]
      const asOwner = { personId: former.personId, role: 'owner', scopeId: 'tin' } as const
      await give(db(), asOwner, null)
      const token = await invited(friend.email, 'representative', former)
      await dismiss(db(), organizer, asOwner)
      await expect(accept(db(), friend, token, NOW)).rejects.toMatchObject({ reason: 'not-found' })
      expect(await works(friend)).toBe(false)
    })

    test('ends: in two weeks, when taken back, and when another was sent', async () => {
      const one = await somebody(db())
      const old = await invited(one.email)
      await expect(lookAt(db(), old, later(15 * DAY))).rejects.toMatchObject({ reason: 'not-found' })
      await expect(accept(db(), one, old, later(15 * DAY))).rejects.toMatchObject({ reason: 'not-found' })
      const next = await invited(one.email, 'representative', owner, later(2 * 60_000))
      await expect(accept(db(), one, old, NOW)).rejects.toMatchObject({ reason: 'not-found' })
      const mine = (await invitations(db(), owner, 'tin')).filter(({ email }) => email === one.email)
      expect(mine).toHaveLength(1)
      await revoke(db(), owner, 'tin', mine[0]?.id ?? '')
      await expect(accept(db(), one, next, NOW)).rejects.toMatchObject({ reason: 'not-found' })
      await expect(revoke(db(), owner, 'tin', mine[0]?.id ?? '')).rejects.toMatchObject({ reason: 'not-found' })
      expect(await works(one)).toBe(false)
    })

    test('answers the same for an address with an account as for one without', async () => {
      const known = await somebody(db())
      const answers = [known.email, newAddress()].map((email) =>
        invite(deps, owner, 'tin', { email, role: 'representative' }, NOW),
      )
      expect(await Promise.all(answers)).toEqual([undefined, undefined])
    })

    test('is sent by owners to representatives, and by organizers to owners as well', async () => {
      const [email, role] = [newAddress(), 'owner'] as const
      for (const who of [owner, representative])
        await expect(invite(deps, who, 'tin', { email, role }, NOW)).rejects.toMatchObject({ reason: 'forbidden' })
      const asRepresentative = { email, role: 'representative' } as const
      for (const [who, id] of [
        [representative, 'tin'],
        [owner, 'moss'],
      ] as const)
        await expect(invite(deps, who, id, asRepresentative, NOW)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(invite(deps, organizer, 'nowhere', { email, role }, NOW)).rejects.toMatchObject({
        reason: 'not-found',
      })
      expect(letters).toEqual([])
      await invited(email, 'owner', organizer)
      const latest = (await invitations(db(), organizer, 'tin')).find((one) => one.email === email)
      await expect(revoke(db(), owner, 'tin', latest?.id ?? '')).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(revoke(db(), organizer, 'moss', latest?.id ?? '')).rejects.toMatchObject({ reason: 'not-found' })
      await expect(invitations(db(), representative, 'tin')).rejects.toMatchObject({ reason: 'forbidden' })
    })

    test('is no way to flood an address, nor everybody', async () => {
      const email = newAddress()
      await invited(email)
      await expect(invited(email)).rejects.toMatchObject({ reason: 'too-often', retryAfterSeconds: 60 })
      await give(db(), { personId: owner.personId, role: 'owner', scopeId: 'cape' }, null)
      const ask = () => invite(deps, owner, 'cape', { email: newAddress(), role: 'representative' }, NOW)
      for (let n = 0; n < 50; n++) await ask()
      await expect(ask()).rejects.toMatchObject({ reason: 'no-room' })
    })

    test('says a name as text, in one line', async () => {
      await invite(deps, organizer, 'evil', { email: newAddress(), role: 'owner' }, NOW)
      expect(letters[0]?.subject).toBe('Приглашение на стенд: <b>Стенд</b> Bcc: x@y.example')
      expect(letters[0]?.html).toContain('&lt;b&gt;Стенд')
      expect(letters[0]?.html).not.toContain('<b>')
    })
  })
})

const tokenOf = (letter: Letter | undefined): string => /invitation#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''
