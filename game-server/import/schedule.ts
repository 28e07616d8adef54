import type { Localized } from '../../shared/language.ts'
import { addDays, isTimeZone, zonedTime } from '../../shared/programme/zoned-time.ts'
import { brandColor } from '../../shared/salon/brand-color.ts'
import { slug } from '../../shared/salon/slug.ts'
import type { ExhibitorRecord, SalonContent, SessionRecord } from '../services/arrange.ts'
import { exhibitorFrom, exhibitorRecord } from './exhibitor-record.ts'
import { plainText } from './plain-text.ts'
import type { Rejection } from './rejection.ts'
import { readScheduleXml, type ScheduleEvent, type ScheduleHead } from './schedule-xml.ts'
import { textOf } from './text-file.ts'
import { Unusable } from './unusable.ts'

export interface ScheduleOptions {
  /** Rooms with such a name are stands: each becomes an exhibitor and its events happen at the booth. */
  readonly stands: RegExp | null
  /** Zone of the times in the file, where it does not say itself. */
  readonly timeZone: string
}

export interface Schedule {
  readonly content: Required<
    Pick<SalonContent, 'periods' | 'tracks' | 'stages' | 'speakers' | 'exhibitors' | 'sessions'>
  >
  readonly rejected: readonly Rejection[]
}

const LONGEST_TITLE = 300
const LONGEST_SUMMARY = 2000
const MINUTE = 60_000

/** An event that can become a session. */
interface Talk {
  readonly event: ScheduleEvent
  readonly startsAt: Date
  readonly endsAt: Date
}

/**
 * A conference's schedule as periods, tracks, stages, speakers, sessions and exhibitors. Ids are made of the
 * conference's name and the ids of the file, so that the next version of a file finds the records of the last.
 *
 * @param onProgress told how many events have been read
 * @throws Unusable when the file cannot be read at all; what is wrong with single events is in the answer
 */
export async function readSchedule(
  path: string,
  options: ScheduleOptions,
  onProgress: (events: number) => void,
): Promise<Schedule> {
  let head: ScheduleHead | null = null
  const events: ScheduleEvent[] = []
  await readScheduleXml(await textOf(path), {
    head: (read) => {
      head = read
    },
    event: (event) => {
      events.push(event)
      onProgress(events.length)
    },
  })
  const conference = conferenceOf(head, options.timeZone)
  if (events.length === 0) throw new Unusable(`${path} has no events in it.`)

  const rejected: Rejection[] = []
  const lineOf = new Map<string, number>()
  const talks = events.flatMap((event) => {
    const { talk, rejections } = talkOf(event, conference)
    const before = lineOf.get(event.id)
    if (before !== undefined) rejections.push(wrong(event, 'id', `«${event.id}» is already in line ${before}`))
    lineOf.set(event.id, event.line)
    rejected.push(...rejections)
    return talk && rejections.length === 0 ? [talk] : []
  })
  return { content: arranged(conference, talks, options.stands), rejected }
}

interface Conference {
  readonly id: string
  readonly title: string
  readonly firstDate: string
  readonly lastDate: string
  readonly timeZone: string
  /** Before this hour of the clock it is still the day before, `HH:MM`. */
  readonly dayChange: string
}

function conferenceOf(head: ScheduleHead | null, timeZone: string): Conference {
  const texts: Readonly<Record<string, string>> = head?.texts ?? {}
  const title = texts.title ?? ''
  if (title === '') throw new Unusable('The schedule does not say what it is the schedule of (conference, title).')
  const [firstDate, lastDate] = [texts.start ?? '', texts.end ?? ''].map((date) => date.slice(0, 10))
  if (!isDate(firstDate) || !isDate(lastDate) || lastDate < firstDate) {
    throw new Unusable('The conference needs a start and an end such as 2021-02-06.')
  }
  const zone = texts.time_zone_name || timeZone
  if (!isTimeZone(zone)) throw new Unusable(`There is no time zone «${zone}».`)
  const dayChange = /^\d\d:\d\d/.exec(texts.day_change ?? '')?.[0] ?? '00:00'
  return { id: slug(texts.acronym || title), title, firstDate, lastDate, timeZone: zone, dayChange }
}

const isDate = (text: string | undefined): text is string =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

const wrong = (event: ScheduleEvent, field: string, reason: string): Rejection => ({ line: event.line, field, reason })

function talkOf(event: ScheduleEvent, conference: Conference): { talk: Talk | null; rejections: Rejection[] } {
  const { title = '', duration = '' } = event.texts
  const rejections: Rejection[] = []
  const refuse = (field: string, reason: string): void => void rejections.push(wrong(event, field, reason))
  if (event.id === '') refuse('id', 'is missing')
  if (event.room === '') refuse('room', 'is missing')
  if (title === '') refuse('title', 'is missing')
  if (title.length > LONGEST_TITLE) refuse('title', `is longer than ${LONGEST_TITLE} characters`)
  const startsAt = startOf(event, conference)
  if (startsAt === null) refuse('start', `«${event.texts.start ?? ''}» is not a time such as 14:30`)
  const minutes = minutesOf(duration)
  if (minutes === null) refuse('duration', `«${duration}» is not a duration such as 00:45, at most a day`)
  if (startsAt === null || minutes === null) return { talk: null, rejections }
  return { talk: { event, startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE) }, rejections }
}

