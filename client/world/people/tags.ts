/**
 * Step 7: names over the nearest heads and what people say, as cards of constant size on the screen: one draw. Who has a tag is
 * decided a few times a second, where it is every frame.
 */
import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
  Vector2,
  type WebGLRenderer,
} from 'three'
import type { Crowd, Person } from '../../state/crowd.ts'
import { type HallNow, useHall } from '../../state/hall.ts'
import { useStaff } from '../../state/staff.ts'
import type { Frame, Part } from '../frame.ts'
import { HEIGHT } from './anatomy.ts'
import type { Motion } from './motion.ts'
import { ATLAS, NAME_CELL, TagAtlas, WORDS_CELL } from './tag-atlas.ts'

/** Metres: names are read so far, words a little further. Beyond they have faded. */
const NAMES_WITHIN = 13
const WORDS_WITHIN = 18
const NAMES = 20
const WORDS = 10
/** Who is tagged is looked at so often, seconds. */
const EVERY = 0.2
/** CSS pixels for a pixel of the atlas. */
const SIZE = 0.56
/** Above the head, metres. */
const OVER = 0.16

interface Tag {
  /** Row of the motion table; −1: the cell is free. */
  row: number
  slot: number
  text: string
  width: number
}

export class Tags implements Part {
  readonly object: Mesh<InstancedBufferGeometry, ShaderMaterial>
  readonly steps: Part['steps'] = { labels: (frame) => this.update(frame) }
  private readonly crowd: Crowd
  private readonly exhibitors: HallNow['exhibitors']
  private readonly motion: Motion
  private readonly atlas: TagAtlas
  private readonly names: Tag[] = Array.from({ length: NAME_CELL.count }, free)
  private readonly words: Tag[] = Array.from({ length: WORDS_CELL.count }, free)
  /** Head's place and opacity; middle of the cell and half size, pixels of the atlas; lift in pixels. */
  private readonly places = new Float32Array((NAMES + WORDS) * 4)
  private readonly cells = new Float32Array((NAMES + WORDS) * 4)
  private readonly lifts = new Float32Array(NAMES + WORDS)
  private readonly screen = { value: new Vector2(1, 1) }
  private readonly renderer: WebGLRenderer
  private readonly near: { row: number; square: number }[] = []
  /** By person; made anew when the staff has changed. */
  private readonly brands = new Map<string, string>()
  private staffed: unknown = null
  private simulated: string
  private since = EVERY
  private version = -1

  /** `simulated`: the word for people of the rehearsal crowd. */
  constructor(hall: Pick<HallNow, 'crowd' | 'exhibitors'>, motion: Motion, renderer: WebGLRenderer, simulated: string) {
    this.crowd = hall.crowd
    this.exhibitors = hall.exhibitors
    this.motion = motion
    this.renderer = renderer
    this.simulated = simulated
    this.atlas = new TagAtlas(renderer)
    this.object = new Mesh(this.card(), material(this.atlas, this.screen))
    this.object.name = 'tags'
    this.object.frustumCulled = false
    this.object.renderOrder = 200
  }

  setSimulated(word: string): void {
    if (word === this.simulated) return
    this.simulated = word
    for (const tag of this.names) tag.slot = NOBODY
  }

  dispose(): void {
    this.object.geometry.dispose()
    this.object.material.dispose()
    this.atlas.dispose()
  }

  private update(frame: Frame): void {
    this.since += frame.delta
    if (this.since > EVERY || this.crowd.version !== this.version) {
      this.since = 0
      this.version = this.crowd.version
      this.choose(frame)
    }
    this.renderer.getSize(this.screen.value)
    this.fill(frame)
  }

