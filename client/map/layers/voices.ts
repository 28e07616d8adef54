/** Names of the people nearby and what they say: only from near enough, and never one over another. */
import { Container, type Sprite } from 'pixi.js'
import { PALETTE } from '../../app/palette.ts'
import type { Crowd, Person } from '../../state/crowd.ts'
import { type Camera, type Pixel, toScreen, type Viewport } from '../camera.ts'
import { personSize } from './people.ts'
import { decluttered } from './placing.ts'
import { setInType, TEXT, type Type, widthOf } from './words.ts'
import { wrapped } from './wrapping.ts'

const NAME: Type = { font: `560 12px ${TEXT}`, colour: PALETTE.ink, leading: 15, halo: 'rgba(255,251,240,0.92)' }
const SAYING: Type = {
  font: `500 13px ${TEXT}`,
  colour: PALETTE.ink,
  leading: 17,
  plate: { fill: '#fffdf7', line: '#b9ad93', padX: 10, padY: 6 },
}
/** Pixels a metre from which people have names, and words. */
const NAMED_FROM = 20
const HEARD_FROM = 5
const MOST_NAMES = 30
const MOST_SAYINGS = 10
const SAYING_WIDTH = 190
const SAYING_LINES = 3
/** Pictures of words kept for those who come and go. */
const KEPT = 120

interface Voice {
  readonly key: string
  readonly type: Type
  readonly text: string
  readonly at: Pixel
}

/** Somebody's words: ours or another's. `until` in ms of the room clock. */
export interface Words {
  readonly text: string
  readonly until: number
}

export class Voices {
  readonly container = new Container()
  private readonly resolution: number
  private readonly sprites = new Map<string, Sprite>()

  constructor(resolution: number) {
    this.resolution = resolution
  }

  /**
   * @param own where we are on the screen and what we say
   * @param hears whether somebody's words are wanted
   */
  show(
    crowd: Crowd,
    own: { readonly at: Pixel; readonly words: Words | null },
    now: number,
    camera: Camera,
    view: Viewport,
    hears: (person: Person) => boolean,
  ): void {
    const voices = this.voices(crowd, own, now, camera, view, hears)
    for (const sprite of this.sprites.values()) sprite.visible = false
    const set = voices.map((voice) => ({ voice, sprite: this.spriteOf(voice) }))
    const boxes = set.map(({ voice, sprite }) => {
      // Names stand over a head, words higher.
      const lift = 8 * personSize(camera.scale) + 4 + sprite.height / 2
      return { x: voice.at.x, y: voice.at.y - lift, width: sprite.width, height: sprite.height }
    })
    for (const i of decluttered(boxes)) {
      const box = boxes[i]
      const sprite = set[i]?.sprite
      if (!box || !sprite) continue
      sprite.visible = true
      sprite.position.set(box.x, box.y)
    }
    this.forget()
  }

  dispose(): void {
    for (const sprite of this.sprites.values()) sprite.destroy({ texture: true, textureSource: true })
    this.container.destroy()
  }

  /** What there is to show, the most important first. */
  private voices(
    crowd: Crowd,
    own: { readonly at: Pixel; readonly words: Words | null },
    now: number,
    camera: Camera,
    view: Viewport,
    hears: (person: Person) => boolean,
  ): Voice[] {
    const said: Voice[] = []
    const named: (Voice & { readonly away: number })[] = []
    if (own.words && own.words.until > now)
      said.push({ key: `said ${own.words.text}`, type: SAYING, text: own.words.text, at: own.at })
    if (camera.scale < HEARD_FROM) return said
    for (const [i, person] of crowd.people.entries()) {
      const talks = person.bubble !== null && person.bubble.until > now
      if (!talks && camera.scale < NAMED_FROM) continue
      const at = toScreen(camera, view, { x: crowd.x[i] as number, z: crowd.z[i] as number })
      if (at.x < 0 || at.y < 0 || at.x > view.width || at.y > view.height) continue
      if (talks && person.bubble && said.length < MOST_SAYINGS && hears(person)) {
        said.push({ key: `said ${person.bubble.text}`, type: SAYING, text: person.bubble.text, at })
      } else if (camera.scale >= NAMED_FROM) {
        const away = Math.hypot(at.x - own.at.x, at.y - own.at.y)
        named.push({ key: `name ${person.name}#${person.slot}`, type: NAME, text: person.name, at, away })
      }
    }
    named.sort((a, b) => a.away - b.away)
    return [...said, ...named.slice(0, MOST_NAMES)]
  }

  private spriteOf({ key, type, text }: Voice): Sprite {
    const known = this.sprites.get(key)
    if (known) {
      // Looked at last: forgotten last.
      this.sprites.delete(key)
      this.sprites.set(key, known)
      return known
    }
    const lines =
      type === SAYING
        ? (wrapped(text, SAYING_WIDTH, SAYING_LINES, (part) => widthOf(part, type)) ?? [text])
        : [text.length > 24 ? `${text.slice(0, 23)}…` : text]
    const sprite = setInType(
      lines.map((line) => ({ text: line, type })),
      this.resolution,
    )
    this.sprites.set(key, sprite)
    this.container.addChild(sprite)
    return sprite
  }

  private forget(): void {
    for (const [key, sprite] of this.sprites) {
      if (this.sprites.size <= KEPT || sprite.visible) return
      sprite.destroy({ texture: true, textureSource: true })
      this.sprites.delete(key)
    }
  }
}
