import { memo } from 'react'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import css from './hero.module.css'

const WIDTH = 1600
const HEIGHT = 1000
/** Where all lines of the alley run to. */
const VANISHING = { x: 1010, y: 560 }

/** An alley in spring, drawn once from a seed: pairs of lindens that meet overhead, pavilions between them. */
export const Hero = memo(function Hero() {
  const random = randomFrom(7)
  const rows = Array.from({ length: 9 }, (_, i) => i)
  return (
    <svg
      className={css.hero}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#b9d7e4" />
          <stop offset=".42" stopColor="#e9eedd" />
          <stop offset=".6" stopColor="#fbe9cf" />
        </linearGradient>
        <radialGradient id="sun" cx={VANISHING.x} cy={470} r="420" gradientUnits="userSpaceOnUse">
          <stop offset="0" stopColor="#fff6df" />
          <stop offset=".35" stopColor="#ffe9bd" stopOpacity=".75" />
          <stop offset="1" stopColor="#ffe9bd" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="walk" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#f2e2c5" />
          <stop offset="1" stopColor="#d8c3a0" />
        </linearGradient>
        <linearGradient id="lawn" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#c3cf93" />
          <stop offset="1" stopColor="#6f9457" />
        </linearGradient>
      </defs>
      <rect width={WIDTH} height={HEIGHT} fill="url(#sky)" />
      <rect width={WIDTH} height={HEIGHT} fill="url(#sun)" />
      <path d={hills(random)} fill="#c9d6b4" />
      <rect y={VANISHING.y} width={WIDTH} height={HEIGHT - VANISHING.y} fill="url(#lawn)" />
      <path
        d={`M${VANISHING.x - 14} ${VANISHING.y} L${VANISHING.x + 14} ${VANISHING.y} L1720 ${HEIGHT} L260 ${HEIGHT} Z`}
        fill="url(#walk)"
      />
      {rows.map((row) => {
        const depth = 0.07 * 1.42 ** row
        return (
          <g key={row} opacity={Math.min(1, 0.45 + row * 0.09)}>
            <Pavilion side={-1} depth={depth} random={random} />
            <Pavilion side={1} depth={depth} random={random} />
            <Tree side={-1} depth={depth} random={random} />
            <Tree side={1} depth={depth} random={random} />
            {STROLLERS.filter((one) => one.behind === row).map((one) => (
              <Stroller key={one.across} {...one} />
            ))}
          </g>
        )
      })}
    </svg>
  )
})

/** Who walks there already; `behind` the row of trees they have just passed, `across` from −1 to 1 over the walk. */
const STROLLERS = [
  { behind: 2, across: -0.3, coat: '#7d6a9c', trousers: '#4a5568' },
  { behind: 3, across: 0.45, coat: '#c4694f', trousers: '#39424a' },
  { behind: 4, across: -0.1, coat: '#4f7fa0', trousers: '#53473f' },
  { behind: 4, across: 0.08, coat: '#e2c067', trousers: '#27405c' },
  { behind: 5, across: 0.62, coat: '#5f8a5c', trousers: '#4a5568' },
] as const

function Stroller({ behind, across, coat, trousers }: (typeof STROLLERS)[number]) {
  const depth = 0.07 * 1.42 ** (behind + 0.5)
  const foot = VANISHING.y + depth * 430
  const tall = depth * 150
  return (
    <g transform={`translate(${VANISHING.x + across * depth * 600} ${foot}) scale(${tall / 100})`}>
      <ellipse cx="14" cy="0" rx="34" ry="4" fill="#4d6b3f" opacity=".28" />
      <path d="M-9 -48 L-13 0 h8 L0 -40 L6 0 h8 L9 -48 Z" fill={trousers} />
      <path d="M-12 -80 q12 -7 24 0 l3 38 h-30 Z M-13 -78 l-7 34 h6 l6 -28 M13 -78 l7 34 h-6 l-6 -28" fill={coat} />
      <circle cy="-91" r="8.500" fill="#e0b394" />
      <path d="M-9 -90 q-1 -11 9 -11 t9 11 q-3 -5 -9 -5 t-9 5Z" fill="#4a3226" />
    </g>
  )
}

interface Placed {
  side: 1 | -1
  /** Size against a tree at the front edge. */
  depth: number
  random: () => number
}

/** Clumps of leaves in a near crown, and leaves in a clump; far crowns, from `NEAR` on, make do with fewer. */
const CLUMPS = 21
const LEAVES_IN_CLUMP = 36
const NEAR = 0.45

