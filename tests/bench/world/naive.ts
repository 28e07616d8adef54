import { BoxGeometry, Mesh, MeshLambertMaterial, Scene } from 'three'
import { LOOK_COLOURS } from '../../../client/app/looks.ts'
import type { Crowd } from '../../../client/state/crowd.ts'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { placed } from '../../../shared/floorplan/rectangle.ts'
import type { SampleHall } from './sample-hall.ts'

export interface NaiveWorld {
  readonly scene: Scene
  update(crowd: Crowd): void
  dispose(): void
}

/**
 * The same hall the obvious way: a mesh for every part of every booth in its exhibitor's colour, and one for every person in
 * theirs, placed every frame. No trees, no signs, no ground.
 */
export function naiveWorld({ plan, exhibitors, crowd }: SampleHall): NaiveWorld {
  const scene = new Scene()
  const box = new BoxGeometry()
  const materials: MeshLambertMaterial[] = []
  const coloured = (color: string): MeshLambertMaterial => {
    const material = new MeshLambertMaterial({ color })
    materials.push(material)
    return material
  }
  for (const { booth, layout } of boothsOf(plan).values()) {
    const material = coloured(exhibitors.get(booth.exhibitorId ?? '')?.color ?? '#ffffff')
    for (const piece of layout.pieces) {
      const { x, z, width, depth, heading } = placed(piece, booth)
      const mesh = new Mesh(box, material)
      mesh.position.set(x, piece.base + piece.height / 2, z)
      mesh.rotation.y = (heading * Math.PI) / 180
      mesh.scale.set(width, piece.height, depth)
      scene.add(mesh)
    }
  }
  const people = crowd.people.map(({ look }) => {
    const mesh = new Mesh(box, coloured(LOOK_COLOURS.shirt[look.shirt] ?? '#ffffff'))
    mesh.scale.set(0.5, 1.7, 0.3)
    scene.add(mesh)
    return mesh
  })
  return {
    scene,
    update({ x, z, heading }) {
      for (const [i, mesh] of people.entries()) {
        mesh.position.set(x[i] ?? 0, 0.85, z[i] ?? 0)
        mesh.rotation.y = heading[i] ?? 0
      }
    },
    dispose() {
      box.dispose()
      for (const material of materials) material.dispose()
      scene.clear()
    },
  }
}
