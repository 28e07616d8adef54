import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { boothVersion } from '../../game-server/db/schema/booth-content.ts'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { file } from '../../game-server/db/schema/file.ts'
import { searchEntry } from '../../game-server/db/schema/search.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { readDraft, saveDraft, setLocks } from '../../game-server/services/booth-content-draft.ts'
import { history, publishDraft, restore } from '../../game-server/services/booth-content-publish.ts'
import { ownBooths } from '../../game-server/services/booth-staff.ts'
import { revision } from '../../game-server/services/content.ts'
import { exhibitorById } from '../../game-server/services/exhibitors.ts'
import { type FileDeps, sweepFiles } from '../../game-server/services/files.ts'
import { layOut } from '../../game-server/services/layout.ts'
import { currentPlan, publish } from '../../game-server/services/plans.ts'
import { give } from '../../game-server/services/roles.ts'
import { Search } from '../../game-server/services/search.ts'
import { type BoothContent, boothContent, type Product } from '../../shared/booth/content.ts'
import type { Plan } from '../../shared/floorplan/model.ts'
import { SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const NOW = new Date('2026-05-01T09:00:00Z')
const XSS = '<img src=x onerror=alert(1)>"\'><script>alert(2)</script>'
const both = (text: string) => ({ ru: text, en: text })
const fileId = (n: number): string => `${n}`.padStart(22, 'f')
const product = (id: string, change: Partial<Product> = {}): Product => ({
  ...{ id, name: both(`Product ${id}`), text: both(''), pictures: [], video: null, link: null, priceNote: both('') },
  ...change,
})

onEveryDatabase((db) => {
  type Somebody = Awaited<ReturnType<typeof somebody>>
  let owner: Somebody
  let representative: Somebody
  let stranger: Somebody
  let organizer: Somebody

  beforeAll(async () => {
    await arrange(db(), SMALL_SALON)
    await publish(db(), await layOut(db(), { hallSize: null, seed: null }), NOW)
    const hired = async (role: 'owner' | 'representative' | 'organizer', scopeId: string) => {
      const one = await somebody(db())
      await give(db(), { personId: one.personId, role, scopeId }, null)
      return one
    }
    owner = await hired('owner', 'tin')
    representative = await hired('representative', 'tin')
    stranger = await hired('owner', 'moss')
    organizer = await hired('organizer', 'salon')
    for (const [n, exhibitorId] of ['tin', 'tin', 'moss'].entries()) {
      const kind = n === 1 ? 'pdf' : 'image'
      await db()
        .insert(file)
        .values({ id: fileId(n), exhibitorId, name: 'x', bytes: 1234, kind, renditions: {}, createdAt: NOW })
    }
  })

  const draftOf = () => readDraft(db(), owner, 'tin', NOW)
  /** Saves upon what there is, as somebody. */
  const change = async (who: Somebody | null, edit: Partial<Record<keyof BoothContent, unknown>>) => {
    const { revision, document } = await draftOf()
    return saveDraft(db(), who, 'tin', { revision, document: { ...document, ...edit } }, NOW)
  }
  const put = async (who: Somebody | null, note = '') =>
    publishDraft(db(), who, 'tin', { revision: (await draftOf()).revision, note }, NOW)

  describe('a draft', () => {
    test('begins as what visitors see, and is seen by those who work for the booth and nobody else', async () => {
      const first = await draftOf()
      expect(first).toMatchObject({ revision: 1, locks: [], updatedBy: null, document: { tags: ['robotics'] } })
      expect(first.document).toEqual(first.published)
      expect(boothContent.parse(first.document)).toEqual(first.document)
      expect(first.may).toEqual({ publish: true, lock: false, invite: true })
      expect((await readDraft(db(), representative, 'tin', NOW)).may).toEqual({
        ...{ publish: false, lock: false, invite: false },
      })
      expect((await readDraft(db(), organizer, 'tin', NOW)).may.lock).toBe(true)
      await expect(readDraft(db(), stranger, 'tin', NOW)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(readDraft(db(), null, 'tin', NOW)).rejects.toMatchObject({ reason: 'not-entered' })
      await expect(readDraft(db(), organizer, 'nowhere', NOW)).rejects.toMatchObject({ reason: 'not-found' })
    })

    test('is kept for the next, and not shown to visitors', async () => {
      const { revision } = await change(representative, { summary: both('New') })
      const next = await draftOf()
      expect(next).toMatchObject({
        revision,
        updatedBy: expect.stringMatching(/^Person/),
        document: { summary: both('New') },
      })
      expect((await exhibitorById(db(), 'tin')).summary.en).toBe('Kits for village schools')
    })

    test('tells the second of two who save upon the same revision who was first, and loses nothing', async () => {
      const seen = await draftOf()
      const first = await change(owner, { website: 'https://tin.example/' })
      const late = { revision: seen.revision, document: { ...seen.document, phone: '+7 900 000-00-00' } }
      await expect(saveDraft(db(), representative, 'tin', late, NOW)).rejects.toMatchObject({
        reason: 'edited-meanwhile',
        edit: { revision: first.revision, by: expect.stringMatching(/^Person/) },
      })
      expect((await draftOf()).document).toMatchObject({ website: 'https://tin.example/', phone: null })
      // Of many at once one is first.
      const { revision, document } = await draftOf()
      const all = await Promise.allSettled(
        [1, 2, 3, 4].map((n) =>
          saveDraft(db(), owner, 'tin', { revision, document: { ...document, phone: `+7 90000000${n}` } }, NOW),
        ),
      )
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    test('saved again because the answer was lost is no conflict', async () => {
      const { revision, document } = await draftOf()
      const wish = { revision, document: { ...document, email: 'a@tin.example' } }
      const first = await saveDraft(db(), owner, 'tin', wish, NOW)
      expect(await saveDraft(db(), owner, 'tin', wish, NOW)).toEqual(first)
    })

    test.each([
      ['products.0.link', { products: [product('a', { link: 'javascript:alert(1)' })] }],
      ['products.1.name', { products: [product('a'), product('b', { name: both('  ') })] }],
      ['products.1.id', { products: [product('a'), product('a')] }],
      ['website', { website: 'ftp://tin.example/' }],
      ['website', { website: `https://tin.example/${'x'.repeat(600)}` }],
      ['email', { email: 'nobody' }],
      ['color', { color: 'red;background:url(//evil)' }],
      ['hours.0.to', { hours: [{ date: '2026-05-01', from: '18:00', to: '10:00' }] }],
      ['tags.1', { tags: ['robotics', 'nothing'] }],
      ['logo', { logo: 'https://elsewhere.example/a.png' }],
      ['logo', { logo: '/media/demo/logos/somebody-elses.webp' }],
      ['logo', { logo: `/files/${fileId(9)}/large.webp` }],
      ['logo', { logo: `/files/${fileId(2)}/large.webp` }],
      ['logo', { logo: `/files/${fileId(1)}/document.pdf` }],
      ['poster', { poster: `/files/${fileId(0)}/../../etc/passwd` }],
      ['video', { video: `/files/${fileId(0)}/large.webp` }],
      ['products.0.pictures.0', { products: [product('a', { pictures: [`/files/${fileId(0)}/small.webp`] })] }],
      ['pavilion', { pavilion: 'palace' }],
      [
        'team.0.personId',
        { team: [{ id: 't', name: both('T'), position: both(''), photo: null, personId: 'nobody' }] },
      ],
    ])('with a wrong %s is refused by its name', async (field, edit) => {
      const before = await draftOf()
      const refused = await change(owner, edit).catch((error: unknown) => error)
      expect(refused).toMatchObject({ reason: 'malformed' })
      expect((refused as { field: string }).field).toMatch(new RegExp(`^${field}`))
      expect(await draftOf()).toEqual(before)
    })

    test('may show its own files, with their bytes as they are', async () => {
      const materials = [
        { kind: 'file', id: 'm', name: both('Leaflet'), file: `/files/${fileId(1)}/document.pdf`, bytes: 1 },
      ]
      const team = [{ id: 't', name: both('T'), position: both(''), photo: null, personId: owner.personId }]
      await change(owner, { materials, team, logo: `/files/${fileId(0)}/large.webp` })
      expect((await draftOf()).document.materials).toMatchObject([{ bytes: 1234 }])
    })
  })

  describe('fields that organizers lock', () => {
    beforeEach(() => setLocks(db(), organizer, 'tin', ['name', 'tags'], NOW))
    afterEach(() => setLocks(db(), organizer, 'tin', [], NOW))

    test('are refused by name for those of the booth, and for nobody else', async () => {
      for (const who of [owner, representative]) {
        await expect(change(who, { tags: [], phone: '12345' })).rejects.toMatchObject({
          ...{ reason: 'field-locked', field: 'tags' },
        })
      }
      await change(organizer, { name: { ru: 'Жестянка', en: 'Tin' } })
      await change(owner, { summary: both('Still free') })
      expect((await draftOf()).document).toMatchObject({ name: { en: 'Tin' }, summary: both('Still free') })
    })

    test('do not get out with what was written before they were locked', async () => {
      await setLocks(db(), organizer, 'tin', [], NOW)
      await change(owner, { name: both('Slipped in') })
      await setLocks(db(), organizer, 'tin', ['name'], NOW)
      await expect(put(owner)).rejects.toMatchObject({ reason: 'field-locked', field: 'name' })
      await change(organizer, { name: (await draftOf()).published.name })
      expect(await put(owner)).not.toBeNull()
    })

    test('are locked and opened by organizers only', async () => {
      for (const who of [owner, representative, stranger])
        await expect(setLocks(db(), who, 'tin', [], NOW)).rejects.toMatchObject({ reason: 'forbidden' })
      expect((await draftOf()).locks).toEqual(['name', 'tags'])
    })
  })

  describe('publishing', () => {
    test('shows the draft to visitors, to search, and in the history', async () => {
      const before = await revision(db())
      const name = { ru: 'Набор «Шестерёнка»', en: 'Sprocket set' }
      await change(representative, { products: [product('set', { name, text: both('Kapibara inside') })] })
      const version = await put(owner, 'With products')
      expect(await exhibitorById(db(), 'tin')).toMatchObject({ products: [{ id: 'set', name }], pavilion: null })
      expect(await revision(db())).toBeGreaterThan(before)
      for (const q of ['шестеренка', 'kapibara', 'sprocket']) {
        const hits = await new Search(db(), { find: async () => null }).find(q, 'en')
        expect([q, hits[0]]).toMatchObject([q, { type: 'exhibitor', id: 'tin' }])
      }
      const [latest] = await history(db(), owner, 'tin')
      expect(latest).toMatchObject({ version, note: 'With products', publishedBy: expect.stringMatching(/^Person/) })
      expect(latest?.changed).toContain('products')
      expect(await put(owner)).toBe(version)
    })

    test('is for owners and organizers, each at their booth', async () => {
      await change(owner, { summary: both('To be published') })
      await expect(put(representative)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(put(stranger)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(put(null)).rejects.toMatchObject({ reason: 'not-entered' })
      expect((await exhibitorById(db(), 'tin')).summary.en).not.toBe('To be published')
      await put(organizer)
      expect((await exhibitorById(db(), 'tin')).summary.en).toBe('To be published')
    })

    test('is refused upon a draft that the publisher has not seen', async () => {
      const { revision } = await draftOf()
      await change(representative, { summary: both('Not seen by the owner') })
      const blind = publishDraft(db(), owner, 'tin', { revision, note: '' }, NOW)
      await expect(blind).rejects.toMatchObject({ reason: 'edited-meanwhile' })
    })

    test('leaves nothing behind when any part of it fails', async () => {
      await change(owner, { summary: both('Half-way') })
      const before = await exhibitorById(db(), 'tin')
      const versions = await history(db(), owner, 'tin')
      // Search takes no titles from now on.
      await db().execute("alter table search_entry add constraint broken check (body not like '%half%')")
      await expect(put(owner)).rejects.toThrow()
      await db().execute('alter table search_entry drop constraint broken')
      expect(await exhibitorById(db(), 'tin')).toEqual(before)
      expect(await history(db(), owner, 'tin')).toEqual(versions)
      expect(await db().$count(searchEntry, eq(searchEntry.id, 'tin'))).toBe(1)
      await put(owner)
    })

    test('keeps what people type as it was typed', async () => {
      const text = both(XSS)
      await change(owner, { description: text, products: [product('x', { name: text, text, priceNote: both('<b>') })] })
      await put(owner, '<i>note</i>')
      expect(await exhibitorById(db(), 'tin')).toMatchObject({ description: text, products: [{ name: text, text }] })
      expect((await history(db(), owner, 'tin'))[0]?.note).toBe('<i>note</i>')
    })

    test('of another design builds the booth anew in the next version of the plan, and a new layout keeps it', async () => {
      const pavilionNow = async () => {
        const { plan } = (await currentPlan(db())) ?? { plan: { records: {} } }
        const booths = Object.values(plan.records).flatMap((one) => (one.type === 'booth' ? [one] : []))
        return booths.find(({ exhibitorId }) => exhibitorId === 'tin')?.pavilion
      }
      const { pavilions } = await draftOf()
      const wish = pavilions.at(-1)
      expect(wish).toBeDefined()
      const before = (await currentPlan(db()))?.version ?? 0
      await change(owner, { pavilion: wish })
      await put(owner)
      expect(await pavilionNow()).toBe(wish)
      expect((await currentPlan(db()))?.version).toBe(before + 1)
      await publish(db(), await layOut(db(), { hallSize: null, seed: null }), NOW)
      expect(await pavilionNow()).toBe(wish)
      await change(owner, { pavilion: null })
      await put(owner)
      expect(await pavilionNow()).toBeNull()
    })
  })

  test('a design that no longer suits the plot is not built', async () => {
    const plotOf = (plan: Plan) => {
      const booths = Object.values(plan.records).flatMap((one) => (one.type === 'booth' ? [one] : []))
      return booths.find(({ exhibitorId }) => exhibitorId === 'tin')
    }
    const now = async () => (await currentPlan(db()))?.plan ?? (await layOut(db(), { hallSize: null, seed: null }))
    const resize = async (width: number, depth: number) => {
      const plan = await now()
      const booth = plotOf(plan)
      if (booth) plan.records[booth.id] = { ...booth, width, depth }
      await publish(db(), plan, NOW)
    }
    await resize(9, 9)
    await change(owner, { pavilion: 'rotunda' })
    await resize(2, 2)
    await put(owner)
    expect(plotOf(await now())).toMatchObject({ width: 2, pavilion: null })
    await change(owner, { pavilion: null })
    await put(owner)
  })

  describe('the history', () => {
    test('keeps what was there before the first publication, and any version comes back into the draft', async () => {
      const versions = await history(db(), owner, 'tin')
      expect(versions.at(-1)).toMatchObject({ version: 1, publishedBy: null, changed: [] })
      const { revision } = await draftOf()
      await restore(db(), representative, 'tin', { revision, version: 1 }, NOW)
      expect((await draftOf()).document).toMatchObject({ summary: SMALL_SALON.exhibitors[0].summary, products: [] })
      expect((await exhibitorById(db(), 'tin')).products).not.toEqual([])
      await put(owner)
      expect((await exhibitorById(db(), 'tin')).summary).toEqual(SMALL_SALON.exhibitors[0].summary)
    })

    test('does not bring back what is locked, is no way round a newer save, and is closed to others', async () => {
      await change(owner, { phone: '+7 111 111' })
      await setLocks(db(), organizer, 'tin', ['phone'], NOW)
      const { revision } = await draftOf()
      await restore(db(), owner, 'tin', { revision, version: 1 }, NOW)
      expect((await draftOf()).document.phone).toBe('+7 111 111')
      await setLocks(db(), organizer, 'tin', [], NOW)
      const stale = restore(db(), owner, 'tin', { revision, version: 1 }, NOW)
      await expect(stale).rejects.toMatchObject({ reason: 'edited-meanwhile' })
      const present = (await draftOf()).revision
      await expect(restore(db(), owner, 'tin', { revision: present, version: 99 }, NOW)).rejects.toMatchObject({
        ...{ reason: 'not-found' },
      })
      await expect(restore(db(), stranger, 'tin', { revision: present, version: 1 }, NOW)).rejects.toMatchObject({
        ...{ reason: 'forbidden' },
      })
      await expect(history(db(), stranger, 'tin')).rejects.toMatchObject({ reason: 'forbidden' })
    })
  })

  test('files that a booth names, or named in a version, outlive those that nobody does', async () => {
    const forgotten: string[] = []
    const keeper = {
      ...{ drop: async () => {}, dropUntouched: async () => {}, forget: async (id: string) => void forgotten.push(id) },
    } as unknown as FileDeps['keeper']
    const old = { bytes: 1, renditions: {}, createdAt: new Date('2026-01-01T00:00:00Z') }
    const add = (n: number) =>
      db()
        .insert(file)
        .values({ id: fileId(n), exhibitorId: 'tin', name: 'x', kind: 'image', ...old })
    for (const n of [31, 32, 33]) await add(n)
    await change(owner, { poster: `/files/${fileId(31)}/large.webp` })
    await put(owner)
    await change(owner, { poster: `/files/${fileId(32)}/large.webp` })
    await sweepFiles({ db: db(), keeper, exhibitorRoom: 0 }, NOW)
    const left = await Promise.all([31, 32, 33].map((n) => db().$count(file, eq(file.id, fileId(n)))))
    expect(left).toEqual([1, 1, 0])
    expect(forgotten).toEqual([fileId(33)])
  })

  test('people see the booths they work for, and nobody else’s', async () => {
    expect(await ownBooths(db(), owner)).toMatchObject({
      booths: [{ exhibitorId: 'tin', role: 'owner' }],
      organizes: false,
    })
    expect(await ownBooths(db(), organizer)).toEqual({ booths: [], organizes: true })
    await expect(ownBooths(db(), null)).rejects.toMatchObject({ reason: 'not-entered' })
  })

  test('a booth that was left alone is as it was imported', async () => {
    expect(await exhibitorById(db(), 'cape')).toMatchObject({ products: [], hours: [], pavilion: null, email: null })
    expect(await db().$count(boothVersion, eq(boothVersion.exhibitorId, 'cape'))).toBe(0)
    const [row] = await db().select({ details: exhibitor.details }).from(exhibitor).where(eq(exhibitor.id, 'cape'))
    expect(row?.details).toBeNull()
  })
})
