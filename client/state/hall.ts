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

interface HallStore {
  connection: Connection
  hall: HallNow | null
  /** Booth whose panel is open. */
  openBooth: string | null
  /** Booth pointed at, in whichever view. */
  hoveredBooth: string | null
  set(change: Partial<Omit<HallStore, 'set'>>): void
}

export const useHall = create<HallStore>()((set) => ({
  connection: 'idle',
  hall: null,
  openBooth: null,
  hoveredBooth: null,
  set: (change) => set(change),
}))
