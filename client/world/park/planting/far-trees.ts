/** Pictures of grown trees, taken once with the park's own renderer, for the many that stand far off. */
import {
  Color,
  LinearMipmapLinearFilter,
  OrthographicCamera,
  Scene,
  type Texture,
  Vector4,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import type { Pool } from '../draw/pool.ts'
import { Sketch } from '../draw/sketch.ts'
import { drawTree, type Tree } from './growth.ts'

export const PICTURE_COLUMNS = 4
const CELL = 512

/** Metres a picture shows of a tree: its width and height. */
export function frameOf(tree: Tree): { width: number; height: number } {
  return { width: tree.look.spread * 2.5, height: tree.look.height * 1.08 }
}

export const pictureRows = (trees: number): number => Math.ceil(trees / PICTURE_COLUMNS)

/** `pools` draw plain colours (see materials.ts, `bake`). The target is the caller's to dispose. */
export function pictureTrees(
  renderer: WebGLRenderer,
  trees: readonly Tree[],
  pools: { readonly tuft: Pool; readonly limb: Pool },
): WebGLRenderTarget<Texture> {
  const rows = pictureRows(trees.length)
  const target = new WebGLRenderTarget(PICTURE_COLUMNS * CELL, rows * CELL, {
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
    samples: 4,
  })
  const scene = new Scene()
  scene.add(pools.tuft.mesh, pools.limb.mesh)
  const camera = new OrthographicCamera()
  const before = {
    target: renderer.getRenderTarget(),
    color: renderer.getClearColor(new Color()),
    alpha: renderer.getClearAlpha(),
    auto: renderer.autoClear,
  }
  const viewport = renderer.getViewport(new Vector4())
  renderer.setRenderTarget(target)
  renderer.setClearColor(new Color(0.62, 0.66, 0.46), 0)
  renderer.clear()
  renderer.autoClear = false
  trees.forEach((tree, index) => {
    const sketch = new Sketch('full', { x: 0, z: 0, heading: 0 })
    drawTree(sketch, tree, [1, 1, 1])
    for (const [name, block] of sketch.finish()) {
      const pool = name === 'tuft' ? pools.tuft : pools.limb
      pool.begin()
      pool.add(block)
      pool.end()
    }
    const { width, height } = frameOf(tree)
    camera.left = -width / 2
    camera.right = width / 2
    camera.top = height
    camera.bottom = 0
    camera.near = 0.1
    camera.far = 60
    camera.position.set(0, 0, 30)
    camera.updateProjectionMatrix()
    camera.updateMatrixWorld()
    target.viewport.set((index % PICTURE_COLUMNS) * CELL, Math.floor(index / PICTURE_COLUMNS) * CELL, CELL, CELL)
    target.scissor.copy(target.viewport)
    target.scissorTest = true
    renderer.setRenderTarget(target)
    renderer.render(scene, camera)
  })
  renderer.autoClear = before.auto
  renderer.setClearColor(before.color, before.alpha)
  renderer.setRenderTarget(before.target)
  renderer.setViewport(viewport)
  return target
}
