/**
 * Being in a hall: takes a seat, joins its room, keeps people and our own walk in step with it, and comes back by
 * itself when the line breaks. Everything views need ends up in `client/state/hall.ts`.
 */
import type { Room } from 'colyseus.js'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { walkGrid } from '../../shared/floorplan/grid.ts'
import { type HallPlan, hallPlanOf } from '../../shared/floorplan/model.ts'
import type { Point } from '../../shared/floorplan/point.ts'
import { decodeFrame, decodePeople, encodeWalk } from '../../shared/presence/codec.ts'
import { Surroundings } from '../../shared/presence/surroundings.ts'
import type { Walk } from '../../shared/presence/walk.ts'
import {
  CLOSE_ELSEWHERE,
  CLOSE_MISBEHAVED,
  CLOSE_SIGNED_OUT,
  type Correction,
  type Gestured,
  HALL_DOWN,
  HALL_UP,
  type JoinHall,
  type Pong,
  type RefusedMessage,
  type Said,
  type Staffing,
  type Welcome,
} from '../../shared/rooms/hall.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import { useChat } from '../state/chat.ts'
import { Crowd } from '../state/crowd.ts'
import { type Loss, useHall } from '../state/hall.ts'
import { tellNews, useNews } from '../state/news.ts'
import { useSettings } from '../state/settings.ts'
import { useStaff } from '../state/staff.ts'
import { ApiProblem, api } from './api.ts'
import { OwnWalk } from './own-walk.ts'
import { RoomClock } from './room-clock.ts'

/** How often the clock is measured, ms, once it is settled; and how quickly at first. */
const MEASURES = { settled: 15_000, first: 300, firstCount: 5 } as const
/** How often people who walked out of sight are forgotten, ms. */
const LOOKS = 500
/** First and longest wait before coming back, ms. Each is jittered, so that a full hall does not return at once. */
const COME_BACK = { first: 400, longest: 10_000 } as const
/** How long a bubble stays: time to notice it, and to read it at ~15 characters a second (ms). */
const bubbleFor = (text: string): number => 2500 + text.length * 65
const WAVES_FOR = 2200

export interface Wish {
  readonly hallId: string
  /** A certain instance, for whoever goes where a friend is. */
  readonly roomId: string | null
  /** At a place instead of at the gate, looking that way (radians, three.js rotation.y). */
  readonly at: (Point & { readonly heading: number | null }) | null
}

/** One visit of a hall, from the first step in until `leave`. */
export class HallVisit {
  private wish: Wish
  private ended = false
  private room: Room | null = null
  private presence: Presence | null = null
  private waiting: ReturnType<typeof setTimeout> | null = null
  private attempt = 0
  /** Ends listening to what booth we want news of. */
  private readonly deaf: () => void

  constructor(wish: Wish) {
    this.wish = wish
    useHall.getState().set({ connection: 'connecting', loss: null, progress: 'seat' })
    this.deaf = useNews.subscribe(({ listensTo }, before) => {
      if (listensTo !== before.listensTo) this.listenTo(listensTo)
    })
    void this.come()
  }

  leave(): void {
    this.ended = true
    if (this.waiting) clearTimeout(this.waiting)
    this.deaf()
    this.presence?.end()
    this.room?.leave().catch(() => undefined)
    useHall.getState().set({ connection: 'idle', hall: null, openBooth: null, hoveredBooth: null, loss: null })
  }

  /** Come back now instead of after the wait. */
  retry(): void {
    if (this.waiting) clearTimeout(this.waiting)
    this.attempt = 0
    useHall.getState().set({ connection: this.presence ? 'reconnecting' : 'connecting', loss: null })
    void this.come()
  }

  private async come(): Promise<void> {
    try {
      const [seat, place, { Client }] = await Promise.all([
        api.seat(this.wish.hallId, this.wish.roomId),
        this.prepare(),
        import('colyseus.js'),
      ])
      if (this.ended) return
      const at = this.presence?.place() ?? this.wish.at
      const options: JoinHall = { hallId: this.wish.hallId, at: at && { x: at.x, z: at.z } }
      const room = await new Client(location.origin).joinById(seat.roomId, options)
      if (this.ended) return void room.leave()
      this.room = room
      this.listen(room, place)
    } catch (error) {
      if (!this.ended) this.failed(error)
    }
  }

