/**
 * A hall on the screen: canvas, engine, the hall's parts and the quality they are drawn with, from opening to closing. A canvas
 * belongs to one scene, because a context that was given back cannot be had again.
 */
import type { Localized } from '../../shared/language.ts'
import type { Tier } from '../state/settings.ts'
import { Engine } from './engine.ts'
import { HallWorld, type HallWorldOptions } from './hall-world.ts'
import { type Quality, QualityMonitor } from './quality.ts'

export interface SceneOptions extends Omit<HallWorldOptions, 'tier' | 'canvas' | 'calm' | 'title'> {
  readonly title: Localized
  readonly tier: Tier | 'auto'
  /** The graphics card was lost, or came back: then the scene has to be opened anew. */
  readonly onLost: () => void
  readonly onRestored: () => void
  /** Even the lowest quality stutters. */
  readonly onHopeless: () => void
}

export interface Scene {
  readonly canvas: HTMLCanvasElement
  readonly world: HallWorld
  close(): void
}

/** @throws Error when the browser gives no WebGL 2 context */
export function openScene(place: HTMLElement, options: SceneOptions): Scene {
  const { hall, tier, onLost, onRestored, onHopeless } = options
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  place.prepend(canvas)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches

  const resize = (): void => {
    engine.resize(place.clientWidth, place.clientHeight, Math.min(devicePixelRatio, monitor.current.ratio))
  }
  const adopt = (quality: Quality): void => {
    world.setTier(quality.tier)
    resize()
  }
  const monitor = new QualityMonitor(tier, adopt, onHopeless)
  const engine = new Engine(canvas, {
    now: hall.now,
    still: calm,
    onFrame: (interval) => monitor.frame(interval),
  })
  const world = new HallWorld(engine, { ...options, tier: monitor.current.tier, canvas, calm })

  const lost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault()
    engine.stop()
    onLost()
  }
  canvas.addEventListener('webglcontextlost', lost)
  canvas.addEventListener('webglcontextrestored', onRestored)
  const sizes = new ResizeObserver(resize)
  sizes.observe(place)
  resize()
  engine.start()

  return {
    canvas,
    world,
    close() {
      canvas.removeEventListener('webglcontextlost', lost)
      canvas.removeEventListener('webglcontextrestored', onRestored)
      sizes.disconnect()
      world.dispose()
      engine.dispose()
      canvas.remove()
    },
  }
}
