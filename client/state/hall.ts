import { create } from 'zustand'
import type { WalkGrid } from '../../shared/floorplan/grid.ts'
import type { HallPlan } from '../../shared/floorplan/model.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import type { Crowd } from './crowd.ts'
import type { Visitor } from './visitor.ts'

/**
 * The hall we are in: what the three views show. Set by `client/net/hall.ts`; people who move are in `crowd`,
 * outside React.
 */
export interface HallNow {
  readonly plan: HallPlan
  readonly grid: WalkGrid
  /** Exhibitors of this hall's booths by exhibitor id. */
  readonly exhibitors: ReadonlyMap<string, ExhibitorCard>
  readonly visitor: Visitor
  readonly crowd: Crowd
  /** The room clock, ms: same moment for everyone in the room. */
  now(): number
  /** Our own slot: we are not in `crowd`. */
  readonly slot: number
  readonly instance: number
}

export type Connection = 'idle' | 'connecting' | 'here' | 'reconnecting' | 'lost'

/** Why we are not in the hall, where there is more to say than «connecting». */
export type Loss = 'unreachable' | 'misbehaved' | 'signed-out' | 'elsewhere' | 'no-such-hall' | 'full'

/** How far coming in has got. */
export const PROGRESS = ['seat', 'plan', 'people'] as const
export type Progress = (typeof PROGRESS)[number]

interface HallStore {
  connection: Connection
  loss: Loss | null
  progress: Progress
  hall: HallNow | null
  /** What we say just now, for the bubble over our own head; `until` in ms of the room clock. */
  ownBubble: { readonly text: string; readonly until: number } | null
  ownWaveUntil: number
  /** Booth whose panel is open. */
  openBooth: string | null
  /** Booth pointed at, in whichever view. */
  hoveredBooth: string | null
  set(change: Partial<Omit<HallStore, 'set'>>): void
}

export const useHall = create<HallStore>()((set) => ({
  connection: 'idle',
  loss: null,
  progress: 'seat',
  hall: null,
  ownBubble: null,
  ownWaveUntil: 0,
  openBooth: null,
  hoveredBooth: null,
  set: (change) => set(change),
}))
