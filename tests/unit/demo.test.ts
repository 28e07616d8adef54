import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const DEMO = fileURLToPath(new URL('../../assets/demo/', import.meta.url))

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const text = z.string().trim().min(1)
const both = z.strictObject({ ru: text.regex(/[а-яё]/i), en: text.regex(/[a-z0-9]/i).regex(/^[^а-яё]*$/i) })
const fascia = z.strictObject({ ru: text.max(22), en: text.max(22) })
const colour = z.string().regex(/^#[0-9a-f]{6}$/)

const exhibitors = z.array(
  z.strictObject({
    id,
    kind: z.enum(['business', 'region', 'institution']),
    name: both,
    shortName: fascia,
    summary: both,
    description: both,
    color: colour,
    website: z.url({ protocol: /^https$/, hostname: /\.example$/ }).nullable(),
    logo: z.string().regex(/^logos\/[a-z0-9-]+\.webp$/),
    poster: z.string().regex(/^posters\/[a-z0-9-]+\.webp$/),
    video: z
      .string()
      .regex(/^videos\/[a-z0-9-]+\.mp4$/)
      .nullable(),
    tags: z.array(id).min(1),
    units: z.union([z.literal([1, 2, 3, 4]), z.literal('island')]),
  }),
)

const line = z.strictObject({ id, name: both, link: z.url({ protocol: /^https$/, hostname: /\.example$/ }) })
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const price = z.strictObject({ ru: z.string(), en: z.string().regex(/^[^а-яё]*$/i) })

const contents = z.array(
  z.strictObject({
    id,
    email: z.email(),
    phone: z.string(),
    address: both,
    links: z.array(line.omit({ id: true })),
    products: z
      .array(line.extend({ text: both, pictures: z.array(id).min(1), priceNote: price }))
      .min(2)
      .max(5),
    materials: z.array(line).min(1),
    leaflet: both.nullable(),
    team: z.array(z.strictObject({ name: both, position: both })).min(1),
    opens: clock,
    closes: clock,
  }),
)

const programme = z.strictObject({
  salon: z.strictObject({ id, name: both, tagline: both, timeZone: z.literal('Europe/Moscow') }),
  tags: z.array(z.strictObject({ id, name: both })),
  periods: z.array(z.strictObject({ id, name: both, firstDay: z.int().min(0), lastDay: z.int().min(0) })),
  tracks: z.array(z.strictObject({ id, name: both, color: colour })),
  stages: z.array(z.strictObject({ id, name: both })),
  speakers: z.array(z.strictObject({ id, name: both, affiliation: both })),
  sessions: z.array(
    z.strictObject({
      id,
      title: both,
      summary: both,
      day: z.int().min(0),
      starts: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      minutes: z.int().min(15).max(180),
      trackId: id,
      stageId: id.nullable(),
      exhibitorId: id.nullable(),
      language: z.enum(['ru', 'en']),
      speakers: z.array(id).min(1),
    }),
  ),
})

const routes = z.array(
  z.strictObject({
    id,
    title: both,
    description: both,
    minutes: z.int().min(1),
    budget: z.int().min(5),
    stops: z.array(z.string()).min(5),
  }),
)

const read = (file: string): unknown => JSON.parse(readFileSync(`${DEMO}${file}`, 'utf8'))
const booths = exhibitors.parse(read('exhibitors.json'))
const plan = programme.parse(read('programme.json'))

const repeated = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i)
const idsOf = (records: readonly { id: string }[]): Set<string> => new Set(records.map((record) => record.id))

