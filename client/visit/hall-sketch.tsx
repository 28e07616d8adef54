import type { HallPlan } from '../../shared/floorplan/model.ts'
import { toHall } from '../../shared/floorplan/point.ts'
import { type DrawnStop, drawnIn } from '../../shared/route/drawn.ts'

interface Props {
  readonly plan: HallPlan
  readonly stops: readonly DrawnStop[]
  readonly label: string
}

/** A hall in lines for paper: alleys, booths, the way, and the stops by their numbers. Black on white says it all. */
export function HallSketch({ plan, stops, label }: Props) {
  const { width, depth } = plan.hall
  const route = drawnIn(plan.hall.id, stops, null)
  // Numbers must be read on paper, however large the hall is.
  const unit = Math.max(width, depth) / 100
  return (
    <svg viewBox={`${-width / 2} ${-depth / 2} ${width} ${depth}`} role="img" aria-label={label}>
      <rect
        x={-width / 2}
        y={-depth / 2}
        width={width}
        height={depth}
        fill="none"
        stroke="#000"
        strokeWidth={unit / 4}
      />
      {plan.alleys.map((alley) => (
        <line
          key={alley.id}
          {...{ x1: alley.x, y1: alley.z, x2: alley.toX, y2: alley.toZ }}
          stroke="#ededed"
          strokeWidth={alley.width}
        />
      ))}
      {plan.plazas.map((plaza) => (
        <circle key={plaza.id} cx={plaza.x} cy={plaza.z} r={plaza.radius} fill="#ededed" />
      ))}
      {[...plan.booths, ...plan.stages].map((place) => (
        <polygon
          key={place.id}
          points={cornersOf(place)}
          fill="#fff"
          stroke="#777"
          strokeWidth={unit / 8}
          strokeLinejoin="round"
        />
      ))}
      {route.legs.map(({ path }) => (
        <polyline
          key={path.map(({ x, z }) => `${x},${z}`).join()}
          points={path.map(({ x, z }) => `${x},${z}`).join(' ')}
          fill="none"
          stroke="#000"
          strokeWidth={unit / 2.5}
          strokeLinejoin="round"
          strokeDasharray={`${unit} ${unit * 0.6}`}
        />
      ))}
      {route.stops.map(({ number, at }) => (
        <g key={number}>
          <circle cx={at.x} cy={at.z} r={unit * 1.35} fill="#fff" stroke="#000" strokeWidth={unit / 4} />
          <text
            x={at.x}
            y={at.z}
            dy="0.35em"
            textAnchor="middle"
            fontSize={unit * (number > 99 ? 1.1 : 1.5)}
            fontWeight={700}
            fontFamily="var(--text)"
          >
            {number}
          </text>
        </g>
      ))}
    </svg>
  )
}

const cornersOf = (place: { x: number; z: number; width: number; depth: number; heading: number }): string =>
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
    .map(([u = 0, v = 0]) => toHall({ x: (u * place.width) / 2, z: (v * place.depth) / 2 }, place))
    .map(({ x, z }) => `${x.toFixed(2)},${z.toFixed(2)}`)
    .join(' ')
