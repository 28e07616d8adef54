import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cardExchange } from '../../game-server/db/schema/card.ts'
import { person } from '../../game-server/db/schema/person.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { adopt } from '../../game-server/services/adopt.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { ownBriefcase } from '../../game-server/services/briefcase.ts'
import { ownCard, writeCard } from '../../game-server/services/cards.ts'
import { contacts, requests } from '../../game-server/services/cards-contacts.ts'
import { answer, ask, block, unblock, withdraw } from '../../game-server/services/cards-exchange.ts'
import { give, revoke } from '../../game-server/services/consents.ts'
import { ownLedger } from '../../game-server/services/consents-ledger.ts'
import { personCard } from '../../game-server/services/people.ts'
import { eraseRecords } from '../../game-server/services/personal-data.ts'
import { card } from '../../shared/people/card.ts'
import { SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const ANNA = { name: 'Анна', organisation: 'Школа № 5', position: 'Учитель химии' }
const BORIS = { name: 'Борис', organisation: 'Жестянка', position: 'Инженер' }
const CARD = { email: null, phone: '+7 900 000-00-00', links: ['https://example.org/'], fields: [] }
const DAY = 24 * 60 * 60_000

type Who = Awaited<ReturnType<typeof somebody>>

onEveryDatabase((db) => {
  beforeAll(() => arrange(db(), SMALL_SALON))

  const two = async (): Promise<[Who, Who]> => [await somebody(db(), ANNA), await somebody(db(), BORIS)]
  const to = ({ personId }: Who, exhibitorId: string | null = null) => ({ personId, exhibitorId })
  const cardsOf = async (who: Who) => (await contacts(db(), who)).contacts
  const exchanged = async (from: Who, other: Who, exhibitorId: string | null = null): Promise<string> => {
    const { id } = await ask(db(), from, to(other, exhibitorId))
    await answer(db(), other, id, true)
    return id
  }
  const staff = async (exhibitorId: string): Promise<Who> => {
    const who = await somebody(db(), BORIS)
    const scope = { scopeKind: 'exhibitor', scopeId: exhibitorId } as const
    await db()
      .insert(roleGrant)
      .values({ personId: who.personId, role: 'representative', ...scope })
    return who
  }

  describe('an exchange of cards', () => {
    test('gives each the fields the other put on the card, once both agree and not before', async () => {
      const [anna, boris] = await two()
      await writeCard(db(), anna, { ...CARD, fields: ['position', 'email', 'phone'] })
      const { id, state } = await ask(db(), anna, to(boris))
      expect(state).toBe('waiting')
      expect([await cardsOf(anna), await cardsOf(boris)]).toEqual([[], []])
      expect(await requests(db(), boris)).toMatchObject([{ id, name: 'Анна', own: false, organisation: '' }])
      await answer(db(), boris, id, true)
      expect(await cardsOf(boris)).toMatchObject([
        { ...ANNA, organisation: '', email: anna.email, phone: CARD.phone, links: [], exhibitorId: null },
      ])
      expect(await cardsOf(anna)).toMatchObject([{ ...BORIS, email: '', phone: '', links: [] }])
      expect(await requests(db(), boris)).toEqual([])
      expect((await ownBriefcase(db(), anna)).map(({ title }) => title.ru)).toEqual(['Борис'])
    })

    test('shows the card as it is now, and tells its owner who looked', async () => {
      const [anna, boris] = await two()
      await exchanged(anna, boris)
      await cardsOf(boris)
      await writeCard(db(), anna, { ...CARD, fields: ['links'] })
      expect(await cardsOf(boris)).toMatchObject([{ organisation: '', links: CARD.links }])
      const looks = (await ownLedger(db(), anna, null)).map(({ act, seenBy, fields }) => [act, seenBy, fields])
      expect(looks).toEqual([
        ['card-seen', 'Борис', ['links', 'name']],
        ['card-seen', 'Борис', ['name', 'organisation', 'position']],
      ])
    })

    test('opens a profile that is for contacts, to contacts only', async () => {
      const [anna, boris] = await two()
      await db().update(person).set({ visibleTo: 'contacts' }).where(eq(person.id, anna.personId))
      expect(await personCard(db(), boris, anna.personId)).toMatchObject({ organisation: '' })
      const id = await exchanged(boris, anna)
      expect(await personCard(db(), boris, anna.personId)).toMatchObject({ organisation: ANNA.organisation })
      await withdraw(db(), anna, id)
      expect(await personCard(db(), boris, anna.personId)).toMatchObject({ organisation: '' })
      expect(await cardsOf(boris)).toEqual([])
    })

    test('asked for by both is agreed, at once or one after the other', async () => {
      const [anna, boris] = await two()
      await ask(db(), anna, to(boris))
      expect(await ask(db(), anna, to(boris))).toMatchObject({ state: 'waiting' })
      expect(await ask(db(), boris, to(anna))).toMatchObject({ state: 'agreed' })
      const [carol, david] = await two()
      const both = await Promise.all([ask(db(), carol, to(david)), ask(db(), david, to(carol))])
      expect(both.map(({ state }) => state).toSorted()).toEqual(['agreed', 'waiting'])
      expect(await cardsOf(carol)).toHaveLength(1)
    })

    test('is answered once, by whom it was asked of', async () => {
      const [anna, boris] = await two()
      const stranger = await somebody(db())
      const { id } = await ask(db(), anna, to(boris))
      for (const other of [anna, stranger]) {
        await expect(answer(db(), other, id, true)).rejects.toMatchObject({ reason: 'not-found' })
      }
      await expect(withdraw(db(), stranger, id)).rejects.toMatchObject({ reason: 'not-found' })
      await expect(withdraw(db(), boris, id)).rejects.toMatchObject({ reason: 'not-found' })
      await expect(answer(db(), null, id, true)).rejects.toMatchObject({ reason: 'not-entered' })
      const answers = await Promise.allSettled([answer(db(), boris, id, true), answer(db(), boris, id, true)])
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    })

    test('is not to be had after it was taken back, or when nobody answered for two weeks', async () => {
      const [anna, boris] = await two()
      const { id } = await ask(db(), anna, to(boris))
      await withdraw(db(), anna, id)
      await expect(answer(db(), boris, id, true)).rejects.toMatchObject({ reason: 'outdated' })
      const again = await ask(db(), anna, to(boris))
      const past = new Date(Date.now() - 1)
      await db().update(cardExchange).set({ expiresAt: past }).where(eq(cardExchange.id, again.id))
      expect(await requests(db(), boris)).toEqual([])
      await expect(answer(db(), boris, again.id, true)).rejects.toMatchObject({ reason: 'outdated' })
      expect((await ask(db(), anna, to(boris))).id).not.toBe(again.id)
    })
  })

  describe('asking', () => {
    test('does not reach who wants no disturbance, who declined, or who was asked thrice', async () => {
      const [anna, boris] = await two()
      await db().update(person).set({ doNotDisturb: true }).where(eq(person.id, boris.personId))
      await expect(ask(db(), anna, to(boris))).rejects.toMatchObject({ reason: 'do-not-disturb' })
      const carol = await somebody(db())
      await answer(db(), carol, (await ask(db(), anna, to(carol))).id, false)
      await expect(ask(db(), anna, to(carol))).rejects.toMatchObject({ reason: 'do-not-disturb' })
      const long = new Date(Date.now() - 31 * DAY)
      await db().update(cardExchange).set({ askedAt: long }).where(eq(cardExchange.toId, carol.personId))
      expect(await ask(db(), anna, to(carol))).toMatchObject({ state: 'waiting' })
      const david = await somebody(db())
      for (let time = 0; time < 3; time++) await withdraw(db(), anna, (await ask(db(), anna, to(david))).id)
      await expect(ask(db(), anna, to(david))).rejects.toMatchObject({ reason: 'do-not-disturb' })
    })

    test('goes unseen by who blocked the one who asks, and looks to them as to everybody', async () => {
      const [anna, boris] = await two()
      await block(db(), boris, anna.personId)
      const { id, state } = await ask(db(), anna, to(boris))
      expect(state).toBe('waiting')
      expect(await requests(db(), anna)).toMatchObject([{ id, own: true }])
      expect(await requests(db(), boris)).toEqual([])
      await expect(answer(db(), boris, id, true)).rejects.toMatchObject({ reason: 'not-found' })
      expect((await contacts(db(), boris)).blocked).toEqual([{ personId: anna.personId, name: 'Анна' }])
      await unblock(db(), boris, anna.personId)
      expect(await requests(db(), boris)).toMatchObject([{ id }])
      await answer(db(), boris, id, true)
      await block(db(), boris, anna.personId)
      expect([await cardsOf(anna), await cardsOf(boris)]).toEqual([[], []])
    })

    test('people by the dozen is stopped, and finds out nothing about who there is', async () => {
      const anna = await somebody(db(), ANNA)
      const crowd = await Promise.all(Array.from({ length: 21 }, () => somebody(db())))
      const answers = await Promise.allSettled(crowd.map((one) => ask(db(), anna, to(one))))
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
      expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'too-often' } })
      const nobody = { personId: 'nobody', exhibitorId: null }
      await expect(ask(db(), anna, nobody)).rejects.toMatchObject({ reason: 'not-found', field: 'personId' })
      await expect(ask(db(), anna, to(anna))).rejects.toMatchObject({ reason: 'malformed' })
      await expect(block(db(), anna, anna.personId)).rejects.toMatchObject({ reason: 'malformed' })
      await expect(ask(db(), null, to(anna))).rejects.toMatchObject({ reason: 'not-entered' })
    })
  })

  describe('a representative', () => {
    test('sees of a visitor what the consent shows, not the card, and nothing once it is taken back', async () => {
      const anna = await somebody(db(), ANNA)
      const boris = await staff('tin')
      await writeCard(db(), anna, { ...CARD, fields: ['phone', 'email', 'organisation'] })
      await give(db(), anna, 'tin', { fields: ['name', 'position'], wording: 1, revision: 0 })
      await exchanged(anna, boris, 'tin')
      expect(await cardsOf(boris)).toMatchObject([{ ...ANNA, organisation: '', email: '', phone: '' }])
      expect(await cardsOf(anna)).toMatchObject([{ ...BORIS, exhibitorId: 'tin' }])
      expect((await ownLedger(db(), anna, null))[0]).toMatchObject({ act: 'lead-seen', exhibitorId: 'tin' })
      await revoke(db(), anna, 'tin')
      expect(await cardsOf(boris)).toEqual([])
      expect(await cardsOf(anna)).toHaveLength(1)
    })

    test('who is one no more sees nobody, and cannot agree as one', async () => {
      const [anna, carol] = await two()
      const boris = await staff('tin')
      for (const who of [anna, carol]) await give(db(), who, 'tin', { fields: ['name'], wording: 1, revision: 0 })
      await exchanged(anna, boris, 'tin')
      const { id } = await ask(db(), carol, to(boris, 'tin'))
      await db().delete(roleGrant).where(eq(roleGrant.personId, boris.personId))
      expect(await cardsOf(boris)).toEqual([])
      await expect(answer(db(), boris, id, true)).rejects.toMatchObject({ reason: 'outdated' })
      const elsewhere = to(boris, 'tin')
      const david = await somebody(db())
      await expect(ask(db(), david, elsewhere)).rejects.toMatchObject({ reason: 'not-found', field: 'exhibitorId' })
    })

    test('does not get into a profile for contacts by standing at a booth', async () => {
      const anna = await somebody(db(), { ...ANNA, visibleTo: 'contacts' })
      const boris = await staff('moss')
      await exchanged(anna, boris, 'moss')
      expect(await personCard(db(), boris, anna.personId)).toMatchObject({ organisation: '' })
    })
  })

  describe('a card', () => {
    test('holds the proved address of an account, never the one made up for a guest', async () => {
      const [member, guest] = [await somebody(db(), ANNA), await somebody(db(), { ...ANNA, guest: true })]
      expect(await ownCard(db(), member)).toMatchObject({ accountEmail: member.email, email: null })
      expect(await ownCard(db(), guest)).toMatchObject({ accountEmail: null })
      await writeCard(db(), guest, { ...CARD, fields: ['email'] })
      await exchanged(guest, member)
      expect(await cardsOf(member)).toMatchObject([{ email: '' }])
    })

    test('takes no link but to pages, and no text for a number', () => {
      for (const link of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org/']) {
        expect(card.safeParse({ ...CARD, links: [link] }).success).toBe(false)
      }
      expect(card.safeParse({ ...CARD, phone: '=1+1' }).success).toBe(false)
    })
  })

  describe('when a guest signs in to an account', () => {
    test('contacts, requests and blocks go along, those of others about the guest too', async () => {
      const guest = await somebody(db(), { ...ANNA, guest: true })
      const [member, boris] = await two()
      const [carol, david, eve] = [await somebody(db()), await somebody(db()), await somebody(db())]
      await exchanged(guest, boris)
      await exchanged(guest, carol)
      await ask(db(), carol, to(member))
      await ask(db(), guest, to(member))
      await block(db(), guest, david.personId)
      await block(db(), eve, guest.personId)
      await adopt(db(), guest.userId, member.userId)
      await eraseRecords(db(), guest)
      expect(await cardsOf(boris)).toMatchObject([{ personId: member.personId }])
      expect((await contacts(db(), member)).blocked).toMatchObject([{ personId: david.personId }])
      expect((await contacts(db(), eve)).blocked).toMatchObject([{ personId: member.personId }])
      expect(await requests(db(), member)).toMatchObject([{ personId: carol.personId, own: false }])
      expect(await ownBriefcase(db(), boris)).toMatchObject([{ subject: { id: member.personId }, gone: false }])
    })
  })

  test('nobody is left in the contacts or briefcase of others once they are forgotten', async () => {
    const [anna, boris] = await two()
    await exchanged(anna, boris)
    await eraseRecords(db(), boris)
    expect([await cardsOf(anna), await ownBriefcase(db(), anna)]).toEqual([[], []])
  })
})
