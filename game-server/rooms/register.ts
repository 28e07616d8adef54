/**
 * Who walks where, over all rooms and processes: one person, one body. Whoever comes in elsewhere (another tab, another
 * machine, another hall) goes on there, and their earlier connection is closed with a reason the client can put into a
 * sentence.
 *
 * Shared through Colyseus's presence, which is Redis when there are several processes: a hash of places, and a channel
 * on which is called out who came in, whose sessions ended and who looks different now.
 */
import { matchMaker } from '@colyseus/core'
import { z } from 'zod'
import type { ConversationNews } from '../../shared/conversations/model.ts'
import { type Look, look } from '../../shared/people/look.ts'
import { CLOSE_ELSEWHERE, CLOSE_SIGNED_OUT } from '../../shared/rooms/hall.ts'

const PLACES = 'alleya:places'
const CHANNEL = 'alleya:people'

const place = z.object({ hallId: z.string(), roomId: z.string() })
type Place = z.infer<typeof place>

const news = z.discriminatedUnion('news', [
  z.object({ news: z.literal('arrived'), personId: z.string() }),
  z.object({ news: z.literal('ended'), personId: z.string(), sessions: z.array(z.string()) }),
  z.object({ news: z.literal('changed'), personId: z.string(), as: z.object({ name: z.string(), look }) }),
])
type News = z.infer<typeof news>
const call = z.object({ processId: z.string(), news })

/**
 * How long an ended session is remembered, ms: whoever was let in just before it ended may still be on their way from
 * the door to the room.
 */
const REMEMBERED_FOR = 30_000

export interface Stay {
  readonly place: Place
  readonly session: string | null
  /** Ends the stay; the body goes, the socket closes with `code`. */
  readonly dismiss: (code: number) => void
  /** From now on the body has this name and look. */
  readonly present: (as: { readonly name: string; readonly look: Look }) => void
  /** Passes news on to the person. */
  readonly tell: (news: ConversationNews) => void
}

export class Register {
  private readonly stays = new Map<string, Stay>()
  private readonly ended = new Set<string>()
  private readonly hear = (message: unknown): void => {
    const heard = call.safeParse(message)
    if (heard.success && heard.data.processId !== matchMaker.processId) this.heed(heard.data.news)
  }

  async open(): Promise<void> {
    await matchMaker.presence.subscribe(CHANNEL, this.hear)
  }

  async close(): Promise<void> {
    await matchMaker.presence.unsubscribe(CHANNEL, this.hear)
  }

  /** Somebody came in; wherever else they are, they are no more. */
  arrive(personId: string, stay: Stay): void {
    this.callOut({ news: 'arrived', personId })
    this.stays.set(personId, stay)
    if (stay.session !== null && this.ended.has(stay.session)) stay.dismiss(CLOSE_SIGNED_OUT)
    void this.shared(matchMaker.presence.hset(PLACES, personId, JSON.stringify(stay.place)))
  }

  /** Somebody's `stay` is over, unless they have begun another since. */
  depart(personId: string, stay: Stay): void {
    if (this.stays.get(personId) !== stay) return
    this.stays.delete(personId)
    void this.shared(matchMaker.presence.hdel(PLACES, personId))
  }

  /** The stay of somebody who is connected to this very process. */
  stayOf(personId: string): Stay | undefined {
    return this.stays.get(personId)
  }

  /** Where somebody is, or null. A process that was killed leaves places behind: the caller knows which rooms exist. */
  async find(personId: string): Promise<Place | null> {
    const here = this.stays.get(personId)
    if (here) return here.place
    const noted = await matchMaker.presence.hget(PLACES, personId)
    return noted ? place.parse(JSON.parse(noted)) : null
  }

  /** Puts the places of everybody here back after they were lost. */
  async restore(): Promise<void> {
    if (await matchMaker.presence.exists(PLACES)) return
    for (const [personId, { place }] of this.stays)
      await matchMaker.presence.hset(PLACES, personId, JSON.stringify(place))
  }

  /** Sessions of somebody are over: the stay that began with one of them ends, wherever it is. */
  end(personId: string, sessions: readonly string[]): void {
    this.callOut({ news: 'ended', personId, sessions: [...sessions] })
  }

  /** Somebody has another name or look. */
  present(personId: string, as: { readonly name: string; readonly look: Look }): void {
    this.callOut({ news: 'changed', personId, as })
  }

  private callOut(news: News): void {
    this.heed(news)
    const message: z.infer<typeof call> = { processId: matchMaker.processId, news }
    void this.shared(Promise.resolve(matchMaker.presence.publish(CHANNEL, message)))
  }

  private heed(heard: News): void {
    const stay = this.stays.get(heard.personId)
    if (heard.news === 'arrived') stay?.dismiss(CLOSE_ELSEWHERE)
    else if (heard.news === 'changed') stay?.present(heard.as)
    else {
      for (const session of heard.sessions) this.remember(session)
      if (stay?.session != null && heard.sessions.includes(stay.session)) stay.dismiss(CLOSE_SIGNED_OUT)
    }
  }

  private remember(session: string): void {
    this.ended.add(session)
    setTimeout(() => this.ended.delete(session), REMEMBERED_FOR).unref()
  }

  // Without Redis people walk on; that others cannot find them for a while is the smaller harm.
  private async shared(done: Promise<unknown>): Promise<void> {
    await done.catch(() => {})
  }
}
