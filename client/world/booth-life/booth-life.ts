/**
 * What tells from the alley that a booth is alive: a lit sign where somebody is there for visitors, and a board that names
 * the products of whoever is near. Two draws; loaded after the park, and laid anew only when something changes.
 */
import { Group } from 'three'
import { type BoothPlace, boothsOf } from '../../../shared/floorplan/booths.ts'
import { toHall } from '../../../shared/floorplan/point.ts'
import type { Language } from '../../../shared/language.ts'
import type { Exhibitor } from '../../../shared/salon/model.ts'
import { api } from '../../net/api.ts'
import type { HallNow } from '../../state/hall.ts'
import { isLive, useStaff } from '../../state/staff.ts'
import type { Engine } from '../engine.ts'
import type { Frame, Part } from '../frame.ts'
import type { Light } from '../park/light.ts'
import { texts } from '../texts.ts'
import { boardPlace } from './board-place.ts'
import { BOARDS, BoardSheet } from './boards.ts'
import { type Card, cardsOf, lay } from './cards.ts'
import { LIVE_SHAPE, liveSheet } from './live-sheet.ts'

/** How often we look who is near, seconds; boards are put up so far away, metres. */
const EVERY = 0.5
const BOARDS_WITHIN = 16
/** Metres. */
const SIGN = { height: 0.26, above: 2.02 } as const

export class BoothLife implements Part {
  readonly object = new Group()
  readonly steps: Part['steps'] = { labels: (frame) => this.look(frame) }
  private readonly places: readonly BoothPlace[]
  private readonly engine: Engine
  private readonly exhibitors: HallNow['exhibitors']
  private readonly sheet = new BoardSheet()
  private readonly boards
  private readonly signs
  private readonly forget: () => void
  /** Which booth's board is on which cell of the sheet. */
  private readonly cells: (string | null)[] = Array.from({ length: BOARDS }, () => null)
  /** What is known of exhibitors whose boards were put up; null: asked for. */
  private readonly known = new Map<string, Exhibitor | null>()
  private language: Language
  private since = EVERY
  private disposed = false

  constructor(engine: Engine, hall: HallNow, light: Light, language: Language) {
    this.engine = engine
    this.exhibitors = hall.exhibitors
    this.language = language
    this.places = [...boothsOf(hall.plan).values()]
    this.boards = cardsOf(this.sheet.texture, light, false)
    this.signs = cardsOf(liveSheet(texts[language].live), light, true)
    this.object.name = 'booth life'
    this.object.add(this.boards, this.signs)
    this.forget = useStaff.subscribe(() => this.light())
    this.light()
  }

  setLanguage(language: Language): void {
    this.language = language
    this.signs.material.uniforms.uSheet?.value.dispose()
    this.signs.material.uniforms.uSheet = { value: liveSheet(texts[language].live) }
    this.cells.fill(null)
    this.since = EVERY
    this.engine.wake()
  }

  dispose(): void {
    this.disposed = true
    this.forget()
    this.signs.material.uniforms.uSheet?.value.dispose()
    this.sheet.dispose()
    for (const { geometry, material } of [this.boards, this.signs]) {
      geometry.dispose()
      material.dispose()
    }
  }

  /** A sign beside the front of every booth that somebody staffs. */
  private light(): void {
    const staff = useStaff.getState()
    const lit = this.places.filter(({ booth }) => isLive(staff, booth.exhibitorId))
    lay(
      this.signs,
      lit.map(({ booth }): Card => {
        const width = Math.min(SIGN.height * LIVE_SHAPE, booth.width * 0.5)
        const at = toHall({ x: booth.width / 2 - width / 2 - 0.1, z: booth.depth / 2 + 0.06 }, booth)
        const part = { from: [0, 0], to: [1, 1] } as const
        return { ...at, ...part, y: SIGN.above, heading: booth.heading, width, height: width / LIVE_SHAPE }
      }),
    )
    this.engine.wake()
  }

  private look({ delta, self }: Frame): void {
    this.since += delta
    if (this.since < EVERY) return
    this.since = 0
    const near = this.places
      .map((place) => ({ place, square: (place.booth.x - self.x) ** 2 + (place.booth.z - self.z) ** 2 }))
      .filter(({ square }) => square < BOARDS_WITHIN * BOARDS_WITHIN)
      .sort((a, b) => a.square - b.square)
      .slice(0, BOARDS)
      .map(({ place }) => place)
    this.putUp(near.filter(({ booth }) => this.productsOf(booth.exhibitorId).length > 0))
  }

  private putUp(near: readonly BoothPlace[]): void {
    const ids = near.map(({ booth }) => booth.id)
    const before = this.cells.join()
    this.cells.forEach((id, cell) => {
      if (id !== null && !ids.includes(id)) this.cells[cell] = null
    })
    for (const { booth } of near) {
      if (this.cells.includes(booth.id)) continue
      const cell = this.cells.indexOf(null)
      this.cells[cell] = booth.id
      this.write(cell, booth.exhibitorId)
    }
    if (before === this.cells.join()) return
    lay(
      this.boards,
      near.map(({ booth }) => ({ ...boardPlace(booth), ...BoardSheet.part(this.cells.indexOf(booth.id)) })),
    )
    this.engine.wake()
  }

  private write(cell: number, exhibitorId: string | null): void {
    const exhibitor = this.known.get(exhibitorId ?? '')
    if (!exhibitor) return
    const say = texts[this.language]
    this.sheet.paint(cell, {
      title: say.products,
      names: exhibitor.products.map(({ name }) => name[this.language] || name.ru || name.en),
      more: (count) => say.moreProducts.replace('{{count}}', String(count)),
      color: exhibitor.color,
    })
  }

  /** What an exhibitor shows; nothing until that is known, which is asked once. */
  private productsOf(exhibitorId: string | null): Exhibitor['products'] {
    if (exhibitorId === null || !this.exhibitors.has(exhibitorId)) return []
    const known = this.known.get(exhibitorId)
    if (known !== undefined) return known?.products ?? []
    this.known.set(exhibitorId, null)
    api.exhibitor(exhibitorId).then(
      (exhibitor) => {
        if (this.disposed) return
        this.known.set(exhibitorId, exhibitor)
        this.engine.wake()
      },
      // Asked again when somebody comes by another time.
      () => this.known.delete(exhibitorId),
    )
    return []
  }
}