/** `date` with its offset, where there is one, is exact; `start` is a time of the clock on the day it is listed under. */
function startOf({ texts, day }: ScheduleEvent, { timeZone, dayChange }: Conference): Date | null {
  const exact = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(texts.date ?? '') ? Date.parse(texts.date ?? '') : Number.NaN
  if (!Number.isNaN(exact)) return new Date(exact)
  const time = /^([01]?\d|2[0-3]):[0-5]\d(?=$|:)/.exec(texts.start ?? '')?.[0].padStart(5, '0')
  if (time === undefined || !isDate(day)) return null
  return zonedTime(timeZone, time < dayChange ? addDays(day, 1) : day, time)
}

function minutesOf(duration: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)(?::\d\d)?$/.exec(duration) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return total > 0 && total <= 24 * 60 ? total : null
}

function arranged(conference: Conference, talks: readonly Talk[], stands: RegExp | null): Schedule['content'] {
  const rooms = Map.groupBy(talks, ({ event }) => event.room)
  const isStand = (room: string): boolean => stands?.test(room) ?? false
  const onStages = talks.filter(({ event }) => !isStand(event.room))
  const idOf = (...parts: readonly string[]): string => slug(conference.id, ...parts)
  return {
    periods: [
      {
        id: conference.id,
        name: { ru: conference.title, en: conference.title },
        startsAt: zonedTime(conference.timeZone, conference.firstDate, '00:00'),
        endsAt: zonedTime(conference.timeZone, addDays(conference.lastDate, 1), '00:00'),
      },
    ],
    tracks: [...new Set(onStages.flatMap(({ event }) => event.texts.track || []))].map((name) => {
      const id = idOf('track', name)
      return { id, name: inItsLanguage(name), color: brandColor(id) }
    }),
    stages: [...rooms.keys()]
      .filter((room) => !isStand(room))
      .map((room) => ({ id: idOf('room', room), name: inItsLanguage(roomName(room, rooms)) })),
    speakers: speakersOf(talks, idOf),
    exhibitors: [...rooms.keys()].filter(isStand).map((room) => standOf(idOf('room', room), room, rooms, conference)),
    sessions: talks.map((talk) => sessionOf(talk, idOf, conference.id, isStand(talk.event.room))),
  }
}

type IdOf = (...parts: readonly string[]) => string

function speakersOf(talks: readonly Talk[], idOf: IdOf): Schedule['content']['speakers'] {
  const persons = new Map(talks.flatMap(({ event }) => event.persons.map((one) => [speakerId(one, idOf), one.name])))
  return [...persons].map(([id, name]) => ({ id, name: { ru: name, en: name }, affiliation: { ru: '', en: '' } }))
}

/** Known by the file's number, or where it gives none, by name. */
const speakerId = ({ id, name }: ScheduleEvent['persons'][number], idOf: IdOf): string => idOf('person', id || name)

function sessionOf({ event, startsAt, endsAt }: Talk, idOf: IdOf, periodId: string, atStand: boolean): SessionRecord {
  const { title = '', abstract, description, subtitle, track, language } = event.texts
  const place = idOf('room', event.room)
  return {
    id: idOf('event', event.id),
    title: inItsLanguage(title),
    summary: inItsLanguage(shortened(plainText(abstract || description || subtitle || ''))),
    startsAt,
    endsAt,
    // A stand's own track says no more than its name.
    trackId: track && !atStand ? idOf('track', track) : null,
    periodId,
    stageId: atStand ? null : place,
    exhibitorId: atStand ? place : null,
    language: /^[a-z]{2,3}(-\w+)*$/i.test(language ?? '') ? (language?.toLowerCase() ?? null) : null,
    speakerIds: [...new Set(event.persons.map((one) => speakerId(one, idOf)))],
  }
}

function standOf(id: string, room: string, rooms: Rooms, conference: Conference): ExhibitorRecord {
  const name = roomName(room, rooms).replace(/ stand$/i, '')
  const record = exhibitorRecord(
    exhibitorFrom({
      id,
      kind: 'community',
      name: inItsLanguage(name),
      summary: { ru: `Стенд сообщества, ${conference.title}`, en: `Community stand, ${conference.title}` },
    }),
  )
  if (!record.success) throw new Unusable(`The room «${room}» makes no exhibitor: ${record.error.issues[0]?.message}.`)
  return record.data
}

type Rooms = ReadonlyMap<string, readonly Talk[]>

/** Rooms are called by codes such as «D.javascript»; where all of a room is one track and no other room's, by that. */
function roomName(room: string, rooms: Rooms): string {
  const tracksOf = (one: string) => new Set((rooms.get(one) ?? []).map(({ event }) => event.texts.track ?? ''))
  const [track, ...others] = tracksOf(room)
  if (!track || others.length > 0) return room
  return [...rooms.keys()].some((other) => other !== room && tracksOf(other).has(track)) ? room : track
}

/** A schedule is written in one language; the other one shows the same text until somebody translates it. */
const inItsLanguage = (text: string): Localized =>
  /\p{Script=Cyrillic}/u.test(text) ? { ru: text, en: '' } : { ru: '', en: text }

function shortened(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text
  const cut = text.slice(0, LONGEST_SUMMARY)
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`
}