  /** The nearest get a name; whoever speaks gets their words. */
  private choose({ camera, now }: Frame): void {
    const { motion, near, crowd } = this
    near.length = 0
    for (let row = 1; row < motion.count; row++) {
      const square =
        ((motion.x[row] as number) - camera.position.x) ** 2 + ((motion.z[row] as number) - camera.position.z) ** 2
      if (square < WORDS_WITHIN * WORDS_WITHIN) near.push({ row, square })
    }
    near.sort((a, b) => a.square - b.square)
    const named = near.filter((one) => one.square < NAMES_WITHIN * NAMES_WITHIN).slice(0, NAMES)
    this.assign(this.names, named, (row, index) => {
      const person = crowd.people[row - 1] as Person
      const note = person.simulated ? this.simulated : null
      return this.atlas.paintName(index, person.name, note, this.brandOf(person.personId)).width
    })
    const speaking = near.filter(({ row }) => speaks(crowd.people[row - 1] as Person, now))
    const { ownBubble } = useHall.getState()
    if (ownBubble && ownBubble.until > now) speaking.unshift({ row: 0, square: 0 })
    this.assign(this.words, speaking.slice(0, WORDS), (row, index) => {
      const text = row === 0 ? (ownBubble?.text ?? '') : ((crowd.people[row - 1] as Person).bubble?.text ?? '')
      return this.atlas.paintWords(index, text).width
    })
  }

  /** Whoever has a cell keeps it; newcomers take free ones. */
  private assign(tags: Tag[], wanted: readonly { row: number }[], paint: (row: number, index: number) => number): void {
    const rows = new Map(wanted.map(({ row }) => [this.slotOf(row), row]))
    for (const tag of tags) {
      const row = rows.get(tag.slot)
      if (row !== undefined && tag.text === this.textOf(tags, row)) {
        tag.row = row
        rows.delete(tag.slot)
      } else tag.row = -1
    }
    for (const [slot, row] of rows) {
      const index = tags.findIndex((tag) => tag.row < 0)
      const tag = tags[index]
      if (!tag) return
      tag.row = row
      tag.slot = slot
      tag.text = this.textOf(tags, row)
      tag.width = paint(row, index)
    }
  }

  private slotOf(row: number): number {
    return row === 0 ? OURSELVES : (this.crowd.people[row - 1] as Person).slot
  }

  private textOf(tags: Tag[], row: number): string {
    const person = this.crowd.people[row - 1]
    if (tags === this.names) return person ? `${person.name} ${this.brandOf(person.personId) ?? ''}` : ''
    return (row === 0 ? useHall.getState().ownBubble?.text : person?.bubble?.text) ?? ''
  }

  /** The colour of the exhibitor whose booth somebody staffs just now, #rrggbb. */
  private brandOf(personId: string): string | null {
    const { byExhibitor } = useStaff.getState()
    if (byExhibitor !== this.staffed) {
      this.staffed = byExhibitor
      this.brands.clear()
      for (const [exhibitorId, staff] of byExhibitor) {
        const color = this.exhibitors.get(exhibitorId)?.color
        if (color) for (const { personId: one } of staff) this.brands.set(one, color)
      }
    }
    return this.brands.get(personId) ?? null
  }

  private fill({ camera, now }: Frame): void {
    let count = 0
    for (let i = 0; i < this.names.length; i++) {
      const tag = this.names[i] as Tag
      if (tag.row < 0) continue
      const x = (i % NAME_CELL.columns) * NAME_CELL.width
      const y = Math.floor(i / NAME_CELL.columns) * NAME_CELL.height
      count = this.put(count, tag, camera, NAMES_WITHIN, x, y, NAME_CELL.width, NAME_CELL.height, 0)
    }
    for (let i = 0; i < this.words.length; i++) {
      const tag = this.words[i] as Tag
      if (tag.row < 0) continue
      const person = tag.row === 0 ? null : (this.crowd.people[tag.row - 1] as Person)
      if (person && !speaks(person, now)) continue
      const x = (i % WORDS_CELL.columns) * WORDS_CELL.width
      const y = WORDS_CELL.top + Math.floor(i / WORDS_CELL.columns) * WORDS_CELL.height
      const lift = tag.row === 0 ? 4 : NAME_CELL.height * SIZE + 2
      count = this.put(count, tag, camera, WORDS_WITHIN, x, y, WORDS_CELL.width, WORDS_CELL.height, lift)
    }
    const { geometry } = this.object
    geometry.instanceCount = count
    this.object.visible = count > 0
    if (count === 0) return
    for (let k = 0; k < UPDATED.length; k++) {
      const attribute = geometry.getAttribute(UPDATED[k] as string)
      if (attribute instanceof InstancedBufferAttribute) attribute.needsUpdate = true
    }
  }