describe('the exhibitors of the demo salon', () => {
  test('fill three alleys', () => {
    const count = (kind: string): number => booths.filter((booth) => booth.kind === kind).length
    expect([count('business'), count('region'), count('institution')]).toEqual([55, 35, 40])
  })

  test('each speak with a voice of their own: no id, name, summary or description occurs twice', () => {
    expect(repeated(booths.map((booth) => booth.id))).toEqual([])
    for (const key of ['ru', 'en'] as const)
      for (const field of ['name', 'shortName', 'summary', 'description'] as const)
        expect(repeated(booths.map((booth) => booth[field][key])), `${field} ${key}`).toEqual([])
  })

  test('describe themselves in two to four paragraphs, as many in Russian as in English', () => {
    for (const { id, description } of booths) {
      const paragraphs = description.ru.split('\n\n').length
      expect(description.en.split('\n\n').length, id).toBe(paragraphs)
      expect(paragraphs, id).toBeGreaterThanOrEqual(2)
      expect(paragraphs, id).toBeLessThanOrEqual(4)
    }
  })

  test('are tagged with tags that exist, and every tag is used', () => {
    const used = new Set(booths.flatMap((booth) => booth.tags))
    expect([...used].sort()).toEqual([...idsOf(plan.tags)].sort())
  })
})

describe('the contents of the demo’s booths', () => {
  const told = contents.parse(read('booths.json'))

  test('are of exhibitors that there are, each once, with posters that there are', () => {
    const known = idsOf(booths)
    expect(told.length).toBeGreaterThan(10)
    expect([...idsOf(told)].filter((one) => !known.has(one))).toEqual([])
    expect(repeated(told.map(({ id }) => id))).toEqual([])
    const pictured = told.flatMap(({ products }) => products.flatMap(({ pictures }) => pictures))
    expect(pictured.filter((one) => !known.has(one))).toEqual([])
  })

  test('name products and materials apart within a booth, and are staffed before they go', () => {
    for (const { id, products, materials, opens, closes } of told) {
      expect(repeated(products.map((one) => one.id)), id).toEqual([])
      expect(repeated(materials.map((one) => one.id)), id).toEqual([])
      expect(opens < closes, id).toBe(true)
    }
  })

  test('have a leaflet each that is named, and no other: a light PDF', () => {
    const named = told.flatMap(({ id, leaflet }) => (leaflet ? [`${id}.pdf`] : []))
    expect(readdirSync(`${DEMO}media/leaflets`).sort()).toEqual(named.sort())
    for (const file of named) {
      const bytes = readFileSync(`${DEMO}media/leaflets/${file}`)
      expect(bytes.toString('latin1', 0, 5), file).toBe('%PDF-')
      expect(bytes.length, file).toBeLessThan(40 * 1024)
    }
  })
})

describe('the themed routes of the demo salon', () => {
  const themed = routes.parse(read('routes.json'))

  test('are three, and lead to exhibitors and sessions that there are, to each once', () => {
    expect(themed).toHaveLength(3)
    const known = new Set([...idsOf(booths), ...plan.sessions.map((session) => `session:${session.id}`)])
    for (const { id, stops } of themed) {
      expect(
        stops.filter((stop) => !known.has(stop)),
        id,
      ).toEqual([])
      expect(repeated(stops), id).toEqual([])
    }
  })
})

