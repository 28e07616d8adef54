import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { HOUR } from '../../shared/figures/footfall.ts'
import type { HourFigures } from '../../shared/figures/footfall-model.ts'
import { useLanguage } from '../app/i18n.ts'
import { PALETTE } from '../app/palette.ts'

/** Up to so many hours their times stand below them; beyond, days. */
const FEW = 48
const LETTERS = { fontSize: 13, fill: PALETTE.inkSoft }

/** Every hour of the span, those without anybody, too. */
export default function HoursChart({ figures, timeZone }: { figures: HourFigures; timeZone: string }) {
  const { t } = useTranslation('organizer-figures')
  const { language } = useLanguage()
  const hours = useMemo(() => everyHour(figures), [figures])
  const few = hours.length <= FEW
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { timeZone, ...options })
    return (at: unknown): string => format.format(Number(at))
  }
  const below = written(few ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short' })
  const whole = written({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={hours} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} title={t('chart')}>
        <CartesianGrid vertical={false} stroke={PALETTE.rule} />
        <XAxis
          dataKey="at"
          ticks={ticksOf(hours, timeZone, few)}
          tickFormatter={below}
          tick={LETTERS}
          tickLine={false}
          axisLine={{ stroke: PALETTE.rule }}
          interval="preserveStartEnd"
          minTickGap={14}
        />
        <YAxis
          width={44}
          allowDecimals={false}
          tick={LETTERS}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) => value.toLocaleString(language)}
        />
        <Tooltip
          labelFormatter={whole}
          formatter={(value) => [
            value == null ? t('hiddenWhy') : Number(value).toLocaleString(language),
            t('visitors'),
          ]}
          cursor={{ fill: 'rgb(63 111 74 / 10%)' }}
          isAnimationActive={false}
          filterNull={false}
          contentStyle={{ borderRadius: 10, borderColor: PALETTE.rule, fontSize: 14 }}
          itemStyle={{ color: PALETTE.ink }}
        />
        <Bar dataKey="visitors" fill={PALETTE.linden} radius={[3, 3, 0, 0]} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}

interface Hour {
  /** Beginning, ms since the epoch. */
  readonly at: number
  readonly visitors: number | null
}

function everyHour({ from, to, hours }: HourFigures): Hour[] {
  const known = new Map(hours.map(({ at, visitors }) => [Date.parse(at), visitors]))
  const first = Date.parse(from)
  return Array.from({ length: (Date.parse(to) - first) / HOUR }, (_, i) => {
    const at = first + i * HOUR
    return { at, visitors: known.has(at) ? (known.get(at) ?? null) : 0 }
  })
}

/** Every third hour, or where days begin. */
function ticksOf(hours: readonly Hour[], timeZone: string, few: boolean): number[] {
  const clock = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  const every = few ? 3 : 24
  return hours.map(({ at }) => at).filter((at) => Number(clock.format(at)) % every === 0)
}
