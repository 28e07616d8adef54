/**
 * `npm run bench -- plan [--booths 1000]`: a salon in one hall: laid out, rasterised, its floor looked over for what
 * hangs together, walked across, and checked after an edit as the editor does. Medians, milliseconds.
 */
import { parseArgs } from 'node:util'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { generatePlan } from '../../shared/floorplan/generate.ts'
import { rasterise, rasterOf, walkGrid } from '../../shared/floorplan/grid.ts'
import { Linter } from '../../shared/floorplan/lint.ts'
import { type Booth, EXHIBITOR_KINDS, type HallPlan, hallPlanOf, type Plan } from '../../shared/floorplan/model.ts'
import { findPath } from '../../shared/floorplan/path.ts'
import { randomFrom } from '../../shared/floorplan/random.ts'
import { Regions } from '../../shared/floorplan/regions.ts'

/** @throws Error when `--booths` is no number from 1 to 1000 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { booths: { type: 'string', default: '1000' } } })
  const booths = Number(values.booths)
  if (!Number.isInteger(booths) || booths < 1 || booths > 1000) throw new Error('--booths: from 1 to 1000')

  const random = randomFrom(2021)
  const plan = layOut(booths)
  const hall = hallPlanOf(plan, 'hall-1')
  if (!hall) throw new Error('The generator made no hall')
  const raster = rasterOf(hall.hall)
  const counts = rasterise(hall, raster)
  const grid = walkGrid(hall)
  const places = [...boothsOf(hall).values()]
  const anyPlace = () => places[Math.floor(random() * places.length)]?.visitor ?? { x: 0, z: 0 }
  const linter = new Linter()
  linter.check(plan)
  let edited = plan

  return {
    bench: 'plan',
    booths,
    hall: `${hall.hall.width}×${hall.hall.depth} m`,
    generateMs: median(5, () => layOut(booths)),
    // Whole, as a client does it once: booths and their furniture derived, rasterised, sealed.
    walkGridMs: median(15, () => walkGrid(copyOf(hall))),
    gridMs: median(30, () => rasterise(hall, raster)),
    floodMs: median(30, () => new Regions(counts, raster.columns)),
    astarMedianMs: median(400, () => findPath(grid, anyPlace(), anyPlace())),
    lintMs: median(
      60,
      () => linter.check(edited),
      () => {
        edited = pushed(edited, random)
      },
    ),
  }
}

function layOut(booths: number): Plan {
  const exhibitors = Array.from({ length: booths }, (_, i) => ({
    id: `exhibitor-${i}`,
    kind: EXHIBITOR_KINDS[Math.floor((i * 3) / booths)] ?? 'business',
  }))
  const stages = [{ id: 'main', name: { ru: 'Главная', en: 'Main' } }]
  return generatePlan({ exhibitors, stages, hallSize: booths })
}

/** Another object with the same content: nothing derived is remembered for it. */
const copyOf = (plan: HallPlan): HallPlan => ({ ...plan })

/** One booth moved by a step of the editor's grid. */
function pushed(plan: Plan, random: () => number): Plan {
  const booths = Object.values(plan.records).filter((record) => record.type === 'booth')
  const booth = booths[Math.floor(random() * booths.length)] as Booth
  return { ...plan, records: { ...plan.records, [booth.id]: { ...booth, x: booth.x + (random() < 0.5 ? -0.5 : 0.5) } } }
}

/** Middle of `times` runs, after three that don't count; `before` each run is not timed. */
function median(times: number, work: () => unknown, before: () => void = () => {}): number {
  const taken: number[] = []
  for (let i = -3; i < times; i++) {
    before()
    const start = performance.now()
    work()
    if (i >= 0) taken.push(performance.now() - start)
  }
  return Number((taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0).toFixed(2))
}
