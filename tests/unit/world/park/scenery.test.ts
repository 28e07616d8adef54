import { PerspectiveCamera } from 'three'
import { describe, expect, test } from 'vitest'
import type { Pool } from '../../../../client/world/park/draw/pool.ts'
import { Scenery, type Thing } from '../../../../client/world/park/draw/scenery.ts'
import type { Detail, PoolName } from '../../../../client/world/park/draw/sketch.ts'

/** What a refill drew, as detail by thing: a pool that writes down blocks instead of sending them to a GPU. */
function recorded(things: readonly Point[]): { scenery: Scenery; drawn: () => Map<number, Detail> } {
  const details: readonly Detail[] = ['full', 'plain', 'far']
  const blocks: number[] = []
  const pool = {
    begin: () => blocks.splice(0),
    add: (block: Float32Array) => blocks.push(block[0] as number),
    end: () => {},
  } as unknown as Pool
  const scenery = new Scenery(new Map<PoolName, Pool>([['box', pool]]))
  scenery.add(
    things.map(({ x, z }, id): Thing => {
      const draw = (detail: Detail) => [['box', Float32Array.of(id * 10 + details.indexOf(detail))]] as const
      const level = (until: number, detail: Detail) => ({ until, detail, draw })
      return { x, z, radius: 1, levels: [level(20, 'full'), level(60, 'plain'), level(200, 'far')] }
    }),
  )
  return {
    scenery,
    drawn: () => new Map(blocks.map((block) => [Math.floor(block / 10), details[block % 10] as Detail])),
  }
}

interface Point {
  readonly x: number
  readonly z: number
}

/** Looking north from the origin. */
function camera(): PerspectiveCamera {
  const made = new PerspectiveCamera(60, 1.5, 0.1, 1000)
  made.position.set(0, 1.6, 0)
  made.updateMatrixWorld()
  return made
}

describe('scenery', () => {
  test('is drawn finer the nearer it is, and not at all beyond its last distance', () => {
    const { scenery, drawn } = recorded([10, 40, 120, 260].map((away) => ({ x: 0, z: -away })))
    scenery.update(camera(), 1 / 60)
    expect([...drawn()]).toEqual([
      [0, 'full'],
      [1, 'plain'],
      [2, 'far'],
    ])
  })

  test('behind the camera is not drawn, and comes when one turns round', () => {
    const { scenery, drawn } = recorded([{ x: 0, z: 40 }])
    const eye = camera()
    scenery.update(eye, 1 / 60)
    expect(drawn().size).toBe(0)
    eye.rotation.y = Math.PI
    eye.updateMatrixWorld()
    scenery.update(eye, 1 / 60)
    expect(drawn().get(0)).toBe('plain')
  })

  test('keeps its detail a little further than it came to it', () => {
    const { scenery, drawn } = recorded([{ x: 0, z: -19 }])
    const eye = camera()
    scenery.update(eye, 1 / 60)
    expect(drawn().get(0)).toBe('full')
    eye.position.z = 1.5
    eye.updateMatrixWorld()
    scenery.update(eye, 1 / 60)
    expect(drawn().get(0)).toBe('full')
    eye.position.z = 4
    eye.updateMatrixWorld()
    scenery.update(eye, 1 / 60)
    expect(drawn().get(0)).toBe('plain')
  })
})
