/**
 * The schedule of a conference as pentabarf and frab write it, and pretalx and others after them: days of rooms of
 * events. Read in a stream; whatever else is in the file is passed over.
 */
import { SaxesParser } from 'saxes'
import { Unusable } from './unusable.ts'

export interface ScheduleEvent {
  /** Line the event begins in. */
  readonly line: number
  readonly id: string
  readonly room: string
  /** Date of the day it is listed under, as written. */
  readonly day: string
  /** Texts of its elements by name: start, duration, date, title, subtitle, track, language, abstract, description. */
  readonly texts: Readonly<Record<string, string>>
  readonly persons: readonly { readonly id: string; readonly name: string }[]
}

export interface ScheduleHead {
  /** Texts of the conference's elements by name: title, start, end, day_change, time_zone_name. */
  readonly texts: Readonly<Record<string, string>>
}

export interface ScheduleVisitor {
  head(head: ScheduleHead): void
  event(event: ScheduleEvent): void
}

// A schedule nests seven deep; its longest texts are abstracts.
const DEEPEST = 32
const LONGEST_TEXT = 200_000
const MOST_EVENTS = 20_000

/**
 * Walks through a schedule.
 *
 * Nothing is ever fetched, and no entity but XML's own five is known: a document type, which is where entities and
 * other files would come from, is refused.
 *
 * @throws Unusable with the line, when it is not a schedule
 */
export async function readScheduleXml(text: AsyncIterable<string>, visitor: ScheduleVisitor): Promise<void> {
  const reading = new Reading(visitor)
  for await (const piece of text) reading.take(piece)
  reading.end()
}

class Reading {
  private readonly parser = new SaxesParser({ position: true })
  private readonly visitor: ScheduleVisitor
  private readonly open: string[] = []
  private text = ''
  private head: Record<string, string> = {}
  private day = ''
  private room = ''
  private event: {
    line: number
    id: string
    texts: Record<string, string>
    persons: { id: string; name: string }[]
  } | null = null
  private personId = ''
  private events = 0

  constructor(visitor: ScheduleVisitor) {
    this.visitor = visitor
    this.parser.on('error', (error) => this.refuse(error.message.replace(/^\d+:\d+: /, '')))
    this.parser.on('doctype', () => this.refuse('a document type (<!DOCTYPE>) is not accepted'))
    this.parser.on('opentag', ({ name, attributes }) => this.opens(name, attributes as Record<string, string>))
    this.parser.on('closetag', ({ name }) => this.closes(name))
    this.parser.on('text', (piece) => this.reads(piece))
    this.parser.on('cdata', (piece) => this.reads(piece))
  }

  take(piece: string): void {
    this.parser.write(piece)
  }

  end(): void {
    this.parser.close()
  }

  private refuse(reason: string): never {
    throw new Unusable(`Line ${this.parser.line}: ${reason}.`)
  }

  private opens(name: string, attributes: Record<string, string>): void {
    if (this.open.length === 0 && name !== 'schedule') this.refuse(`this is not a schedule but <${name}>`)
    if (this.open.length >= DEEPEST) this.refuse(`elements nest deeper than ${DEEPEST}`)
    this.open.push(name)
    this.text = ''
    if (name === 'day') this.day = attributes.date ?? ''
    else if (name === 'room' && this.event === null) this.room = attributes.name ?? ''
    else if (name === 'person') this.personId = attributes.id ?? ''
    else if (name === 'event') {
      if (++this.events > MOST_EVENTS) this.refuse(`there are more than ${MOST_EVENTS} events`)
      this.event = { line: this.parser.line, id: attributes.id ?? '', texts: {}, persons: [] }
    }
  }

  private reads(piece: string): void {
    this.text += piece
    if (this.text.length > LONGEST_TEXT) this.refuse(`a text is longer than ${LONGEST_TEXT} characters`)
  }

  private closes(name: string): void {
    this.open.pop()
    const text = this.text.trim()
    const parent = this.open.at(-1)
    if (this.event && name === 'event') {
      this.visitor.event({ ...this.event, room: this.room, day: this.day })
      this.event = null
    } else if (this.event && parent === 'event') this.event.texts[name] = text
    else if (this.event && name === 'person' && text !== '') this.event.persons.push({ id: this.personId, name: text })
    else if (parent === 'conference') this.head[name] = text
    else if (name === 'conference') this.visitor.head({ texts: this.head })
    this.text = ''
  }
}