  private put(
    count: number,
    tag: Tag,
    camera: Frame['camera'],
    within: number,
    x: number,
    y: number,
    width: number,
    height: number,
    lift: number,
  ): number {
    if (count >= NAMES + WORDS) return count
    const { motion, places, cells } = this
    const px = motion.drawnX[tag.row] as number
    const pz = motion.drawnZ[tag.row] as number
    const away = Math.hypot(px - camera.position.x, pz - camera.position.z)
    const seat = motion.seat[tag.row] as number
    places[count * 4] = px
    places[count * 4 + 1] = (HEIGHT - 0.42 * seat) * (motion.stature[tag.row] as number) + OVER
    places[count * 4 + 2] = pz
    places[count * 4 + 3] = Math.max(0, Math.min(1, (within - away) / 3))
    cells[count * 4] = x + width / 2
    cells[count * 4 + 1] = y + height / 2
    cells[count * 4 + 2] = Math.min(width, tag.width + 4) / 2
    cells[count * 4 + 3] = height / 2
    this.lifts[count] = lift
    return count + 1
  }

  private card(): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry()
    const corners = new BufferGeometry()
    corners.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3))
    geometry.setAttribute('position', corners.getAttribute('position'))
    geometry.setIndex([0, 1, 2, 0, 2, 3])
    geometry.setAttribute('place', new InstancedBufferAttribute(this.places, 4).setUsage(DynamicDrawUsage))
    geometry.setAttribute('cell', new InstancedBufferAttribute(this.cells, 4).setUsage(DynamicDrawUsage))
    geometry.setAttribute('lift', new InstancedBufferAttribute(this.lifts, 1).setUsage(DynamicDrawUsage))
    return geometry
  }
}

const UPDATED = ['place', 'cell', 'lift']
const NOBODY = -2
const OURSELVES = -1

const free = (): Tag => ({ row: -1, slot: NOBODY, text: '', width: 0 })
const speaks = (person: Person, now: number): boolean => person.bubble !== null && person.bubble.until > now

function material(atlas: TagAtlas, screen: { value: Vector2 }): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uAtlas: { value: atlas.texture }, uScreen: screen },
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      uniform vec2 uScreen;
      attribute vec4 place;
      attribute vec4 cell;
      attribute float lift;
      varying vec2 vUv;
      varying float vShown;
      void main() {
        vec4 head = projectionMatrix * viewMatrix * vec4(place.xyz, 1.0);
        // Smaller further away, but never too small to read.
        float size = ${SIZE.toFixed(3)} * mix(1.0, 0.72, smoothstep(4.0, 14.0, head.w));
        vec2 pixels = vec2(position.x * cell.z, (position.y + 1.0) * cell.w) * size + vec2(0.0, lift);
        head.xy += pixels * 2.0 / uScreen * head.w;
        head.z -= 0.002 * head.w;
        vUv = (cell.xy + vec2(position.x * cell.z, -position.y * cell.w)) / ${ATLAS.toFixed(1)};
        vShown = place.w;
        gl_Position = head;
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D uAtlas;
      varying vec2 vUv;
      varying float vShown;
      void main() {
        vec4 ink = texture2D(uAtlas, vUv);
        float alpha = ink.a * vShown;
        if (alpha < 0.01) discard;
        gl_FragColor = vec4(ink.rgb / ink.a, alpha);
        #include <colorspace_fragment>
      }`,
  })
}
