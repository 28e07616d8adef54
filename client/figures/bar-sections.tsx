import type { BoothFigures } from '../../shared/figures/booth-model.ts'
import { BarTable } from './bar-table.tsx'
import css from './empty.module.css'
import { Section } from './section.tsx'
import { useWords } from './use-words.ts'

/** How many stayed how long. */
export function Dwell({ bands }: { bands: BoothFigures['dwell'] }) {
  const { t } = useWords()
  const bars = bands.map(({ from, to, people }) => {
    const minutes = { from: from / 60, to: (to ?? 0) / 60 }
    const label = to === null ? t('overMinutes', minutes) : t(from === 0 ? 'underMinutes' : 'betweenMinutes', minutes)
    return { key: String(from), label, value: people }
  })
  return (
    <Section title={t('howLong')} hint={t('howLongHint')}>
      <BarTable caption={t('howLong')} heads={[t('stay'), t('peopleHead')]} bars={bars} />
    </Section>
  )
}

/** How many questions were answered, and how soon. */
export function Questions({ questions }: { questions: BoothFigures['questions'] }) {
  const { t } = useWords()
  const bars = (
    [
      ['asked', t('asked')],
      ['answered', t('answered')],
      ['day', t('withinDay')],
      ['hour', t('withinHour')],
      ['minutes', t('withinMinutes')],
    ] as const
  ).map(([key, label]) => ({ key, label, value: questions[key] }))
  return (
    <Section title={t('answers')} hint={t('answersHint')}>
      <BarTable caption={t('answers')} heads={[t('step'), t('questionCount')]} bars={bars} whole={questions.asked} />
    </Section>
  )
}

/** The exhibitor's leads by what has become of them. */
export function Leads({ leads }: { leads: BoothFigures['leads'] }) {
  const { t } = useWords()
  const bars = leads.byStatus.map(({ status, people }) => ({
    key: status,
    label: t(`status_${status}`),
    value: people,
  }))
  return (
    <Section title={t('leads')} hint={t('leadsHint')}>
      {leads.all === 0 ? (
        <p className={css.none}>{t('noLeads')}</p>
      ) : (
        <BarTable
          caption={t('leads')}
          heads={[t('status'), t('peopleHead')]}
          bars={[{ key: 'all', label: t('leadsAll'), value: leads.all }, ...bars]}
        />
      )}
    </Section>
  )
}
