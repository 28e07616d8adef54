/**
 * News for people in halls, wherever they are: called out once on a channel of Colyseus's presence, which is Redis when
 * there are several processes, and passed on by the process that holds somebody's connection. Nothing is kept: whoever
 * was away asks the records when they are back.
 */
import { matchMaker } from '@colyseus/core'
import type { ConversationNews } from '../../shared/conversations/model.ts'
import type { Newsroom } from '../services/conversations-news.ts'
import type { Register, Stay } from './register.ts'

const CHANNEL = 'alleya:news'

interface Call {
  readonly processId: string
  readonly people: readonly string[]
  readonly booth: string | null
  readonly news: ConversationNews
}

export class RoomsNewsroom implements Newsroom {
  private readonly register: Register
  private readonly listeners = new Map<string, Set<Stay>>()
  private readonly listening = new Map<Stay, string>()
  private readonly hear = (call: Call): void => {
    if (call.processId !== matchMaker.processId) this.passOn(call)
  }

  constructor(register: Register) {
    this.register = register
  }

  async open(): Promise<void> {
    await matchMaker.presence.subscribe(CHANNEL, this.hear)
  }

  async close(): Promise<void> {
    await matchMaker.presence.unsubscribe(CHANNEL, this.hear)
  }

  tell({ people, booth }: Parameters<Newsroom['tell']>[0], news: ConversationNews): void {
    const call: Call = { processId: matchMaker.processId, people, booth, news }
    this.passOn(call)
    // Without Redis those at other processes read it a little later, when they look again.
    void Promise.resolve(matchMaker.presence.publish(CHANNEL, call)).catch(() => {})
  }

  /** From now on a stay hears what is said at an exhibitor's booth; null: at none. */
  listen(stay: Stay, exhibitorId: string | null): void {
    const before = this.listening.get(stay)
    if (before !== undefined) {
      this.listening.delete(stay)
      const there = this.listeners.get(before)
      there?.delete(stay)
      if (there?.size === 0) this.listeners.delete(before)
    }
    if (exhibitorId === null) return
    this.listening.set(stay, exhibitorId)
    const there = this.listeners.get(exhibitorId) ?? new Set()
    this.listeners.set(exhibitorId, there.add(stay))
  }

  private passOn({ people, booth, news }: Call): void {
    const stays = new Set(booth === null ? [] : this.listeners.get(booth))
    for (const personId of people) {
      const stay = this.register.stayOf(personId)
      if (stay) stays.add(stay)
    }
    // Nobody is told that they are typing themself.
    const own = news.news === 'typing' || news.news === 'read' ? this.register.stayOf(news.personId) : undefined
    for (const stay of stays) if (stay !== own) stay.tell(news)
  }
}