describe('the media of the demo salon', () => {
  const LIMITS = { logos: 6 * 1024, posters: 30 * 1024, videos: 250 * 1024 }

  test.each(['logos', 'posters', 'videos'] as const)(
    '%s: a file for each that is named, none left over, none too heavy',
    (folder) => {
      const field = ({ logos: 'logo', posters: 'poster', videos: 'video' } as const)[folder]
      const named = booths.flatMap((booth) => booth[field] ?? [])
      const lying = readdirSync(`${DEMO}media/${folder}`).map((file) => `${folder}/${file}`)
      expect(lying.sort()).toEqual([...named].sort())
      for (const file of named) expect(statSync(`${DEMO}media/${file}`).size, file).toBeLessThanOrEqual(LIMITS[folder])
    },
  )

  test('logos and posters are WebP, films are MP4 that start before they are loaded', () => {
    for (const booth of booths) {
      for (const picture of [booth.logo, booth.poster])
        expect(readFileSync(`${DEMO}media/${picture}`).toString('latin1', 8, 12), picture).toBe('WEBP')
      if (booth.video) {
        const film = readFileSync(`${DEMO}media/${booth.video}`)
        expect(film.indexOf('moov'), booth.video).toBeGreaterThan(0)
        expect(film.indexOf('moov'), booth.video).toBeLessThan(film.indexOf('mdat'))
      }
    }
  })

  test('no two logos and no two posters are the same file', () => {
    for (const field of ['logo', 'poster'] as const)
      expect(repeated(booths.map((booth) => readFileSync(`${DEMO}media/${booth[field]}`, 'base64')))).toEqual([])
  })

  test('weighs at most 16 MB together with the texts', () => {
    const files = readdirSync(DEMO, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const bytes = files.reduce((sum, entry) => sum + statSync(`${entry.parentPath}/${entry.name}`).size, 0)
    expect(bytes).toBeLessThanOrEqual(16 * 1024 * 1024)
    expect(existsSync(`${DEMO}media`)).toBe(true)
  })
})

describe('the programme of the demo salon', () => {
  const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  const atOnce = plan.sessions.flatMap((a, i) =>
    plan.sessions
      .slice(i + 1)
      .filter(
        (b) =>
          a.day === b.day &&
          minuteOf(a.starts) < minuteOf(b.starts) + b.minutes &&
          minuteOf(b.starts) < minuteOf(a.starts) + a.minutes,
      )
      .map((b) => [a, b] as const),
  )

  test('has four intense days and ten calmer ones that follow on', () => {
    expect(plan.periods.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      [0, 3],
      [4, 13],
    ])
    for (const period of plan.periods)
      expect(
        plan.sessions.some(({ day }) => day >= period.firstDay && day <= period.lastDay),
        period.id,
      ).toBe(true)
    for (const { id, day } of plan.sessions) expect(day, id).toBeLessThanOrEqual(13)
  })

  test('repeats no id', () => {
    for (const list of [plan.tags, plan.periods, plan.tracks, plan.stages, plan.speakers, plan.sessions])
      expect(repeated(list.map((record) => record.id))).toEqual([])
  })

  test('refers only to tracks, stages, booths and speakers that exist, and leaves none of its own unused', () => {
    const tracks = idsOf(plan.tracks)
    const stages = idsOf(plan.stages)
    const speakers = idsOf(plan.speakers)
    const exhibits = idsOf(booths)
    for (const session of plan.sessions) {
      expect(tracks, session.id).toContain(session.trackId)
      expect(
        [session.stageId, session.exhibitorId].filter(Boolean),
        `${session.id} is in exactly one place`,
      ).toHaveLength(1)
      if (session.stageId) expect(stages, session.id).toContain(session.stageId)
      if (session.exhibitorId) expect(exhibits, session.id).toContain(session.exhibitorId)
      for (const speaker of session.speakers) expect(speakers, session.id).toContain(speaker)
      expect(repeated(session.speakers), session.id).toEqual([])
    }
    expect(new Set(plan.sessions.map((s) => s.trackId))).toEqual(tracks)
    expect(new Set(plan.sessions.map((s) => s.stageId).filter((stage) => stage !== null))).toEqual(stages)
    expect(new Set(plan.sessions.flatMap((s) => s.speakers))).toEqual(speakers)
  })

  test('puts nobody in two places at once', () => {
    expect(atOnce.length).toBeGreaterThan(0)
    for (const [a, b] of atOnce)
      expect(
        a.speakers.filter((speaker) => b.speakers.includes(speaker)),
        `${a.id} and ${b.id}`,
      ).toEqual([])
  })

  test('books no stage and no booth twice', () => {
    for (const [a, b] of atOnce) {
      if (a.stageId) expect(b.stageId, `${a.id} and ${b.id}`).not.toBe(a.stageId)
      if (a.exhibitorId) expect(b.exhibitorId, `${a.id} and ${b.id}`).not.toBe(a.exhibitorId)
    }
  })
})
