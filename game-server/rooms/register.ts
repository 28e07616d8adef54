/**
 * Who walks where, over all rooms and processes: one person, one body. Whoever comes in elsewhere (another tab, another
 * machine, another hall) goes on there, and their earlier connection is closed with a reason the client can put into a
 * sentence.
 *
 * Shared through Colyseus's presence, which is Redis when there are several processes: a hash of places, and a channel
 * on which arrivals and dismissals are called out.
 */
import { matchMaker } from '@colyseus/core'
import { z } from 'zod'
import { CLOSE_ELSEWHERE } from '../../shared/rooms/hall.ts'

const PLACES = 'alleya:places'
const CHANNEL = 'alleya:people'

const place = z.object({ hallId: z.string(), roomId: z.string() })
type Place = z.infer<typeof place>

const call = z.object({ personId: z.string(), processId: z.string(), code: z.number() })

export interface Stay {
  readonly place: Place
  /** Ends the stay; the body goes, the socket closes with `code`. */
  readonly dismiss: (code: number) => void
}

export class Register {
  private readonly stays = new Map<string, Stay>()
  private readonly hear = (message: unknown): void => {
    const heard = call.safeParse(message)
    if (heard.success && heard.data.processId !== matchMaker.processId) {
      this.stays.get(heard.data.personId)?.dismiss(heard.data.code)
    }
  }

  async open(): Promise<void> {
    await matchMaker.presence.subscribe(CHANNEL, this.hear)
  }

  async close(): Promise<void> {
    await matchMaker.presence.unsubscribe(CHANNEL, this.hear)
  }

  /** Somebody came in; wherever else they are, they are no more. */
  arrive(personId: string, stay: Stay): void {
    this.dismiss(personId, CLOSE_ELSEWHERE)
    this.stays.set(personId, stay)
    void this.shared(matchMaker.presence.hset(PLACES, personId, JSON.stringify(stay.place)))
  }

  /** Somebody's `stay` is over, unless they have begun another since. */
  depart(personId: string, stay: Stay): void {
    if (this.stays.get(personId) !== stay) return
    this.stays.delete(personId)
    void this.shared(matchMaker.presence.hdel(PLACES, personId))
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

  /** Ends the stay of somebody, wherever it is. */
  dismiss(personId: string, code: number): void {
    this.stays.get(personId)?.dismiss(code)
    const message = { personId, processId: matchMaker.processId, code }
    void this.shared(Promise.resolve(matchMaker.presence.publish(CHANNEL, message)))
  }

  // Without Redis people walk on; that others cannot find them for a while is the smaller harm.
  private async shared(done: Promise<unknown>): Promise<void> {
    await done.catch(() => {})
  }
}
