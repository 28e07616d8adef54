/**
 * The picture's renderer: WebGL, or a plain canvas where that is not to be had. Imported piece by piece: of Pixi we need
 * sprites and particles, and each machine only one of the two renderers.
 */
import 'pixi.js/unsafe-eval'
import { type CanvasRenderer, isWebGLSupported, type WebGLRenderer } from 'pixi.js'

export type MapRenderer = WebGLRenderer | CanvasRenderer

interface Wishes {
  readonly width: number
  readonly height: number
  readonly resolution: number
  /** What is around the sheet, #rrggbb. */
  readonly background: string
}

export async function openRenderer(wishes: Wishes): Promise<MapRenderer> {
  const options = { ...wishes, autoDensity: true, skipExtensionImports: true, hello: false }
  if (isWebGLSupported()) {
    try {
      const { WebGLRenderer } = await import('./renderer-webgl.ts')
      const renderer = new WebGLRenderer()
      await renderer.init(options)
      return renderer
    } catch {
      // Some machines promise WebGL and then refuse it: the canvas below always works.
    }
  }
  const { CanvasRenderer } = await import('./renderer-canvas.ts')
  const renderer = new CanvasRenderer()
  await renderer.init(options)
  return renderer
}
