import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { webhookDelivery, webhookEndpoint } from '../../game-server/db/schema/webhook.ts'
import { adopt } from '../../game-server/services/adopt.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { give, revoke } from '../../game-server/services/consents.ts'
import { ownLedger } from '../../game-server/services/consents-ledger.ts'
import { recordInteraction } from '../../game-server/services/interactions.ts'
import { changeLead, leads } from '../../game-server/services/leads.ts'
import type { Letter } from '../../game-server/services/letters.ts'
import { eraseRecords } from '../../game-server/services/personal-data.ts'
import {
  addWebhook,
  changeWebhook,
  deliveries,
  newWebhookSecret,
  removeWebhook,
  sendAgain,
  testWebhook,
  webhooks,
} from '../../game-server/services/webhooks.ts'
import { forgetDeliveries, WebhookDeliveries } from '../../game-server/services/webhooks-delivery.ts'
import { openNetwork } from '../../game-server/webhooks/post.ts'
import { MOST_WEBHOOKS, WEBHOOK_EVENTS, type WebhookDraft, webhookDraft } from '../../shared/leads/webhook.ts'
import { CONSENT_FIELDS, CONSENT_WORDING, type ConsentGiven } from '../../shared/people/consent.ts'
import { exhibitor as aBooth, SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { until } from './hall-world.ts'
import { somebody } from './people-of-tests.ts'
import { openReceiver, type Received, type WebhookReceiver } from './webhook-receiver.ts'

const EVERYTHING = { fields: [...CONSENT_FIELDS], wording: CONSENT_WORDING, revision: 0 } satisfies ConsentGiven
const LATEST = { order: 'latest' } as const
const MINUTE = 60_000

let booths = 0

onEveryDatabase((db) => {
  let crm: WebhookReceiver
  let another: WebhookReceiver
  let sending: WebhookDeliveries[]
  const failures: unknown[] = []
  const letters: { readonly to: string; readonly letter: Letter }[] = []

  beforeAll(() => arrange(db(), SMALL_SALON))
  beforeEach(async () => {
    crm = await openReceiver()
    another = await openReceiver()
    sending = []
    letters.length = 0
  })
  afterEach(async () => {
    await Promise.all(sending.map((one) => one.close()))
    await Promise.all([crm.close(), another.close()])
    await db().delete(webhookEndpoint)
    expect(failures).toEqual([])
  })

  const network = () => openNetwork([crm.origin, another.origin], { patience: 1000 })
  const rules = () => ({ db: db(), network: network() })
  /** A process that sends. */
  const deliveriesOf = () => {
    const one = new WebhookDeliveries({
      ...rules(),
      write: async (to, letter) => void letters.push({ to, letter }),
      onFailure: (error) => failures.push(error),
    })
    sending.push(one)
    return one
  }
  /** Time passes until whatever waits is due. */
  const passes = () => db().update(webhookDelivery).set({ dueAt: new Date() })

  async function booth(draft: Partial<WebhookDraft> = {}) {
    const id = `booth-${++booths}`
    await db().insert(exhibitor).values(aBooth(id))
    const owner = await somebody(db(), { name: 'Владелица' })
    const grant = { role: 'owner', scopeKind: 'exhibitor', scopeId: id } as const
    await db()
      .insert(roleGrant)
      .values({ personId: owner.personId, ...grant })
    const added = await addWebhook(rules(), owner, id, { url: crm.url, events: [...WEBHOOK_EVENTS], ...draft })
    return { id, owner, hook: added.webhook.id, secret: added.secret }
  }
  const anna = () => somebody(db(), { name: 'Анна Липова', organisation: 'Школа № 5' })
  const visits = (personId: string, exhibitorId: string) =>
    recordInteraction(db(), { exhibitorId, personId, kind: 'entered', at: new Date() })
  const log = ({ id, owner, hook }: Awaited<ReturnType<typeof booth>>) => deliveries(db(), owner, id, hook)
  const events = (received: readonly Received[]) => received.map(({ message }) => message.type)
  const sent = async (count: number) => {
    deliveriesOf().look()
    await until(() => crm.received.length >= count)
  }
  const whoIn = ({ message }: Received) => message.data.lead?.who

  describe('a message', () => {
    test('is signed so that a stranger’s library finds it good, and nothing that was changed', async () => {
      const at = await booth()
      await visits((await anna()).personId, at.id)
      await sent(1)
      const [one] = crm.received
      const headers = one?.headers as Record<string, string>
      expect(new Webhook(at.secret).verify(one?.body ?? '', headers)).toMatchObject({
        type: 'lead.created',
        data: { exhibitorId: at.id, lead: { who: {}, score: 1, status: 'new' } },
      })
      const forged = () => new Webhook(at.secret).verify(`${one?.body} `, headers)
      expect(forged).toThrow()
      expect(() => new Webhook(`whsec_${btoa('somebody else')}`).verify(one?.body ?? '', headers)).toThrow()
      expect(at.secret).toMatch(/^whsec_/)
    })

    test('tells what is shared when it leaves, not when it was due, and the ledger of it', async () => {
      const [at, who, other] = [await booth(), await anna(), await anna()]
      for (const one of [who, other]) {
        await visits(one.personId, at.id)
        await give(db(), one, at.id, EVERYTHING)
      }
      await revoke(db(), other, at.id)
      await passes()
      await sent(5)
      const bodies = crm.received.map(({ body }) => body)
      expect(bodies.filter((body) => body.includes(who.email)).length).toBe(2)
      expect(bodies.filter((body) => body.includes(other.email))).toEqual([])
      expect(bodies.join()).not.toMatch(new RegExp(`${who.personId}"|${other.personId}"`))
      const acts = async (person: typeof who) => (await ownLedger(db(), person, null)).map(({ act }) => act)
      expect(await acts(who)).toEqual(['lead-sent', 'granted'])
      expect(await acts(other)).toEqual(['revoked', 'granted'])
    })

    test('about what is shared no more leaves at once, and says what is left', async () => {
      const [at, who] = [await booth(), await anna()]
      await visits(who.personId, at.id)
      await give(db(), who, at.id, EVERYTHING)
      await give(db(), who, at.id, { ...EVERYTHING, fields: ['name'], revision: 1 })
      await sent(2)
      const taken = crm.received.find(({ message }) => message.type === 'lead.consent_revoked')
      expect(taken && whoIn(taken)).toEqual({ name: 'Анна Липова' })
    })

    test('about somebody who has left never does; that they are gone does', async () => {
      const [at, who] = [await booth(), await anna()]
      await visits(who.personId, at.id)
      await give(db(), who, at.id, EVERYTHING)
      await eraseRecords(db(), who)
      await passes()
      await sent(1)
      expect(events(crm.received)).toEqual(['lead.consent_revoked'])
      expect(crm.received[0]?.message.data.lead).toBeNull()
      expect(crm.received[0]?.body).not.toMatch(/Липова|Школа|@/)
    })

    test('says everything that became of a lead within a minute, once', async () => {
      const [at, who] = [await booth({ events: ['lead.updated'] }), await anna()]
      await Promise.all(Array.from({ length: 20 }, () => visits(who.personId, at.id)))
      const lead = (await leads(db(), at.owner, at.id, LATEST)).leads[0]?.id ?? ''
      await changeLead(db(), at.owner, at.id, lead, { note: 'Позвонить', status: 'contacted' })
      expect(await log(at)).toHaveLength(1)
      deliveriesOf().look()
      await new Promise((later) => setTimeout(later, 100))
      expect(crm.received).toEqual([])
      await passes()
      await sent(1)
      expect(crm.received[0]?.message.data.lead).toMatchObject({
        ...{ note: 'Позвонить', status: 'contacted', evidence: { entered: { times: 20 } } },
      })
      await visits(who.personId, at.id)
      expect(await log(at)).toHaveLength(2)
    })

    test('goes only to those who asked for its kind, about their own leads', async () => {
      const [at, neighbour, who] = [await booth({ events: ['lead.created'] }), await booth(), await anna()]
      await visits(who.personId, at.id)
      await visits(who.personId, at.id)
      expect((await log(at)).map(({ event }) => event)).toEqual(['lead.created'])
      expect(await log(neighbour)).toEqual([])
    })

    test('follows a guest who signs in to an account that was there before', async () => {
      const [at, guest, who] = [await booth(), await somebody(db(), { guest: true }), await anna()]
      await visits(guest.personId, at.id)
      await visits(who.personId, at.id)
      await sent(2)
      await adopt(db(), guest.userId, who.userId)
      await passes()
      await sent(4)
      const later = crm.received.slice(2).map(({ message }) => [message.type, message.data.lead === null])
      expect(later.toSorted()).toEqual([
        ['lead.consent_revoked', true],
        ['lead.updated', false],
      ])
    })
  })

  describe('delivery', () => {
    test('is of each message once, however many processes deliver', async () => {
      const at = await booth({ events: ['lead.created'] })
      for (let n = 0; n < 8; n++) await visits((await anna()).personId, at.id)
      for (const one of [deliveriesOf(), deliveriesOf(), deliveriesOf()]) one.look()
      await until(async () => (await log(at)).every(({ state }) => state === 'delivered'))
      const ids = crm.received.map(({ headers }) => headers['webhook-id'])
      expect(new Set(ids).size).toBe(8)
      expect(ids).toHaveLength(8)
    })

    test('is tried again under the same id after a failure, later each time, with what is shared by then', async () => {
      const [at, who] = [await booth({ events: ['lead.created'] }), await anna()]
      await visits(who.personId, at.id)
      await give(db(), who, at.id, EVERYTHING)
      crm.answer = (response) => response.writeHead(500).end('oh')
      await sent(1)
      await until(async () => (await log(at))[0]?.code === 500)
      const [first] = await log(at)
      expect(first).toMatchObject({ state: 'waiting', tries: 1 })
      const soon = Date.parse(first?.dueAt ?? '') - Date.now()
      expect(soon).toBeGreaterThan(2000)
      expect(soon).toBeLessThan(7000)
      await revoke(db(), who, at.id)
      crm.answer = (response) => response.writeHead(200).end()
      await passes()
      await sent(2)
      await until(async () => (await log(at))[0]?.state === 'delivered')
      expect(crm.received[1]?.headers['webhook-id']).toBe(crm.received[0]?.headers['webhook-id'])
      expect(crm.received.map(whoIn)).toEqual([expect.objectContaining({ name: 'Анна Липова' }), {}])
      expect(await log(at)).toMatchObject([{ tries: 2, code: 200, dueAt: null }])
    })

    test('pauses an address that took nothing for days, and tells who owns the booth', async () => {
      const at = await booth({ events: ['lead.created'] })
      await visits((await anna()).personId, at.id)
      crm.answer = (response) => response.writeHead(503).end()
      const ago = new Date(Date.now() - 4 * 24 * 60 * MINUTE)
      await db().update(webhookDelivery).set({ tries: 9, createdAt: ago })
      await db().update(webhookEndpoint).set({ aliveAt: ago })
      deliveriesOf().look()
      await until(() => letters.length === 1)
      expect(letters).toMatchObject([{ to: at.owner.email, letter: { subject: expect.stringContaining('Лиды') } }])
      expect(await webhooks(db(), at.owner, at.id)).toMatchObject([{ state: 'failing' }])
      expect(await log(at)).toMatchObject([{ state: 'failed', tries: 10, code: 503 }])
      await visits((await anna()).personId, at.id)
      expect(await log(at)).toHaveLength(1)
      crm.answer = (response) => response.writeHead(200).end()
      await changeWebhook(rules(), at.owner, at.id, at.hook, { state: 'on' })
      await sendAgain(db(), at.owner, at.id, at.hook, (await log(at))[0]?.id ?? '')
      await sent(2)
      await until(async () => (await log(at))[0]?.state === 'delivered')
    })

    test('gives up a message that an address does not want, but not the address while it takes others', async () => {
      const at = await booth({ events: ['lead.created'] })
      await visits((await anna()).personId, at.id)
      await db().update(webhookDelivery).set({ tries: 9 })
      await db()
        .update(webhookEndpoint)
        .set({ aliveAt: new Date(Date.now() + MINUTE) })
      crm.answer = (response) => response.writeHead(400).end()
      deliveriesOf().look()
      await until(async () => (await log(at))[0]?.state === 'failed')
      expect(await webhooks(db(), at.owner, at.id)).toMatchObject([{ state: 'on' }])
      expect(letters).toEqual([])
    })

    test('ends where an address says that it is gone', async () => {
      const at = await booth()
      await visits((await anna()).personId, at.id)
      crm.answer = (response) => response.writeHead(410).end()
      deliveriesOf().look()
      await until(() => letters.length === 1)
      expect(await webhooks(db(), at.owner, at.id)).toMatchObject([{ state: 'gone' }])
      expect(await log(at)).toMatchObject([{ state: 'failed', code: 410 }])
    })

    test('to one is not held up by another that does not answer', async () => {
      const [slow, quick, who] = [await booth({ url: another.url }), await booth(), await anna()]
      another.answer = () => {}
      for (let n = 0; n < 3; n++) await visits((await anna()).personId, slow.id)
      await visits(who.personId, quick.id)
      const began = performance.now()
      await sent(1)
      expect(performance.now() - began).toBeLessThan(900)
      expect(another.received.length).toBeLessThanOrEqual(1)
    })

    test('that a closing process did not finish is done by the next', async () => {
      const at = await booth({ events: ['lead.created'] })
      await visits((await anna()).personId, at.id)
      crm.answer = () => {}
      const dying = deliveriesOf()
      dying.look()
      await until(() => crm.received.length === 1)
      await dying.close()
      expect(await log(at)).toMatchObject([{ state: 'waiting', code: null, fault: null }])
      crm.answer = (response) => response.writeHead(200).end()
      await passes()
      await sent(2)
      await until(async () => (await log(at))[0]?.state === 'delivered')
    })

    test('waits while an address is paused, and what was taken back meanwhile is said after', async () => {
      const [at, who] = [await booth(), await anna()]
      await visits(who.personId, at.id)
      await give(db(), who, at.id, EVERYTHING)
      await passes()
      await sent(2)
      await changeWebhook(rules(), at.owner, at.id, at.hook, { state: 'paused' })
      await visits(who.personId, at.id)
      await revoke(db(), who, at.id)
      deliveriesOf().look()
      await new Promise((later) => setTimeout(later, 100))
      expect(crm.received).toHaveLength(2)
      await changeWebhook(rules(), at.owner, at.id, at.hook, { state: 'on' })
      await sent(3)
      expect(events(crm.received).at(-1)).toBe('lead.consent_revoked')
    })

    test('is forgotten after two weeks', async () => {
      const at = await booth()
      await visits((await anna()).personId, at.id)
      await forgetDeliveries(db(), new Date(Date.now() + 13 * 24 * 60 * MINUTE))
      expect(await log(at)).toHaveLength(1)
      await forgetDeliveries(db(), new Date(Date.now() + 15 * 24 * 60 * MINUTE))
      expect(await log(at)).toEqual([])
    })
  })

  describe('who owns a booth', () => {
    test('sends a test, and sees what came of it', async () => {
      const at = await booth()
      expect(await testWebhook(rules(), at.owner, at.id, at.hook)).toMatchObject({
        ...{ event: 'webhook.test', state: 'delivered', code: 204, tries: 1 },
      })
      expect(crm.received[0]?.message).toMatchObject({ type: 'webhook.test', data: { leadId: 'test' } })
      const again = testWebhook(rules(), at.owner, at.id, at.hook)
      await expect(again).rejects.toMatchObject({ reason: 'too-often' })
      deliveriesOf().look()
      await passes()
      expect(await log(at)).toHaveLength(1)
    })

    test('changes the secret while the former one is still good', async () => {
      const at = await booth()
      const { secret, webhook } = await newWebhookSecret(db(), at.owner, at.id, at.hook)
      expect(secret).not.toBe(at.secret)
      expect(webhook.formerSecretUntil).not.toBeNull()
      await testWebhook(rules(), at.owner, at.id, at.hook)
      const [one] = crm.received
      const good = (key: string) => new Webhook(key).verify(one?.body ?? '', one?.headers as Record<string, string>)
      expect([good(secret), good(at.secret)]).toHaveLength(2)
      await db().update(webhookEndpoint).set({ formerUntil: new Date() })
      expect(await webhooks(db(), at.owner, at.id)).toMatchObject([{ formerSecretUntil: null }])
      await db().delete(webhookDelivery)
      await testWebhook(rules(), at.owner, at.id, at.hook)
      expect(String(crm.received[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1)
    })

    test('is told a secret once', async () => {
      const at = await booth()
      const told = JSON.stringify([await webhooks(db(), at.owner, at.id), await log(at)])
      expect(told).not.toContain(at.secret)
      expect(told).not.toContain('whsec_')
    })

    test('has a few addresses, of the open internet or of the settings', async () => {
      const at = await booth()
      const add = (url: string) => addWebhook(rules(), at.owner, at.id, { url, events: ['lead.created'] })
      for (const url of ['http://crm.example.org/', 'https://10.0.0.1/', 'https://2130706433/', 'https://[::1]/'])
        await expect(add(url)).rejects.toMatchObject({ reason: 'malformed', field: 'url' })
      for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'https://a:b@example.org/', 'crm', ''])
        expect(webhookDraft.safeParse({ url, events: ['lead.created'] }).success).toBe(false)
      const move = changeWebhook(rules(), at.owner, at.id, at.hook, { url: 'https://127.0.0.1/' })
      await expect(move).rejects.toMatchObject({ reason: 'malformed', field: 'url' })
      const many = Array.from({ length: MOST_WEBHOOKS + 2 }, () => add('https://crm.example.org/'))
      const room = (await Promise.allSettled(many)).filter(({ status }) => status === 'fulfilled')
      expect(room).toHaveLength(MOST_WEBHOOKS - 1)
    })

    test('is the only one to touch any of it, each their own', async () => {
      const [at, neighbour, stranger] = [await booth(), await booth(), await anna()]
      const staff = await anna()
      const grant = { role: 'representative', scopeKind: 'exhibitor', scopeId: at.id } as const
      await db()
        .insert(roleGrant)
        .values({ personId: staff.personId, ...grant })
      const of = (who: { personId: string } | null, id: string, hook: string) => [
        () => changeWebhook(rules(), who, id, hook, { url: another.url }),
        () => newWebhookSecret(db(), who, id, hook),
        () => removeWebhook(db(), who, id, hook),
        () => testWebhook(rules(), who, id, hook),
        () => deliveries(db(), who, id, hook),
        () => sendAgain(db(), who, id, hook, randomUUID()),
      ]
      for (const who of [stranger, staff, neighbour.owner])
        for (const tried of of(who, at.id, at.hook))
          await expect(tried()).rejects.toMatchObject({ reason: 'forbidden' })
      for (const tried of of(null, at.id, at.hook))
        await expect(tried()).rejects.toMatchObject({ reason: 'not-entered' })
      // Their own booth in the path, somebody else's address.
      for (const tried of of(neighbour.owner, neighbour.id, at.hook))
        await expect(tried()).rejects.toMatchObject({ reason: 'not-found' })
      expect(await webhooks(db(), at.owner, at.id)).toMatchObject([{ url: crm.url, formerSecretUntil: null }])
    })
  })
})
