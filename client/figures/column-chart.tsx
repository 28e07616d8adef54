import { Bar, BarChart, CartesianGrid, Rectangle, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { PALETTE } from '../app/palette.ts'
import { AXIS, GRID, Tip } from './chart-parts.tsx'

interface Column {
  readonly key: string
  readonly label: string
  readonly name: string
  /** Null: hidden. */
  readonly value: number | null
}

interface ColumnChartProps {
  readonly columns: readonly Column[]
  readonly hidden: string
  told(n: number): string
}

/** Columns over time. What is hidden is a low striped one: there may be people, as many as cannot be told. */
export default function ColumnChart({ columns, hidden, told }: ColumnChartProps) {
  const most = Math.max(0, ...columns.map(({ value }) => value ?? 0))
  const unknown = Math.max(most, 20) * 0.06
  const data = columns.map((one) => ({ ...one, height: one.value ?? unknown }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
        <defs>
          <pattern id="hidden-people" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="6" fill={PALETTE.inkSoft} />
          </pattern>
        </defs>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} interval="preserveStartEnd" minTickGap={14} />
        <YAxis {...AXIS} width={44} allowDecimals={false} domain={[0, most > 5 ? 'auto' : 5]} />
        <Tooltip
          cursor={{ fill: PALETTE.canvasDeep }}
          isAnimationActive={false}
          content={({ payload }) => {
            const one = payload[0]?.payload as Column | undefined
            return one && <Tip name={one.name} value={one.value === null ? hidden : told(one.value)} />
          }}
        />
        <Bar
          dataKey="height"
          isAnimationActive={false}
          maxBarSize={56}
          shape={(bar) => {
            const { value } = bar.payload as Column
            return (
              <Rectangle
                {...bar}
                radius={[5, 5, 0, 0]}
                fill={value === null ? 'url(#hidden-people)' : PALETTE.linden}
              />
            )
          }}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
