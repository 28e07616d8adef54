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
          </g>
        )
      })}
    </svg>
  )
})

interface Placed {
  side: 1 | -1
  /** Size against a tree at the front edge. */
  depth: number
  random: () => number
}

function Tree({ side, depth, random }: Placed) {
  const x = VANISHING.x + side * depth * 760
  const foot = VANISHING.y + depth * 430
  const height = depth * 900
  // A leaf is a leaf near and far, so a near crown has more of them.
  const leaves = Array.from({ length: Math.round(70 + depth * 420) }, () => {
    const angle = random() * Math.PI * 2
    const far = Math.sqrt(random())
    return {
      x: x - side * height * 0.16 + Math.cos(angle) * far * height * 0.52,
      y: foot - height * 0.86 + Math.sin(angle) * far * height * 0.3,
      size: Math.min(15, height * 0.03) * (0.45 + random() * 0.75),
      colour: LEAVES[Math.floor(random() * LEAVES.length)],
      turn: random() * 180,
    }
  })
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
      <path
        d={`M${x - height * 0.022} ${foot} Q${x} ${foot - height * 0.4} ${x - side * height * 0.1} ${foot - height * 0.8} L${x - side * height * 0.075} ${foot - height * 0.8} Q${x + height * 0.03} ${foot - height * 0.4} ${x + height * 0.026} ${foot} Z`}
        fill="#6a5039"
      />
      {leaves.map((leaf) => (
        <ellipse
          key={`${leaf.x} ${leaf.y}`}
          cx={leaf.x}
          cy={leaf.y}
          rx={leaf.size * 1.5}
          ry={leaf.size}
          fill={leaf.colour}
          transform={`rotate(${leaf.turn} ${leaf.x} ${leaf.y})`}
        />
      ))}
    </g>
  )
}

const LEAVES = ['#e9b3bd', '#f2cdd2', '#f7e0e0', '#e7a3b0', '#a9c07a', '#8fae5d', '#f3d6d8', '#c8d59a', '#dd93a3']
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
