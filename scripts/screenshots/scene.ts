import type { Page } from 'playwright-core'
import type { Language } from '../../shared/language.ts'
import type { Actor } from './demo-salon.ts'

/** What a picture shows, and what one does there before it is taken. */
export interface Scene {
  readonly name: string
  /** The view of a hall; null: no hall. */
  readonly view: 'world' | 'map' | 'list' | null
  /** Where one comes in: x, z, heading in degrees. */
  readonly at?: string
  /** The address, where it is not that of the first hall or, without a view, the entrance. */
  readonly path?: string
  /** Who looks; unset: a guest. */
  readonly as?: Actor
  readonly act?: (page: Page, language: Language) => Promise<void>
}