  /** Plan and exhibitors; the browser keeps them, so coming back asks for nothing new. */
  private async prepare(): Promise<Place> {
    const { hallId } = this.wish
    const [salon, exhibitors] = await Promise.all([api.salon(), api.exhibitors(hallId)])
    useHall.getState().set({ progress: 'plan' })
    const plan =
      this.presence?.planVersion === salon.planVersion
        ? this.presence.plan
        : hallPlanOf(await api.plan(salon.planVersion), hallId)
    if (!plan) throw new ApiProblem({ error: 'not-found', message: 'No such hall.' })
    useHall.getState().set({ progress: 'people' })
    return { plan, planVersion: salon.planVersion, exhibitors: new Map(exhibitors.map((card) => [card.id, card])) }
  }

  private listen(room: Room, place: Place): void {
    // The place is kept for 20 s: come back quickly, and keep trying for as long.
    Object.assign(room.reconnection, { minUptime: 0, maxDelay: 2000, maxRetries: 12 })
    room.onMessage(HALL_DOWN.welcome, (welcome: Welcome) => this.welcomed(room, place, welcome))
    room.onMessage(HALL_DOWN.people, (bytes: Uint8Array) => this.presence?.surroundings.introduce(decodePeople(bytes)))
    room.onMessage(HALL_DOWN.frame, (bytes: Uint8Array) => this.presence?.surroundings.see(decodeFrame(bytes)))
    room.onMessage(HALL_DOWN.correction, (correction: Correction) => this.presence?.walk.corrected(correction))
    room.onMessage(HALL_DOWN.pong, ({ sent, now }: Pong) => this.presence?.clock.measured(sent, now))
    room.onMessage(HALL_DOWN.said, (said: Said) => this.presence?.heard(said))
    room.onMessage(HALL_DOWN.gestured, ({ slot }: Gestured) => this.presence?.waved(slot))
    room.onMessage(HALL_DOWN.refused, (refused: RefusedMessage) => {
      if (refused.action === 'say') useChat.getState().refused(refused)
    })
    room.onMessage(HALL_DOWN.news, tellNews)
    room.onMessage(HALL_DOWN.staff, (staffing: Staffing) => useStaff.getState().heard(staffing))
    room.onDrop(() => useHall.getState().set({ connection: 'reconnecting' }))
    room.onLeave((code) => this.closed(room, code))
  }

  /** First word of the room, on joining and on every return. */
  private welcomed(room: Room, place: Place, welcome: Welcome): void {
    this.attempt = 0
    if (this.presence?.plan === place.plan) this.presence.back(room, welcome)
    else {
      this.presence?.end()
      this.presence = new Presence(place, room, welcome, this.wish.at?.heading ?? null)
    }
    useChat.getState().fill(welcome.recent)
    const { listensTo, arrivals, set: setNews } = useNews.getState()
    if (listensTo !== null) this.listenTo(listensTo)
    setNews({ arrivals: arrivals + 1 })
    const { hall, set } = useHall.getState()
    const { presence } = this
    const same = hall?.plan === place.plan && hall.slot === welcome.slot && hall.instance === welcome.instance
    set({
      connection: 'here',
      loss: null,
      hall: same
        ? hall
        : {
            plan: place.plan,
            grid: presence.grid,
            exhibitors: place.exhibitors,
            visitor: presence.walk,
            crowd: presence.crowd,
            now: () => presence.clock.now(),
            slot: welcome.slot,
            instance: welcome.instance,
          },
    })
  }

  private listenTo(exhibitorId: string | null): void {
    if (this.room?.connection.isOpen) this.room.send(HALL_UP.listen, { exhibitorId })
  }

  private closed(room: Room, code: number): void {
    if (this.ended || room !== this.room) return
    const loss = FINAL[code]
    if (loss) useHall.getState().set({ connection: 'lost', loss })
    else this.comeBack()
  }

  private failed(error: unknown): void {
    const code = error instanceof ApiProblem ? error.code : null
    const wishedInstance = this.wish.roomId !== null
    // The wished instance may be gone or full by now: any other will do when we come back.
    this.wish = { ...this.wish, roomId: null }
    const loss = code === null || (code === 'hall-full' && wishedInstance) ? undefined : GIVES_UP[code]
    if (loss) useHall.getState().set({ connection: 'lost', loss })
    else this.comeBack()
  }

