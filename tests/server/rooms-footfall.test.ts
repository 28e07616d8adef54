import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { FootfallSum } from '../../shared/figures/footfall.ts'
import { openHallWorld, visit } from './hall-world.ts'

test('What a hall counted is written down before it closes: how long, how many and where, not who', async () => {
  const written: { readonly hallId: string; readonly sum: FootfallSum }[] = []
  const world = await openHallWorld({ addFootfall: async (hallId, sum) => void written.push({ hallId, sum }) })
  await visit(world, 'ann', { at: { x: 9, z: -9 } })
  // A few ticks.
  await sleep(100)
  await world.close()
  expect(written).toEqual([{ hallId: 'park', sum: expect.objectContaining({ people: 1 }) }])
  expect(written[0]?.sum.cells.map(({ x, z }) => [x, z])).toEqual([[2, -3]])
  expect(JSON.stringify(written)).not.toContain('ann')
})
