import type { Page } from 'playwright-core'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { hallPlanOf, hallsOf, type Plan } from '../../shared/floorplan/model.ts'
import { toHall } from '../../shared/floorplan/point.ts'
import type { Scene } from './scene.ts'

/** The park, in its three views. */
export function parkScenes(plan: Plan): Scene[] {
  const hall = hallsOf(plan)[0]
  const hallPlan = hall && hallPlanOf(plan, hall.id)
  if (!hallPlan) throw new Error('The demo has no hall.')
  const plaza = hallPlan.plazas[0]
  const main = hallPlan.alleys.find((alley) => alley.role === 'main')
  const side = hallPlan.alleys.find((alley) => alley.role === 'side' && alley.planting === 'cherry') ?? main
  const booth = [...boothsOf(hallPlan).values()].find(({ alley, booth }) => alley === side && booth.width >= 6)
  const place = (x: number, z: number, heading: number): string => [x, z, heading].map((n) => n.toFixed(1)).join(',')
  const way = (from: { x: number; z: number }, to: { x: number; z: number }): number =>
    (Math.atan2(to.x - from.x, to.z - from.z) * 180) / Math.PI
  const scenes: Scene[] = [{ name: 'entrance', view: null }]
  if (side) {
    const from = { x: side.x + (side.toX - side.x) * 0.2, z: side.z + (side.toZ - side.z) * 0.2 }
    scenes.push({ name: 'alley', view: 'world', at: place(from.x, from.z, way(from, { x: side.toX, z: side.toZ })) })
  }
  if (plaza) {
    const edge = { x: plaza.x - 1.5, z: plaza.z + plaza.radius * 0.92 }
    scenes.push({ name: 'plaza', view: 'world', at: place(edge.x, edge.z, way(edge, plaza)) })
  }
  if (booth) {
    const before = toHall({ x: 0.8, z: booth.booth.depth / 2 + 4 }, booth.booth)
    scenes.push({ name: 'booth', view: 'world', at: place(before.x, before.z, way(before, booth.booth)) })
    scenes.push({
      name: 'booth-panel',
      view: 'world',
      at: place(before.x, before.z, way(before, booth.booth)),
      act: (page) => openFound(page, booth.booth.number),
    })
  }
  const over = plaza && place(plaza.x, plaza.z + plaza.radius, 180)
  scenes.push({
    name: 'above',
    view: 'world',
    ...(over && { at: over }),
    act: async (page) => {
      const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 }
      await page.mouse.move(width / 2, height / 2)
      for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 240)
      await page.mouse.down()
      await page.mouse.move(width / 2, height / 2 + 260, { steps: 4 })
      await page.mouse.up()
    },
  })
  scenes.push({ name: 'map', view: 'map' }, { name: 'list', view: 'list' })
  return scenes
}

async function openFound(page: Page, what: string): Promise<void> {
  await page.keyboard.press('/')
  await page.getByRole('dialog').getByRole('combobox').fill(what)
  await page.getByRole('dialog').getByRole('gridcell').first().click()
}
