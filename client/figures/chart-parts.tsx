/** What the charts have in common: quiet axes, hair lines, a tip. */
import { PALETTE } from '../app/palette.ts'
import css from './chart-parts.module.css'

export const AXIS = {
  axisLine: false,
  tickLine: false,
  tick: { fill: PALETTE.inkSoft, fontSize: 13 },
} as const

export const GRID = { vertical: false, stroke: PALETTE.rule, strokeWidth: 1 } as const

export const Tip = ({ name, value }: { name: string; value: string }) => (
  <div className={css.tip}>
    {name}
    <b>{value}</b>
  </div>
)
