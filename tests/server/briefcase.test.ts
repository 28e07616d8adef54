import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { briefcaseItem } from '../../game-server/db/schema/briefcase.ts'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { session } from '../../game-server/db/schema/programme.ts'
import { adopt } from '../../game-server/services/adopt.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { annotate, ownBriefcase, put, remove } from '../../game-server/services/briefcase.ts'
import { type BoothDetails, NO_DETAILS } from '../../shared/booth/content.ts'
import { LONGEST_NOTE, MOST_ITEMS, remark, type Subject } from '../../shared/briefcase/model.ts'
import { SMALL_SALON, session as sessionOf } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const TIN: Subject = { kind: 'booth', exhibitorId: 'tin' }
const MOSS: Subject = { kind: 'booth', exhibitorId: 'moss' }

onEveryDatabase((db) => {
  beforeAll(() => arrange(db(), { ...SMALL_SALON, sessions: [...SMALL_SALON.sessions, sessionOf('farewell')] }))

  describe('a briefcase', () => {
    test('takes what there is with one click, and once however often', async () => {
      const anna = await somebody(db())
      const first = await put(db(), anna, TIN)
      expect(first).toMatchObject({ title: { ru: 'Роботы «Жестянка»' }, gone: false, note: '', stars: 0 })
      const again = await Promise.all([put(db(), anna, TIN), put(db(), anna, TIN)])
      expect(again.map(({ id }) => id)).toEqual([first.id, first.id])
      await put(db(), anna, { kind: 'session', id: 'farewell' })
      const boris = await somebody(db(), { name: 'Борис' })
      await put(db(), anna, { kind: 'contact', id: boris.personId })
      expect((await ownBriefcase(db(), anna)).map(({ subject }) => subject.kind)).toEqual([
        'contact',
        'session',
        'booth',
      ])
      expect(await ownBriefcase(db(), boris)).toEqual([])
    })

    test('takes what a booth shows, and keeps its name when the booth shows it no more', async () => {
      const anna = await somebody(db())
      const catalogue = { ru: 'Каталог', en: 'Catalogue' }
      const file = '/media/demo/leaflets/tin.pdf'
      const kit = { ru: 'Набор', en: 'Kit' }
      const [materials, products] = [
        [{ kind: 'file' as const, id: 'm', name: catalogue, file, bytes: 1 }],
        [{ id: 'p', name: kit, text: kit, pictures: [], video: null, link: 'https://tin.example/', priceNote: kit }],
      ]
      const show = (details: Partial<BoothDetails>) =>
        db()
          .update(exhibitor)
          .set({ details: { ...NO_DETAILS, ...details } })
          .where(eq(exhibitor.id, 'tin'))
      await show({ materials, products })
      const material = { kind: 'material', exhibitorId: 'tin', id: 'm' } as const
      expect(await put(db(), anna, material)).toMatchObject({ title: catalogue, link: file, gone: false })
      const product = await put(db(), anna, { kind: 'product', exhibitorId: 'tin', id: 'p' })
      expect(product).toMatchObject({ title: kit, link: 'https://tin.example/', gone: false })
      await show({ products })
      expect((await ownBriefcase(db(), anna)).find(({ subject }) => subject.kind === 'material')).toMatchObject({
        ...{ title: catalogue, link: null, gone: true },
      })
      await show({})
    })

    test('does not take what there is not', async () => {
      const anna = await somebody(db())
      const nothing: Subject[] = [
        { kind: 'booth', exhibitorId: 'nowhere' },
        { kind: 'material', exhibitorId: 'tin', id: 'none' },
        { kind: 'product', exhibitorId: 'tin', id: 'none' },
        { kind: 'session', id: 'none' },
        { kind: 'contact', id: 'nobody' },
      ]
      for (const one of nothing) await expect(put(db(), anna, one)).rejects.toMatchObject({ reason: 'not-found' })
      await expect(put(db(), null, TIN)).rejects.toMatchObject({ reason: 'not-entered' })
      expect(await ownBriefcase(db(), anna)).toEqual([])
    })

    test('keeps notes and stars, each without touching the other', async () => {
      const anna = await somebody(db())
      const { id } = await put(db(), anna, TIN)
      await annotate(db(), anna, id, { note: 'Спросить про <b>наборы</b>' })
      await annotate(db(), anna, id, { stars: 4 })
      expect(await annotate(db(), anna, id, {})).toMatchObject({ note: 'Спросить про <b>наборы</b>', stars: 4 })
      const wrong = [{ note: 'x'.repeat(LONGEST_NOTE + 1) }, { stars: 6 }, { stars: -1 }, { stars: 1.5 }]
      expect(wrong.filter((one) => remark.safeParse(one).success)).toEqual([])
    })

    test('gives back what was taken out, with its note, for a day', async () => {
      const anna = await somebody(db())
      const { id } = await put(db(), anna, TIN)
      await annotate(db(), anna, id, { note: 'вернуться', stars: 5 })
      await remove(db(), anna, id)
      await remove(db(), anna, id)
      expect(await ownBriefcase(db(), anna)).toEqual([])
      await expect(annotate(db(), anna, id, { stars: 1 })).rejects.toMatchObject({ reason: 'not-found' })
      expect(await put(db(), anna, TIN)).toMatchObject({ id, note: 'вернуться', stars: 5 })
      await remove(db(), anna, id)
      const yesterday = new Date(Date.now() - 25 * 60 * 60_000)
      await db().update(briefcaseItem).set({ removedAt: yesterday }).where(eq(briefcaseItem.id, id))
      expect(await put(db(), anna, TIN)).toMatchObject({ note: '', stars: 0 })
    })

    test('remembers by name what is no more, and gives that back too', async () => {
      const anna = await somebody(db())
      await db().insert(session).values(sessionOf('short-lived'))
      const { id } = await put(db(), anna, { kind: 'session', id: 'short-lived' })
      await db().delete(session).where(eq(session.id, 'short-lived'))
      expect(await ownBriefcase(db(), anna)).toMatchObject([
        { id, title: { ru: 'short-lived' }, gone: true, link: null },
      ])
      await remove(db(), anna, id)
      expect(await put(db(), anna, { kind: 'session', id: 'short-lived' })).toMatchObject({ id, gone: true })
    })

    test('is closed to everybody else', async () => {
      const [anna, boris] = [await somebody(db()), await somebody(db())]
      const { id } = await put(db(), anna, TIN)
      await expect(annotate(db(), boris, id, { note: 'мой' })).rejects.toMatchObject({ reason: 'not-found' })
      await expect(annotate(db(), boris, id, {})).rejects.toMatchObject({ reason: 'not-found' })
      await expect(remove(db(), boris, id)).rejects.toMatchObject({ reason: 'not-found' })
      await expect(ownBriefcase(db(), null)).rejects.toMatchObject({ reason: 'not-entered' })
      expect(await ownBriefcase(db(), anna)).toMatchObject([{ id, note: '' }])
    })

    test('is full at last', async () => {
      const anna = await somebody(db())
      const title = { ru: '', en: '' }
      const rows = Array.from({ length: MOST_ITEMS }, (_, n) => ({ id: `${anna.personId} ${n}`, subjectId: `${n}` }))
      const same = { personId: anna.personId, kind: 'session', exhibitorId: '', title, putAt: new Date() } as const
      await db()
        .insert(briefcaseItem)
        .values(rows.map((row) => ({ ...same, ...row })))
      await expect(put(db(), anna, TIN)).rejects.toMatchObject({ reason: 'too-large' })
    })

    test('goes along when a guest signs in to an account, note and all; the account keeps its own', async () => {
      const [guest, member] = [await somebody(db(), { guest: true }), await somebody(db())]
      await annotate(db(), guest, (await put(db(), guest, TIN)).id, { note: 'гостя' })
      await annotate(db(), guest, (await put(db(), guest, MOSS)).id, { note: 'гостя' })
      await annotate(db(), member, (await put(db(), member, MOSS)).id, { note: 'свой' })
      await adopt(db(), guest.userId, member.userId)
      expect((await ownBriefcase(db(), member)).map(({ note }) => note).toSorted()).toEqual(['гостя', 'свой'])
    })
  })
})