  private comeBack(): void {
    const longest = Math.min(COME_BACK.longest, COME_BACK.first * 2 ** this.attempt)
    this.attempt++
    const loss = this.attempt > 2 ? 'unreachable' : null
    useHall.getState().set({ connection: this.presence ? 'reconnecting' : 'connecting', loss })
    this.waiting = setTimeout(() => void this.come(), longest * (0.5 + Math.random()))
  }
}

/** Losses that waiting does not mend. */
const FINAL: Record<number, Loss> = {
  [CLOSE_MISBEHAVED]: 'misbehaved',
  [CLOSE_SIGNED_OUT]: 'signed-out',
  [CLOSE_ELSEWHERE]: 'elsewhere',
}
const GIVES_UP: Partial<Record<ApiProblem['code'], Loss>> = {
  'not-entered': 'signed-out',
  'not-found': 'no-such-hall',
  'hall-full': 'full',
}

interface Place {
  readonly plan: HallPlan
  readonly planVersion: number
  readonly exhibitors: ReadonlyMap<string, ExhibitorCard>
}

/**
 * Clock, people in sight and our own walk. It outlives a lost line: views keep the same objects, and we go on to where
 * we were going.
 */
class Presence {
  readonly plan: HallPlan
  readonly planVersion: number
  readonly clock: RoomClock
  readonly grid
  readonly walk: OwnWalk
  readonly crowd = new Crowd()
  surroundings: Surroundings
  private room: Room
  private slot: number
  private readonly timers: ReturnType<typeof setInterval>[]

  constructor({ plan, planVersion }: Place, room: Room, welcome: Welcome, heading: number | null) {
    this.plan = plan
    this.planVersion = planVersion
    this.room = room
    this.slot = welcome.slot
    this.clock = new RoomClock(welcome.now)
    this.grid = walkGrid(plan)
    this.surroundings = new Surroundings(this.crowd, welcome.slot)
    const outbox = {
      now: () => this.clock.now(),
      walk: (walk: Walk) => this.room.sendBytes(HALL_UP.walk, encodeWalk(walk)),
      say: (text: string) => this.room.send(HALL_UP.say, { text }),
      wave: () => this.room.send(HALL_UP.gesture, { kind: 'wave' }),
    }
    this.walk = new OwnWalk(this.grid, boothsOf(plan), outbox, welcome.at, heading ?? facing(plan, welcome.at))
    this.timers = [
      setInterval(() => this.surroundings.look(this.clock.now()), LOOKS),
      setInterval(() => this.measure(), MEASURES.settled),
    ]
    this.settle()
  }

  /** The line is up again, perhaps in another instance: whom we saw is outdated, where we were going is not. */
  back(room: Room, welcome: Welcome): void {
    const goal = this.walk.ahead(this.clock.now()).at(-1)
    this.room = room
    this.slot = welcome.slot
    this.clock.restart(welcome.now)
    this.crowd.clear()
    this.surroundings = new Surroundings(this.crowd, welcome.slot)
    this.walk.corrected(welcome.at)
    if (goal) this.walk.walkTo(goal)
    this.settle()
  }

  end(): void {
    for (const timer of this.timers) clearInterval(timer)
    this.walk.dispose()
  }

  place(): Point {
    return this.walk.at(this.clock.now())
  }

  heard(said: Said): void {
    const { muted } = useSettings.getState()
    if (muted.some(({ personId }) => personId === said.personId)) return
    useChat.getState().heard(said, said.slot === this.slot)
    if (!said.near) return
    const bubble = { text: said.text, until: this.clock.now() + bubbleFor(said.text) }
    const person = this.crowd.person(said.slot)
    if (person) person.bubble = bubble
    if (said.slot === this.slot) useHall.getState().set({ ownBubble: bubble })
  }

  waved(slot: number): void {
    const until = this.clock.now() + WAVES_FOR
    const person = this.crowd.person(slot)
    if (person) person.wavesUntil = until
    if (slot === this.slot) useHall.getState().set({ ownWaveUntil: until })
  }

  private settle(): void {
    for (let i = 0; i < MEASURES.firstCount; i++) setTimeout(() => this.measure(), i * MEASURES.first)
  }

  private measure(): void {
    if (this.room.connection.isOpen) this.room.send(HALL_UP.ping, { sent: performance.now() })
  }
}

/** Whoever comes in looks into the hall. */
function facing(plan: HallPlan, at: Point): number {
  const target = plan.plazas[0] ?? { x: 0, z: 0 }
  return Math.atan2(target.x - at.x, target.z - at.z)
}
