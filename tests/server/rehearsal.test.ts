import { afterEach, describe, expect, test } from 'vitest'
import { startRehearsal } from '../../game-server/rehearsal/start.ts'
import type { Booth, HallPlan } from '../../shared/floorplan/model.ts'
import { type HallWorld, openHallWorld, until, visit } from './hall-world.ts'
import { PARK } from './small-hall.ts'

const booth = (id: string, x: number): Booth => ({
  ...{ type: 'booth', id, hallId: 'park', x, z: -8, width: 3, depth: 3, heading: 0 },
  ...{ number: id, exhibitorId: null, pavilion: null },
})
const plan: HallPlan = { ...PARK, booths: [booth('a', -20), booth('b', -10), booth('c', 0), booth('d', 8)] }

let world: HallWorld
afterEach(() => world.close())

describe('the rehearsal crowd', () => {
  test('comes in, walks about among the booths, and is always labelled; it ends with its process', async () => {
    world = await openHallWorld({ publishedHall: async () => ({ plan, version: 1 }) })
    const ann = await visit(world, 'ann')
    const rehearsal = startRehearsal({
      url: world.url,
      secret: world.rooms.rehearsalSecret,
      hallId: 'park',
      plan,
      count: 10,
      seat: () => world.rooms.directory.seat('park', null),
    })
    await until(() => ann.people.filter(({ simulated }) => simulated).length === 10)
    const walkers = (): number =>
      new Set(
        ann.frames.flatMap(({ walks }) => walks.filter(({ walk }) => walk.path.length > 1).map(({ slot }) => slot)),
      ).size
    await until(() => walkers() >= 4)
    for (const { name } of ann.people) expect(name.length).toBeGreaterThan(2)
    rehearsal.stop()
    await until(async () => (await world.rooms.directory.instances('park'))[0]?.simulated === 0)
    expect((await world.rooms.directory.instances('park'))[0]?.people).toBe(1)
  })
})