function Tree({ side, depth, random }: Placed) {
  const x = VANISHING.x + side * depth * 760
  const foot = VANISHING.y + depth * 430
  const height = depth * 760
  const crown = { x: x - side * height * 0.34, y: foot - height * 0.98 }
  // One path a colour: a thousand leaves are a dozen shapes.
  const leaves = new Map<string, string>()
  const share = 0.3 + 0.7 * Math.min(1, depth / NEAR)
  for (let clump = 0; clump < CLUMPS * share; clump++) {
    const angle = random() * Math.PI * 2
    const far = Math.sqrt(random()) * 0.86
    const centre = { x: Math.cos(angle) * far * 0.7, y: Math.sin(angle) * far * 0.34 }
    for (let leaf = 0; leaf < LEAVES_IN_CLUMP * share; leaf++) {
      const turn = random() * Math.PI * 2
      const out = Math.sqrt(random()) * 0.165
      const at = { x: centre.x + Math.cos(turn) * out, y: centre.y + Math.sin(turn) * out * 0.72 }
      // Light comes low along the alley: leaves above and towards its end glow, those beneath keep the shade.
      const light = 0.5 - at.y * 1.1 - side * at.x * 0.35 + (random() - 0.5) * 0.5
      const colour = LEAVES[Math.max(0, Math.min(LEAVES.length - 1, Math.floor(light * LEAVES.length)))] ?? ''
      const size = height * (0.0055 + random() * 0.0085)
      const path = leafPath(crown.x + at.x * height, crown.y + at.y * height, size, random() * 180)
      leaves.set(colour, (leaves.get(colour) ?? '') + path)
    }
  }
  return (
    <g>
      <ellipse
        cx={x + height * 0.16}
        cy={foot + height * 0.01}
        rx={height * 0.34}
        ry={height * 0.035}
        fill="#4d6b3f"
        opacity=".25"
      />
      <path d={trunk(x, foot, height, side)} fill="#6a5039" />
      {LEAVES.map((colour) => (
        <path key={colour} d={leaves.get(colour) ?? ''} fill={colour} />
      ))}
    </g>
  )
}

/** A trunk that leans over the alley and parts into three boughs. */
function trunk(x: number, foot: number, height: number, side: number): string {
  const at = (across: number, up: number): string => `${x - side * height * across} ${foot - height * up}`
  return [
    `M${at(0.024, 0)} Q${at(0.012, 0.35)} ${at(0.05, 0.62)} L${at(0.2, 0.9)} L${at(0.214, 0.895)}`,
    `L${at(0.075, 0.6)} L${at(0.16, 0.78)} L${at(0.17, 0.772)} L${at(0.04, 0.52)}`,
    `L${at(-0.06, 0.82)} L${at(-0.075, 0.815)} L${at(0.0, 0.5)} Q${at(-0.014, 0.3)} ${at(-0.026, 0)} Z`,
  ].join(' ')
}

/** An ellipse as a path, whole tenths: it is text after all. */
function leafPath(x: number, y: number, size: number, turn: number): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const long = size * 1.5
  const n = (value: number): string => value.toFixed(1)
  const arc = (dx: number, dy: number): string => `a${n(long)} ${n(size)} ${Math.round(turn)} 1 0 ${n(dx)} ${n(dy)}`
  const [dx, dy] = [2 * long * cos, 2 * long * sin]
  return `M${n(x - dx / 2)} ${n(y - dy / 2)}${arc(dx, dy)}${arc(-dx, -dy)}`
}

/** From the shade beneath a crown to what the sun shines through. */
const LEAVES = ['#7f9c55', '#95b063', '#d78a9c', '#a9c07a', '#e3a0ae', '#edb8c2', '#c8d59a', '#f3cfd3', '#f9e2df']
const CANVASES = ['#fdf6e6', '#f6ead2', '#fbf1dd']
const BRANDS = ['#4f7fa0', '#b5566c', '#5f8a5c', '#a9794a', '#7d6a9c', '#c98a4b']

function Pavilion({ side, depth, random }: Placed) {
  const foot = VANISHING.y + depth * 380
  const width = depth * 330
  const height = depth * 260
  const x = VANISHING.x + side * depth * 1080 - width / 2
  const roof = foot - height
  const brand = BRANDS[Math.floor(random() * BRANDS.length)]
  return (
    <g>
      <rect x={x} y={roof} width={width} height={height} fill={brand} opacity=".55" />
      <rect x={x} y={roof + height * 0.05} width={width} height={height * 0.2} fill={brand} />
      <path
        d={`M${x - width * 0.08} ${roof + height * 0.04} Q${x + width / 2} ${roof - height * 0.55} ${x + width * 1.08} ${roof + height * 0.04} Z`}
        fill={CANVASES[Math.floor(random() * CANVASES.length)]}
      />
      <g fill="#8a6440">
        <rect x={x} y={roof} width={width * 0.035} height={height} />
        <rect x={x + width * 0.965} y={roof} width={width * 0.035} height={height} />
        <rect x={x + width * 0.2} y={foot - height * 0.34} width={width * 0.4} height={height * 0.34} opacity=".8" />
      </g>
    </g>
  )
}

function hills(random: () => number): string {
  const tops = Array.from({ length: 17 }, (_, i) => `L${i * 100} ${VANISHING.y - 22 - random() * 26}`)
  return `M0 ${VANISHING.y} ${tops.join(' ')} L${WIDTH} ${VANISHING.y} Z`
}
