import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { PALETTE } from '../app/palette.ts'
import { AXIS, GRID, Tip } from './chart-parts.tsx'

interface Step {
  readonly label: string
  /** Null: hidden. */
  readonly value: number | null
}

interface StepChartProps {
  readonly steps: readonly Step[]
  readonly hidden: string
  told(n: number): string
}

/** How many are still there at each step. Over a hidden one the line is carried on, without a point. */
export default function StepChart({ steps, hidden, told }: StepChartProps) {
  const most = Math.max(0, ...steps.map(({ value }) => value ?? 0))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={[...steps]} accessibilityLayer={false} margin={{ top: 12, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} interval={0} padding={{ left: 28, right: 34 }} />
        <YAxis {...AXIS} width={44} allowDecimals={false} domain={[0, most > 5 ? 'auto' : 5]} />
        <Tooltip
          cursor={{ stroke: PALETTE.rule }}
          isAnimationActive={false}
          content={({ payload, label }) => {
            const one = payload[0]?.payload as Step | undefined
            return <Tip name={String(label ?? '')} value={one?.value == null ? hidden : told(one.value)} />
          }}
        />
        <Area
          dataKey="value"
          isAnimationActive={false}
          connectNulls
          type="linear"
          stroke={PALETTE.linden}
          strokeWidth={2.5}
          fill={PALETTE.leaf}
          fillOpacity={0.22}
          dot={{ r: 4.5, fill: PALETTE.linden, strokeWidth: 0, fillOpacity: 1 }}
        />
      </AreaChart>
    </ResponsiveContainer>
  )
}
