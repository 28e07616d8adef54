import type { Travel } from './model.ts'
import type { SalonPlace, Ways } from './ways.ts'

/** So many new places are measured one by one; of more it is cheaper to measure all anew. */
const FEW_NEW = 6

/** Ways between places, kept from plan to plan: a visit changes by a stop or two, and where one stands changes always. */
export class TravelTable {
  private readonly ways: Ways
  private places: SalonPlace[] = []
  private readonly numbers = new Map<string, number>()
  private known: Travel = NOTHING

  constructor(ways: Ways) {
    this.ways = ways
  }

  /** Between all of `places` and `start`, which is the last of the table. */
  between(places: readonly SalonPlace[], start: SalonPlace): Travel {
    const fresh = [...new Map(places.map((place) => [nameOf(place), place]))].filter(
      ([name]) => !this.numbers.has(name),
    )
    if (fresh.length > FEW_NEW) this.measure(places)
    else for (const [, place] of fresh) this.add(place)
    return this.chosen(places, start)
  }

  private measure(places: readonly SalonPlace[]): void {
    const named = new Map(places.map((place) => [nameOf(place), place]))
    this.places = [...named.values()]
    this.numbers.clear()
    for (const name of named.keys()) this.numbers.set(name, this.numbers.size)
    this.known = this.ways.travel(this.places)
  }

  private add(place: SalonPlace): void {
    const { places: count } = this.known
    const row = this.ways.row(place, this.places)
    const [seconds, metres] = (['seconds', 'metres'] as const).map((figure) => {
      const table = new Float64Array((count + 1) ** 2)
      for (let a = 0; a < count; a++) {
        table.set(this.known[figure].subarray(a * count, (a + 1) * count), a * (count + 1))
        table[a * (count + 1) + count] = row[figure][a] as number
      }
      table.set(row[figure], count * (count + 1))
      return table
    }) as [Table, Table]
    this.known = { places: count + 1, seconds, metres }
    this.numbers.set(nameOf(place), count)
    this.places.push(place)
  }

  private chosen(places: readonly SalonPlace[], start: SalonPlace): Travel {
    const size = places.length + 1
    const { places: count, ...known } = this.known
    const numbers = places.map((place) => this.numbers.get(nameOf(place)) as number)
    const row = this.ways.row(start, places)
    const [seconds, metres] = (['seconds', 'metres'] as const).map((figure) => {
      const table = new Float64Array(size ** 2)
      numbers.forEach((from, a) => {
        numbers.forEach((to, b) => {
          if (from !== to) table[a * size + b] = known[figure][from * count + to] as number
        })
        table[a * size + size - 1] = table[(size - 1) * size + a] = row[figure][a] as number
      })
      return table
    }) as [Table, Table]
    return { places: size, seconds, metres }
  }
}

type Table = Travel['seconds']

const NOTHING: Travel = { places: 0, seconds: new Float64Array(), metres: new Float64Array() }

const nameOf = ({ hallId, at }: SalonPlace): string => `${hallId} ${at.x} ${at.z}`
