import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../client/net/api.ts'
import { Keeper, type KeeperDeps } from '../../../client/workspace/keeper.ts'
import { faultsOf } from '../../../client/workspace/savable.ts'
import { type BoothContent, NO_DETAILS } from '../../../shared/booth/content.ts'
import type { Draft } from '../../../shared/booth/draft.ts'

const both = (text: string) => ({ ru: text, en: text })
const DOCUMENT: BoothContent = {
  ...{ name: both('Tin'), shortName: both('Tin'), summary: both(''), description: both(''), color: '#2f6b4f' },
  ...{ logo: null, poster: null, video: null, tags: [], website: null, ...NO_DETAILS },
}
const draftWith = (change: Partial<BoothContent>, revision: number): Draft => {
  const document = { ...DOCUMENT, ...change }
  return {
    ...{ exhibitorId: 'tin', document, published: DOCUMENT, revision, locks: [], pavilions: [] },
    ...{ updatedAt: '2026-05-01T09:00:00Z', updatedBy: 'Anna', may: { publish: true, lock: false, invite: true } },
  }
}
const problem = (error: ApiProblem['code'], field?: string) =>
  new ApiProblem({ error, message: '', ...(field && { field }) })

/** A server with one draft, and a browser's storage. */
class Server implements KeeperDeps {
  kept = DOCUMENT
  revision = 1
  answers: (ApiProblem | 'lost')[] = []
  saves = 0
  readonly shelf = new Map<string, string>()
  readonly storage = {
    getItem: (key: string) => this.shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void this.shelf.set(key, value),
    removeItem: (key: string) => void this.shelf.delete(key),
  }
  read = async () => draftWith(this.kept, this.revision)
  save = async (revision: number, document: BoothContent) => {
    this.saves++
    const answer = this.answers.shift()
    if (answer instanceof ApiProblem) throw answer
    if (revision !== this.revision) throw problem('edited-meanwhile')
    this.kept = document
    this.revision++
    return { revision: this.revision, updatedAt: '2026-05-01T09:00:00Z' }
  }
}

let server: Server
beforeEach(() => {
  vi.useFakeTimers()
  server = new Server()
})
afterEach(() => vi.useRealTimers())
const open = () => new Keeper(draftWith(server.kept, server.revision), server)

describe('what is written in a draft', () => {
  test('is sent once, a moment after the last key', async () => {
    const keeper = open()
    for (const phone of ['+7', '+7 9', '+7 900']) keeper.edit({ phone })
    expect(keeper.now.keeping).toBe('written')
    await vi.advanceTimersByTimeAsync(2000)
    expect([server.saves, server.kept.phone, keeper.now.keeping]).toEqual([1, '+7 900', 'kept'])
    expect(server.shelf.size).toBe(0)
  })

  test('is kept in the browser while the line is gone, and sent when it is back', async () => {
    server.answers = [problem('offline'), problem('offline')]
    const keeper = open()
    keeper.edit({ summary: both('Written in a tunnel') })
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.now.keeping).toBe('offline')
    expect(server.shelf.size).toBe(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect([server.kept.summary.en, keeper.now.keeping]).toEqual(['Written in a tunnel', 'kept'])
  })

  test('is found again after the page was closed before it was sent', async () => {
    server.answers = [problem('offline')]
    const first = open()
    first.edit({ summary: both('Not sent') })
    await vi.advanceTimersByTimeAsync(1000)
    first.close()
    const again = open()
    expect(again.now.document.summary).toEqual(both('Not sent'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.kept.summary).toEqual(both('Not sent'))
  })

  test('is asked about when somebody else wrote in the same field while the page was closed', async () => {
    server.answers = [problem('offline')]
    const first = open()
    first.edit({ summary: both('mine'), phone: '+7 900' })
    await vi.advanceTimersByTimeAsync(1000)
    first.close()
    server.kept = { ...DOCUMENT, summary: both('theirs') }
    server.revision = 7
    const again = open()
    await vi.advanceTimersByTimeAsync(5000)
    expect(again.now.conflict).toEqual({ by: 'Anna', fields: ['summary'] })
    expect(server.kept.summary).toEqual(both('theirs'))
    await again.decide('ours')
    expect(server.kept).toMatchObject({ summary: both('mine'), phone: '+7 900' })
  })

  test('that is wrong waits alone: the rest is sent, and is not lost with it', async () => {
    const keeper = open()
    keeper.edit({ email: 'nobody', summary: both('Fine') })
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.kept).toMatchObject({ email: null, summary: both('Fine') })
    expect([keeper.now.keeping, keeper.now.faults.get('email')]).toEqual(['written', 'email'])
    keeper.edit({ email: 'somebody@tin.example' })
    await vi.advanceTimersByTimeAsync(2000)
    expect([server.kept.email, keeper.now.keeping]).toEqual(['somebody@tin.example', 'kept'])
  })

  test('that the server does not take is marked, and the rest is sent', async () => {
    server.answers = [problem('field-locked', 'name')]
    const keeper = open()
    keeper.edit({ name: both('Other'), phone: '+7 900' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.kept).toMatchObject({ name: both('Tin'), phone: '+7 900' })
    expect(keeper.now.refused.get('name')?.code).toBe('field-locked')
    expect(keeper.now.document.name).toEqual(both('Other'))
  })

  test('joins what somebody else saved in other fields', async () => {
    const keeper = open()
    server.kept = { ...DOCUMENT, website: 'https://tin.example/' }
    server.revision = 7
    keeper.edit({ phone: '+7 900' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.kept).toMatchObject({ website: 'https://tin.example/', phone: '+7 900' })
    expect([keeper.now.keeping, keeper.now.mergedWith]).toEqual(['kept', 'Anna'])
  })

  test.each([
    ['ours', 'mine', 'theirs only'],
    ['theirs', 'theirs', 'theirs only'],
  ] as const)('in the same field as somebody else is asked about: %s', async (whose, summary, phone) => {
    const keeper = open()
    server.kept = { ...DOCUMENT, summary: both('theirs'), phone: 'theirs only' }
    server.revision = 7
    keeper.edit({ summary: both('mine') })
    await vi.advanceTimersByTimeAsync(2000)
    expect(keeper.now.conflict).toEqual({ by: 'Anna', fields: ['summary'] })
    expect(server.kept.summary).toEqual(both('theirs'))
    keeper.edit({ description: both('More') })
    await vi.advanceTimersByTimeAsync(5000)
    expect(keeper.now.keeping).toBe('conflict')
    await keeper.decide(whose)
    // What only one of them wrote stays, whoever is right about the rest.
    expect(server.kept).toMatchObject({ summary: both(summary), phone, description: both('More') })
  })
})

test('faults name their field and what is wrong with it', () => {
  const wrong = {
    ...DOCUMENT,
    ...{ name: both(' '), website: 'tin', phone: 'x', summary: both('x'.repeat(301)) },
    hours: [{ date: '2026-05-01', from: '18:00', to: '10:00' }],
  }
  expect(Object.fromEntries(faultsOf(wrong))).toEqual({
    ...{ name: 'empty', website: 'link', phone: 'phone', 'summary.ru': 'long', 'summary.en': 'long' },
    'hours.0.to': 'hours',
  })
})
