import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { footfall } from '../../game-server/db/schema/footfall.ts'
import { interaction } from '../../game-server/db/schema/interaction.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { addFootfall, heatMap } from '../../game-server/services/footfall.ts'
import { boothFigures, hallFigures, hourFigures } from '../../game-server/services/footfall-figures.ts'
import { figuresFile } from '../../game-server/services/footfall-file.ts'
import { layOut } from '../../game-server/services/layout.ts'
import { publish } from '../../game-server/services/plans.ts'
import { forgetOld } from '../../game-server/services/retention.ts'
import { HOUR } from '../../shared/figures/footfall.ts'
import { hallsOf } from '../../shared/floorplan/model.ts'
import { ROLES, type Role, SALON } from '../../shared/people/rights.ts'
import { exhibitor, SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const NINE = Date.parse('2027-04-12T09:00:00Z')
const DAY = { from: NINE - 9 * HOUR, to: NINE + 15 * HOUR }
const NEXT_DAY = NINE + 24 * HOUR

let days = 0

onEveryDatabase((db) => {
  let hallId: string
  let organizer: { readonly personId: string }
  const crowd: string[] = []

  beforeAll(async () => {
    const exhibitors = [...SMALL_SALON.exhibitors, exhibitor('formula', { name: { ru: '=1+1', en: '=1+1' } })]
    await arrange(db(), { ...SMALL_SALON, exhibitors })
    const plan = await layOut(db(), { hallSize: null, seed: null })
    await publish(db(), plan, new Date(NINE))
    hallId = hallsOf(plan)[0]?.id ?? ''
    organizer = await somebody(db())
    await grant(organizer.personId, 'organizer')
    for (let i = 0; i < 20; i++) crowd.push((await somebody(db())).personId)
  })

  const grant = (personId: string, role: Role) =>
    db()
      .insert(roleGrant)
      .values({ personId, role, scopeKind: ROLES[role], scopeId: ROLES[role] === 'salon' ? SALON.id : 'tin' })

  /** A day that no other test writes into. */
  const ownDay = () => {
    const nine = NINE + ++days * 7 * 24 * HOUR
    return { nine, day: { from: nine - 9 * HOUR, to: nine + 15 * HOUR }, later: nine + 48 * HOUR }
  }
  const cell = (people: number, seconds = people * 60, at = { x: 1, z: -2 }) => ({ ...at, seconds, people })
  const count = (hour: number, ...cells: ReturnType<typeof cell>[]) =>
    addFootfall(db(), hallId, {
      hour,
      seconds: cells.reduce((sum, { seconds }) => sum + seconds, 0),
      people: Math.max(...cells.map(({ people }) => people)),
      cells,
    })
  const heat = (span: { from: number; to: number }, now: number) => heatMap(db(), organizer, hallId, span, now)

  /** `people` of the crowd are at a booth, and stay so many seconds. */
  const come = (exhibitorId: string, people: number, at: number, seconds = 120, first = 0) =>
    db()
      .insert(interaction)
      .values(
        crowd.slice(first, first + people).flatMap((personId) => [
          { exhibitorId, personId, kind: 'entered' as const, at: new Date(at) },
          { exhibitorId, personId, kind: 'stayed' as const, seconds, at: new Date(at + 1000) },
        ]),
      )

  describe('footfall', () => {
    test('of several instances and processes adds up, whoever writes first', async () => {
      const { nine, day, later } = ownDay()
      await Promise.all(Array.from({ length: 8 }, () => count(nine, cell(5, 60), cell(5, 120, { x: -3, z: 4 }))))
      expect((await heat(day, later)).cells).toEqual([
        { x: 1, z: -2, minutes: 8 },
        { x: -3, z: 4, minutes: 16 },
      ])
    })

    test('of two instances with three people each may be of the same three: it is not told', async () => {
      const { nine, day, later } = ownDay()
      await count(nine, cell(3))
      await count(nine, cell(3))
      expect((await heat(day, later)).cells).toEqual([])
    })

    test('of fewer than five people in an hour is part of no sum, however hours are added up', async () => {
      const { nine, day, later } = ownDay()
      await count(nine, cell(5, 600))
      for (let hour = 1; hour < 6; hour++) await count(nine + hour * HOUR, cell(4, 6000))
      expect((await heat(day, later)).cells).toEqual([{ x: 1, z: -2, minutes: 10 }])
      const spans = [1, 2, 3, 4, 5].map((hour) => ({ from: nine, to: nine + hour * HOUR }))
      for (const span of spans) expect((await heat(span, later)).cells).toEqual([{ x: 1, z: -2, minutes: 10 }])
      expect((await heat({ from: nine + HOUR, to: nine + 6 * HOUR }, later)).cells).toEqual([])
    })

    test('is told once its hour is over, so that nobody watches one person’s minutes add up', async () => {
      const { nine } = ownDay()
      await count(nine, cell(5))
      const span = { from: nine, to: nine + HOUR }
      expect((await heat(span, nine + HOUR + 14 * 60_000)).cells).toEqual([])
      expect((await heat(span, nine + HOUR + 15 * 60_000)).cells).toHaveLength(1)
    })

    test('of a part of an hour is that of the whole hour', async () => {
      const { nine, later } = ownDay()
      await count(nine, cell(6, 600))
      const minute = { from: nine + 30 * 60_000, to: nine + 31 * 60_000 }
      expect((await heat(minute, later)).cells).toEqual([{ x: 1, z: -2, minutes: 10 }])
    })

    test('is stored without a trace of who was there', async () => {
      const rows = await db().select().from(footfall)
      expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['cells', 'hallId', 'hour', 'people', 'seconds'])
      // Eight bytes a cell: where it is, and two sums.
      expect(rows.map(({ cells }) => cells.length)).toContain(8)
    })

    test('is told to those who organize, and to nobody else', async () => {
      const asked = (who: { personId: string } | null) => heatMap(db(), who, hallId, DAY, NEXT_DAY)
      await expect(asked(null)).rejects.toMatchObject({ reason: 'not-entered' })
      for (const role of Object.keys(ROLES) as Role[]) {
        const one = await somebody(db())
        await grant(one.personId, role)
        const told = ['directorate', 'organizer', 'administrator'].includes(role)
        if (told) expect(await asked(one)).toMatchObject({ hallId })
        else await expect(asked(one)).rejects.toMatchObject({ reason: 'forbidden' })
      }
      await expect(heatMap(db(), organizer, 'nowhere', DAY, NEXT_DAY)).rejects.toMatchObject({ reason: 'not-found' })
    })
  })

  describe('figures', () => {
    test('count different people, once for each place they were in', async () => {
      const { nine, day, later } = ownDay()
      await come('tin', 12, nine)
      await come('tin', 12, nine + HOUR)
      await come('moss', 12, nine + 2 * HOUR, 60, 6)
      const { salon, halls } = await hallFigures(db(), organizer, day, later)
      expect(salon).toEqual({ visitors: 18, stay: 240 })
      expect(halls[0]).toMatchObject({ hallId, visitors: 18 })
      const { booths } = await boothFigures(db(), organizer, day, 'busiest', later)
      expect(booths.map(({ exhibitorId, visitors, stay }) => [exhibitorId, visitors, stay])).toEqual(
        expect.arrayContaining([
          ['tin', 12, 240],
          ['moss', 12, 60],
          ['cape', 0, null],
        ]),
      )
    })

    test('show no booth that fewer than five came to, nor one that would tell of it', async () => {
      const { nine, day, later } = ownDay()
      await come('tin', 20, nine)
      await come('moss', 4, nine)
      const { booths } = await boothFigures(db(), organizer, day, 'busiest', later)
      const moss = booths.find(({ exhibitorId }) => exhibitorId === 'moss')
      expect(moss).toMatchObject({ visitors: null, stay: null })
    })

    test('tell the median of nobody’s stay when fewer than five stayed', async () => {
      const { nine, day, later } = ownDay()
      await come('tin', 4, nine)
      const entered = (personId: string) => ({ exhibitorId: 'tin', personId, kind: 'entered' as const })
      await db()
        .insert(interaction)
        .values(crowd.slice(4, 12).map((personId) => ({ ...entered(personId), at: new Date(nine) })))
      const { salon } = await hallFigures(db(), organizer, day, later)
      expect(salon).toEqual({ visitors: 12, stay: null })
    })

    test('by the hour leave out small groups, and one more beside them', async () => {
      const { nine, day, later } = ownDay()
      await come('tin', 20, nine)
      await come('tin', 10, nine + HOUR)
      await come('tin', 3, nine + 2 * HOUR)
      const told = await hourFigures(db(), organizer, { of: 'salon' }, day, later)
      expect(told.hours.map(({ at, visitors }) => [(Date.parse(at) - nine) / HOUR, visitors])).toEqual([
        [0, 20],
        [1, null],
        [2, null],
      ])
      const booth = { of: 'booth', id: 'nowhere' } as const
      await expect(hourFigures(db(), organizer, booth, day, later)).rejects.toMatchObject({ reason: 'not-found' })
    })

    test('name the hour in which a hall was fullest', async () => {
      const { nine, day, later } = ownDay()
      await count(nine, cell(5, 5 * 1800))
      await count(nine + HOUR, cell(8, 8 * 3600))
      await count(nine + 2 * HOUR, cell(4, 4 * 36_000))
      const { halls } = await hallFigures(db(), organizer, day, later)
      expect(halls[0]?.busiest).toEqual({ at: new Date(nine + HOUR).toISOString(), people: 8 })
    })

    test('are told to those who organize, and to nobody else', async () => {
      const owner = await somebody(db())
      await grant(owner.personId, 'owner')
      for (const ask of [
        () => hallFigures(db(), owner, DAY, NEXT_DAY),
        () => boothFigures(db(), owner, DAY, 'number', NEXT_DAY),
        () => hourFigures(db(), owner, { of: 'salon' }, DAY, NEXT_DAY),
        () => figuresFile(db(), owner, DAY, { language: 'en', mark: false }, NEXT_DAY),
      ])
        await expect(ask()).rejects.toMatchObject({ reason: 'forbidden' })
    })

    test('as a table hold no formula, and nothing in the cells of small groups', async () => {
      const { nine, day, later } = ownDay()
      await come('formula', 3, nine)
      await come('tin', 9, nine)
      const text = await figuresFile(db(), organizer, day, { language: 'ru', mark: true }, later)
      const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
      expect(rows.find(({ exhibitor }) => exhibitor === "'=1+1")).toMatchObject({
        ...{ kind: 'booth', visitors: '', median_stay_seconds: '' },
      })
      expect(rows.filter(({ kind }) => kind === 'salon')).toMatchObject([{ visitors: '9', median_stay_seconds: '120' }])
      expect(rows.filter(({ kind }) => kind === 'booth')).toHaveLength(4)
    })
  })

  test('Footfall goes with the days it is of', async () => {
    const { nine } = ownDay()
    await count(nine, cell(5))
    const hours = await db().$count(footfall)
    const { footfall: gone } = await forgetOld(db(), 1, new Date(nine + 24 * HOUR))
    expect([gone, await db().$count(footfall)]).toEqual([hours - 1, 1])
  })
})
