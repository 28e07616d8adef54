/**
 * Step 6: what the screens of the booths show. All of them posters, as soon as they are fetched, in one draw; the few that
 * fill most of the view, films.
 */
import {
  BufferAttribute,
  DynamicDrawUsage,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  type Texture,
  Vector3,
  type WebGLRenderer,
} from 'three'
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import type { ExhibitorCard } from '../../../shared/salon/model.ts'
import type { Tier } from '../../state/settings.ts'
import type { Frame, Part } from '../frame.ts'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../park/light.ts'
import type { Screen } from '../park/screens.ts'
import { Film } from './films.ts'
import { POSTER_ATLAS, PosterAtlas } from './poster-atlas.ts'
import { chosen, worthOf } from './ranking.ts'

/** Films at once. */
const FILMS: Readonly<Record<Tier, number>> = { low: 1, medium: 2, high: 4 }
/** Posters are shown and fetched so far, metres. */
const POSTERS_WITHIN = 70
const MOST = 160
/** Screens are looked at so often, seconds. */
const EVERY = 0.5

interface Shown {
  readonly screen: Screen
  readonly poster: string
  readonly video: string | null
}

export interface ScreensOptions {
  readonly plan: HallPlan
  readonly exhibitors: ReadonlyMap<string, ExhibitorCard>
  readonly screens: readonly Screen[]
  readonly light: Light
  readonly renderer: WebGLRenderer
  readonly tier: Tier
  /** Nothing moves by itself. */
  readonly calm: boolean
}

export class Screens implements Part {
  readonly object = new Group()
  readonly steps: Part['steps'] = { video: (frame) => this.update(frame) }
  private readonly shown: readonly Shown[]
  private readonly atlas: PosterAtlas
  private readonly posters: Mesh<InstancedBufferGeometry, ShaderMaterial>
  private readonly plane = new PlaneGeometry(1, 1)
  private readonly films: Film[] = []
  private readonly places = new Float32Array(MOST * 4)
  private readonly sizes = new Float32Array(MOST * 4)
  private readonly calm: boolean
  private readonly ahead = new Vector3()
  private readonly worth = new Map<number, number>()
  private readonly playing = new Set<number>()
  private readonly near: { index: number; square: number }[] = []
  private most = 0
  private look = 0
  private since = EVERY

  constructor({ plan, exhibitors, screens, light, renderer, tier, calm }: ScreensOptions) {
    this.object.name = 'screens'
    this.calm = calm
    const byBooth = new Map(plan.booths.map((booth) => [booth.id, booth.exhibitorId]))
    this.shown = screens.flatMap((screen) => {
      const card = exhibitors.get(byBooth.get(screen.boothId ?? '') ?? '')
      return card?.poster ? [{ screen, poster: card.poster, video: card.video }] : []
    })
    this.atlas = new PosterAtlas(renderer)
    this.posters = new Mesh(this.cards(), posterMaterial(light, this.atlas.texture))
    this.posters.name = 'posters'
    this.posters.frustumCulled = false
    this.posters.matrixAutoUpdate = false
    this.posters.renderOrder = 11
    this.object.add(this.posters)
    this.setTier(tier)
  }

  setTier(tier: Tier): void {
    this.most = this.calm ? 0 : FILMS[tier]
    while (this.films.length > this.most) this.retire(this.films.pop())
    while (this.films.length < this.most) {
      const film = new Film(this.plane)
      this.films.push(film)
      this.object.add(film.mesh)
    }
  }

  dispose(): void {
    while (this.films.length > 0) this.retire(this.films.pop())
    this.posters.geometry.dispose()
    this.posters.material.dispose()
    this.plane.dispose()
    this.atlas.dispose()
  }

  private update(frame: Frame): void {
    this.since += frame.delta
    for (let i = 0; i < this.films.length; i++) (this.films[i] as Film).update(frame.delta)
    if (this.since < EVERY) return
    this.since = 0
    this.look++
    this.hang(frame)
    this.cast(frame)
  }

