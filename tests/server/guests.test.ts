import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { authSession } from '../../game-server/db/schema/account.ts'
import { person } from '../../game-server/db/schema/person.ts'
import type { Accounts } from '../../game-server/services/accounts.ts'
import { authenticate, edit, enter, forgetGuestsGone, whoAmI } from '../../game-server/services/guests.ts'
import { Refused } from '../../game-server/services/refused.ts'
import { anyLook } from '../../shared/people/look.ts'
import { accountsOn } from './accounts-of-tests.ts'
import { onEveryDatabase } from './databases.ts'

const ANNA = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false } as const
const NOBODY = new Headers()

/** What a browser sends back of the cookies it was given. */
const returning = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })

describe('a guest', () => {
  onEveryDatabase((db) => {
    let accounts: Accounts
    beforeAll(() => {
      accounts = accountsOn(db()).accounts
    })

    test('comes in, is known again by the cookie, and by no other', async () => {
      const { me, cookies } = await enter(db(), accounts, NOBODY, ANNA)
      expect(me).toMatchObject(ANNA)
      expect(cookies.join()).toMatch(/HttpOnly/i)
      expect(cookies.join()).toMatch(/SameSite=Lax/i)
      expect((await whoAmI(db(), accounts, returning(cookies)))?.me).toEqual(me)
      const forged = returning(cookies.map((cookie) => cookie.replace(/=(.{5})/, '=xxxxx')))
      expect(await whoAmI(db(), accounts, forged)).toBeNull()
      expect(await authenticate(db(), accounts, forged)).toBeNull()
      expect(await authenticate(db(), accounts, returning(cookies))).toEqual({
        personId: me.personId,
        sessionId: expect.any(String),
        name: 'Анна',
        look: ANNA.look,
      })
    })

    test('who comes in twice is still one person', async () => {
      const { me, cookies } = await enter(db(), accounts, NOBODY, ANNA)
      const again = await enter(db(), accounts, returning(cookies), { ...ANNA, name: 'Аня' })
      expect(again.me).toEqual({ ...me, name: 'Аня' })
    })

    test('changes only what was named', async () => {
      const { me, cookies } = await enter(db(), accounts, NOBODY, ANNA)
      const changed = await edit(db(), accounts, returning(cookies), { findable: true })
      expect(changed.me).toEqual({ ...me, findable: true })
      expect((await edit(db(), accounts, returning(cookies), {})).me).toEqual({ ...me, findable: true })
      await expect(edit(db(), accounts, NOBODY, { findable: true })).rejects.toEqual(new Refused('not-entered'))
    })

    test('whose session ran out is forgotten; others stay', async () => {
      const gone = await enter(db(), accounts, NOBODY, ANNA)
      const here = await enter(db(), accounts, NOBODY, ANNA)
      const [row] = await db().select().from(person).where(eq(person.id, gone.me.personId))
      const yesterday = new Date(Date.now() - 86_400_000)
      await db()
        .update(authSession)
        .set({ expiresAt: yesterday })
        .where(eq(authSession.userId, row?.userId ?? ''))
      expect(await forgetGuestsGone(db(), new Date())).toBe(1)
      expect(await db().$count(person, eq(person.id, gone.me.personId))).toBe(0)
      expect(await db().$count(person, eq(person.id, here.me.personId))).toBe(1)
    })

    test('of a salon behind https gets a cookie that never travels in the clear', async () => {
      const secure = accountsOn(db(), 'https://salon.example').accounts
      const { cookies } = await enter(db(), secure, NOBODY, ANNA)
      expect(cookies.join()).toMatch(/__Secure-alleya\.session_token=.*Secure/)
    })
  })
})
