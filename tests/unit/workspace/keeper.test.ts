import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../client/net/api.ts'
import { forgetOwnCopies } from '../../../client/state/own-copies.ts'
import { inWords } from '../../../client/workspace/in-words.ts'
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
const problem = (error: ApiProblem['code'], field?: string, retryAfterSeconds?: number) =>
  new ApiProblem({ error, message: '', ...(field && { field }), ...(retryAfterSeconds && { retryAfterSeconds }) })

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
  readonly whose = { salonId: 'salon', personId: 'anna' }
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

  test.each(['malformed', 'field-locked', 'not-found', 'faulty-file', 'no-room'] as const)(
    'that is refused as %s with the field named is marked there, and not sent again',
    async (code) => {
      server.answers = [problem(code, 'products.0.video')]
      const keeper = open()
      keeper.edit({ products: [], tags: ['robots'], phone: '+7 900' })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(keeper.now.refused.get('products')?.code).toBe(code)
      expect(server.saves).toBe(2)
      expect(server.kept.phone).toBe('+7 900')
    },
  )

  test.each(['unavailable', 'failed', 'disk-full', 'too-often'] as const)(
    'is sent again after %s, when the server says',
    async (code) => {
      server.answers = [problem(code, undefined, 20)]
      const keeper = open()
      keeper.edit({ phone: '+7 900' })
      await vi.advanceTimersByTimeAsync(19_000)
      expect([server.saves, keeper.now.keeping, server.shelf.size]).toEqual([1, 'delayed', 1])
      await vi.advanceTimersByTimeAsync(5000)
      expect([server.kept.phone, keeper.now.keeping]).toEqual(['+7 900', 'kept'])
    },
  )

  test('that is refused as a whole is not sent for ever, and goes on with other words', async () => {
    server.answers = [problem('too-large')]
    const keeper = open()
    keeper.edit({ description: both('much') })
    await vi.advanceTimersByTimeAsync(600_000)
    expect([server.saves, keeper.now.keeping, keeper.now.halted?.code]).toEqual([1, 'halted', 'too-large'])
    keeper.edit({ description: both('less') })
    await vi.advanceTimersByTimeAsync(2000)
    expect([server.kept.description.en, keeper.now.keeping, keeper.now.halted]).toEqual(['less', 'kept', null])
  })

  test.each(['not-entered', 'forbidden'] as const)('waits for its writer after %s, and is kept here', async (code) => {
    server.answers = [problem(code)]
    const keeper = open()
    keeper.edit({ phone: '+7 900' })
    await vi.advanceTimersByTimeAsync(2000)
    keeper.edit({ summary: both('More') })
    await keeper.flush()
    await vi.advanceTimersByTimeAsync(600_000)
    expect([server.saves, keeper.now.halted?.code, server.shelf.size]).toEqual([1, code, 1])
    await keeper.again()
    expect(server.kept).toMatchObject({ phone: '+7 900', summary: both('More') })
    expect([keeper.now.keeping, server.shelf.size]).toEqual(['kept', 0])
  })

  test('names the problem when the draft cannot be read after a conflict', async () => {
    const keeper = open()
    server.revision = 7
    server.read = () => Promise.reject(problem('forbidden'))
    keeper.edit({ phone: '+7 900' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect([keeper.now.keeping, keeper.now.halted?.code]).toEqual(['halted', 'forbidden'])
  })

  test.each([
    ['another person', { salonId: 'salon', personId: 'boris' }],
    ['another salon', { salonId: 'other', personId: 'anna' }],
  ])('is neither seen nor overwritten by %s on the same computer', async (_, whose) => {
    server.answers = [problem('forbidden'), problem('forbidden')]
    const first = open()
    first.edit({ summary: both('Private') })
    await vi.advanceTimersByTimeAsync(1000)
    const second = new Keeper(draftWith(DOCUMENT, 1), { ...server, whose })
    expect(second.now.document.summary).toEqual(both(''))
    second.edit({ summary: both('Other') })
    second.close()
    expect(open().now.document.summary).toEqual(both('Private'))
  })

  test('on a save that the salon has never seen, or that is no draft at all, is not taken up', async () => {
    server.answers = [problem('forbidden')]
    server.revision = 9
    const first = open()
    first.edit({ summary: both('Of a salon that was begun anew') })
    await vi.advanceTimersByTimeAsync(1000)
    server.revision = 2
    expect(open().now.document.summary).toEqual(both(''))
    server.revision = 9
    for (const key of server.shelf.keys()) server.shelf.set(key, '{"revision":1,"base":{},"document":{"name":1}}')
    expect(open().now.document).toEqual(DOCUMENT)
  })

  test('is gone from the browser when its writer signs out, and nothing else is', async () => {
    server.answers = [problem('forbidden')]
    open().edit({ summary: both('Private') })
    const shelf = new Map([...server.shelf, ['alleya-settings', '{}']])
    const keys = [...shelf.keys()]
    const key = (n: number): string | null => keys[n] ?? null
    forgetOwnCopies({ length: keys.length, key, removeItem: (one) => void shelf.delete(one) })
    expect([...shelf.keys()]).toEqual(['alleya-settings'])
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

test('a copy to take along has the words of every field, under its title', () => {
  const document = { ...DOCUMENT, summary: { ru: 'Коротко', en: 'Short' }, tags: ['robots'] }
  expect(inWords(document, ['summary', 'tags'], (field) => `# ${field}`)).toBe(
    ['# summary', 'Коротко', 'Short', '', '# tags', 'robots'].join('\n'),
  )
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