  /** Posters of what is near, nearest fetched first. */
  private hang({ camera }: Frame): void {
    const { near, shown, places, sizes } = this
    near.length = 0
    for (let index = 0; index < shown.length; index++) {
      const { position } = (shown[index] as Shown).screen
      const square = (position.x - camera.position.x) ** 2 + (position.z - camera.position.z) ** 2
      if (square < POSTERS_WITHIN * POSTERS_WITHIN) near.push({ index, square })
    }
    near.sort((a, b) => a.square - b.square)
    let count = 0
    for (const { index } of near) {
      if (count >= MOST) break
      const { screen, poster } = shown[index] as Shown
      const cell = this.atlas.cell(poster, this.look)
      if (cell < 0) continue
      places.set([screen.position.x, screen.position.y, screen.position.z, (screen.heading * Math.PI) / 180], count * 4)
      sizes.set(
        [screen.width, screen.height, cell % POSTER_ATLAS.columns, Math.floor(cell / POSTER_ATLAS.columns)],
        count * 4,
      )
      count++
    }
    const { geometry } = this.posters
    geometry.instanceCount = count
    this.posters.visible = count > 0
    for (const name of ['place', 'size']) {
      const attribute = geometry.getAttribute(name)
      if (attribute instanceof InstancedBufferAttribute) attribute.needsUpdate = true
    }
  }

  /** Films go to the screens that deserve them; those that already play there go on. */
  private cast({ camera }: Frame): void {
    if (this.most === 0) return
    camera.getWorldDirection(this.ahead)
    const { x, y, z } = camera.position
    const eye = { x, y, z, aheadX: this.ahead.x, aheadZ: this.ahead.z }
    this.worth.clear()
    for (const { index } of this.near) {
      const { screen, video } = this.shown[index] as Shown
      if (video) this.worth.set(index, worthOf(screen, eye))
    }
    const next = chosen(this.worth, this.playing, this.most)
    for (const film of this.films) {
      if (film.screen < 0 || next.includes(film.screen)) continue
      this.playing.delete(film.screen)
      film.stop()
    }
    for (const index of next) {
      if (this.playing.has(index)) continue
      const film = this.films.find((one) => one.screen < 0)
      const { screen, video } = this.shown[index] as Shown
      if (!film || !video) continue
      this.playing.add(index)
      film.play(index, screen, video)
    }
  }

  private retire(film: Film | undefined): void {
    if (!film) return
    this.playing.delete(film.screen)
    this.object.remove(film.mesh)
    film.dispose()
  }

  private cards(): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry()
    const corners = new Float32Array([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0])
    geometry.setAttribute('position', new BufferAttribute(corners, 3))
    geometry.setIndex([0, 1, 2, 0, 2, 3])
    geometry.setAttribute('place', new InstancedBufferAttribute(this.places, 4).setUsage(DynamicDrawUsage))
    geometry.setAttribute('size', new InstancedBufferAttribute(this.sizes, 4).setUsage(DynamicDrawUsage))
    geometry.instanceCount = 0
    return geometry
  }
}

function posterMaterial(light: Light, atlas: Texture): ShaderMaterial {
  const { side, width, height } = POSTER_ATLAS
  return new ShaderMaterial({
    uniforms: { ...light.uniforms, uAtlas: { value: atlas } },
    vertexShader: /* glsl */ `
      attribute vec4 place;
      attribute vec4 size;
      varying vec2 vUv;
      varying vec3 vWorld;
      void main() {
        vec2 flat_ = position.xy * size.xy;
        vWorld = place.xyz + vec3(flat_.x * cos(place.w), flat_.y, -flat_.x * sin(place.w));
        vec2 inside = vec2(position.x + 0.5, 0.5 - position.y);
        vUv = (size.zw * vec2(${width}.0, ${height}.0) + 1.0 + inside * vec2(${width - 2}.0, ${height - 2}.0)) / ${side}.0;
        gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
        gl_Position.z -= 0.0002 * gl_Position.w;
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform sampler2D uAtlas;
      varying vec2 vUv;
      varying vec3 vWorld;
      void main() {
        gl_FragColor = vec4(hazed(texture2D(uAtlas, vUv).rgb * 0.92, vWorld), 1.0);
        ${OUTPUT_GLSL}
      }`,
  })
}
