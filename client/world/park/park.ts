/**
 * The park of a hall: ground, sky, trees, pavilions and everything that stands between them.
 *
 * `createPark` returns at once with sky and grass; what takes longer (shade, lettering, leaves) is composed in slices and
 * appears as it is ready. `ready` tells when nothing more is to come.
 */
import {
  type BufferGeometry,
  DirectionalLight,
  FogExp2,
  Group,
  HemisphereLight,
  type Texture,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import type { Language, Localized } from '../../../shared/language.ts'
import type { ExhibitorCard } from '../../../shared/salon/model.ts'
import type { Tier } from '../../state/settings.ts'
import type { Frame, Part } from '../frame.ts'
import { noise } from './draw/noise.ts'
import { Pool } from './draw/pool.ts'
import { roofMaterial } from './draw/roofs.ts'
import { Scenery } from './draw/scenery.ts'
import type { PoolName } from './draw/sketch.ts'
import { surfaceMaterial } from './draw/surfaces.ts'
import { bevelledBox, card, cloth, crossedCards, geometry, limb, plainBox, turnedPiece } from './draw/templates.ts'
import { createWater } from './furniture/fountain.ts'
import { castersOf } from './ground/casters.ts'
import { createGround } from './ground/ground.ts'
import { laidOut } from './ground/polygons.ts'
import { drawShade, shadeArea } from './ground/shade.ts'
import { createHalo } from './halo.ts'
import { createLight, type Light } from './light.ts'
import { createPetals } from './petals.ts'
import { boothAlong, type Picking } from './picking.ts'
import { PICTURE_COLUMNS, pictureRows, pictureTrees } from './planting/far-trees.ts'
import { grow, type Species, type Tree, tuftCards } from './planting/growth.ts'
import { leafAtlas } from './planting/leaf-atlas.ts'
import { farTreeMaterial, limbMaterial, tuftMaterial } from './planting/materials.ts'
import { Chance } from './random.ts'
import { type Screen, screensOf } from './screens.ts'
import { Lettering } from './signs/lettering.ts'
import { Logos } from './signs/logos.ts'
import { logoMaterial, textMaterial } from './signs/materials.ts'
import { createSky } from './sky.ts'
import { SPRING_PARK, type Theme } from './themes.ts'
import { boothThings, furnitureThings, grassThings, kerbThings, treeThings, writings } from './things.ts'

export interface ParkOptions {
  readonly plan: HallPlan
  readonly exhibitors: ReadonlyMap<string, ExhibitorCard>
  /** On the salon's own gate. */
  readonly title: Localized
  readonly language: Language
  readonly tier: Tier
  readonly renderer: WebGLRenderer
}

export interface Park extends Part {
  /** Screens of booths and stages, for whoever shows pictures on them. */
  readonly screens: readonly Screen[]
  /** The light everything stands in; other materials may join it. */
  readonly light: Light
  /** Standard materials of others fade into the same air. */
  readonly fog: FogExp2
  /** Resolves when everything is composed; rejects when the browser cannot draw it. */
  readonly ready: Promise<void>
  /** The booth that a ray meets first, or null. */
  boothAt: Picking
  setHovered(boothId: string | null): void
  setTier(tier: Tier): void
  setLanguage(language: Language): void
}

/** What a tier multiplies distances of detail by, and the side of the shade map, pixels. */
const TIERS: Readonly<Record<Tier, { reach: number; shade: number; country: boolean }>> = {
  low: { reach: 0.55, shade: 1024, country: false },
  medium: { reach: 0.78, shade: 2048, country: true },
  high: { reach: 1, shade: 2048, country: true },
}

const SPECIES: readonly Species[] = ['linden', 'cherry', 'apple', 'birch']
const VARIANTS = 3
const grown = new WeakMap<Theme, readonly Tree[]>()

export function createPark(options: ParkOptions): Park {
  return new ParkOfHall(options, SPRING_PARK)
}

class ParkOfHall implements Park {
  readonly object = new Group()
  readonly steps: Part['steps']
  readonly screens: readonly Screen[]
  readonly light: Light
  readonly fog: FogExp2
  readonly ready: Promise<void>
  readonly boothAt: Picking

  private readonly options: ParkOptions
  private readonly theme: Theme
  private readonly scenery: Scenery
  private readonly pools: ReadonlyMap<PoolName, Pool>
  private readonly leaves = { value: null as Texture | null }
  private readonly pictures = { value: null as Texture | null }
  private readonly lettering: Lettering
  private readonly logos: Logos
  private readonly halo: ReturnType<typeof createHalo>
  private readonly petals: ReturnType<typeof createPetals>
  private readonly releases: (() => void)[] = []
  private pictured: WebGLRenderTarget | null = null
  private language: Language
  private disposed = false

  constructor(options: ParkOptions, theme: Theme) {
    const { plan, exhibitors, renderer } = options
    this.options = options
    this.language = options.language
    this.theme = theme
    this.light = createLight(theme)
    this.fog = new FogExp2(theme.haze.color, theme.haze.density)
    this.object.name = 'park'
    this.screens = screensOf(plan)
    this.boothAt = boothAlong(plan)
    this.lettering = new Lettering(writings(plan, exhibitors, options.title))
    this.logos = new Logos(exhibitors)
    this.pools = this.createPools(renderer.getContext().getContextAttributes()?.antialias ?? false)
    this.scenery = new Scenery(this.pools)
    this.scenery.setReach(TIERS[options.tier].reach)
    this.halo = createHalo(plan, theme)

    const sky = createSky(theme, this.light)
    const ground = createGround(theme, this.light, plan.hall)
    const water = createWater(
      this.light,
      plan.decorations.filter((one) => one.kind === 'fountain'),
    )
    this.object.add(sky, ground.grass, ground.paving, water.object, this.halo.object, ...this.lamps())
    for (const pool of this.pools.values()) this.object.add(pool.mesh)
    this.petals = createPetals(this.light)
    this.petals.visible = options.tier === 'high'
    this.object.add(this.petals)
    for (const mesh of [sky, ground.grass, ground.paving, this.petals]) {
      this.releases.push(() => {
        mesh.geometry.dispose()
        mesh.material.dispose()
      })
    }
    this.releases.push(water.dispose)

    this.steps = {
      visibility: (frame: Frame) => {
        this.light.setTime(frame.time)
        this.scenery.update(frame.camera, frame.delta)
        frame.unfinished ||= this.scenery.unfinished
      },
    }
    this.ready = this.compose(ground)
  }

  setHovered(boothId: string | null): void {
    this.halo.show(boothId)
  }

  setTier(tier: Tier): void {
    this.scenery.setReach(TIERS[tier].reach)
    this.petals.visible = tier === 'high'
  }

  setLanguage(language: Language): void {
    this.language = language
    this.lettering.write(language)
  }

  dispose(): void {
    this.disposed = true
    for (const pool of this.pools.values()) pool.dispose()
    for (const release of this.releases) release()
    this.pictured?.dispose()
    this.lettering.dispose()
    this.logos.dispose()
    this.halo.dispose()
    this.object.clear()
  }

  /** In slices: after each, frames go on and what is ready shows. */
  private async compose(ground: ReturnType<typeof createGround>): Promise<void> {
    const { plan, exhibitors, tier, renderer } = this.options
    const { theme } = this
    const booths = boothsOf(plan)
    const pause = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve))
      return this.disposed
    }
    if (await pause()) return
    this.light.setNoise(noise())
    if (await pause()) return
    const laid = laidOut(plan, booths)
    ground.lay(laid)
    this.scenery.add(boothThings(plan, exhibitors, theme, this.lettering, this.logos))
    this.scenery.add(furnitureThings(plan, theme, this.lettering))
    if (await pause()) return
    await document.fonts.ready
    this.lettering.write(this.language)
    this.logos.draw(exhibitors)
    if (await pause()) return
    const shade = drawShade(plan, castersOf(plan, booths), this.light.towardsSun, theme, TIERS[tier].shade)
    this.releases.push(() => shade.dispose())
    this.light.setShade(shade, shadeArea(plan))
    if (await pause()) return
    this.leaves.value = await leafAtlas(theme)
    if (this.disposed) return
    this.pictured = this.picture(renderer)
    this.pictures.value = this.pictured.texture
    this.scenery.add(treeThings(plan, treesOf(theme), TIERS[tier].country))
    if (await pause()) return
    this.scenery.add(kerbThings(plan, theme, laid))
    if (TIERS[tier].country) this.scenery.add(grassThings(plan, laid))
    // Logos come over the network in their own time.
    void this.logos.load(exhibitors)
  }

  /** What lights standard materials of others: the same sun and sky. */
  private lamps(): (DirectionalLight | HemisphereLight)[] {
    const { sun, sky } = this.theme
    // three.js divides by π what our own materials don't.
    const direct = new DirectionalLight(sun.color, sun.strength * Math.PI)
    direct.position.copy(this.light.towardsSun).multiplyScalar(100)
    const around = new HemisphereLight(sky.fill, sky.bounce, sky.fillStrength * Math.PI)
    return [direct, around]
  }

  private picture(renderer: WebGLRenderer): WebGLRenderTarget {
    const templates = [tuftTemplate('full'), limb(8, 5)] as const
    const tuft = new Pool('tuft picture', templates[0], tuftMaterial(this.light, this.leaves, false, true))
    const bark = new Pool('limb picture', templates[1], limbMaterial(this.light, true))
    const target = pictureTrees(renderer, treesOf(this.theme), { tuft, limb: bark })
    tuft.dispose()
    bark.dispose()
    return target
  }

  private createPools(soft: boolean): Map<PoolName, Pool> {
    const { light, theme, leaves, pictures } = this
    const rows = pictureRows(SPECIES.length * VARIANTS)
    const pools = new Map<PoolName, Pool>([
      ['box', new Pool('boxes', bevelledBox(), surfaceMaterial(light, false), 4096)],
      ['plainBox', new Pool('plain boxes', plainBox(), surfaceMaterial(light, false), 4096)],
      ['turned', new Pool('turned pieces', turnedPiece(12), surfaceMaterial(light, true), 1024)],
      ['roof', new Pool('roofs', cloth(14, 8, true), roofMaterial(light, theme), 64)],
      ['plainRoof', new Pool('plain roofs', cloth(6, 2, false), roofMaterial(light, theme), 512)],
      ['limb', new Pool('limbs', limb(8, 5), limbMaterial(light), 1024)],
      ['plainLimb', new Pool('plain limbs', limb(5, 2), limbMaterial(light), 2048)],
      ['tuft', new Pool('tufts', tuftTemplate('full'), tuftMaterial(light, leaves, soft), 4096)],
      ['plainTuft', new Pool('plain tufts', tuftTemplate('plain'), tuftMaterial(light, leaves, soft), 8192)],
      ['grass', new Pool('grass', crossedCards(2), tuftMaterial(light, leaves, soft), 1024)],
      ['farTree', new Pool('far trees', card(), farTreeMaterial(light, pictures, PICTURE_COLUMNS, rows), 1024)],
      ['text', new Pool('letters', card(), textMaterial(light, this.lettering.texture), 1024)],
      ['logo', new Pool('logos', card(), logoMaterial(light, this.logos.texture), 256)],
    ])
    for (const name of ['text', 'logo'] as const) {
      const pool = pools.get(name)
      if (pool) pool.mesh.renderOrder = 10
    }
    return pools
  }
}

function treesOf(theme: Theme): readonly Tree[] {
  const known = grown.get(theme)
  if (known) return known
  const trees = SPECIES.flatMap((species) =>
    Array.from({ length: VARIANTS }, (_, i) => grow(species, theme.planting[species], `${species} ${i}`)),
  )
  grown.set(theme, trees)
  return trees
}

function tuftTemplate(detail: 'full' | 'plain'): BufferGeometry {
  const chance = new Chance('tuft')
  const { positions, uvs, hearts, index } =
    detail === 'full' ? tuftCards(chance, 11, 0.95, 0.62) : tuftCards(chance, 7, 1.05, 0.55)
  return geometry(positions, index, { uv: [uvs, 2], heart: [hearts, 3] })
}
