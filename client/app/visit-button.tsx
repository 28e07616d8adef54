import { IconCheck, IconRoute } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keyOf, type Subject } from '../../shared/route/visit.ts'
import { unwished, wished } from '../../shared/route/wishes.ts'
import { useVisit } from '../state/visit.ts'
import css from './visit-button.module.css'

interface Props {
  readonly about: Subject
  /** Of what it is about, for those who hear the button without seeing where it stands. */
  readonly name: string
  /** Where there is little room: the sign alone. */
  readonly small?: boolean
}

/** Puts a booth, a product or a session into one's visit, and takes it out again. */
export function VisitButton({ about, name, small = false }: Props) {
  const { t } = useTranslation('app')
  const inside = useVisit(({ visit }) => visit.wishes.some((wish) => isWishFor(wish.about, about)))
  const toggle = (): void => {
    const { visit, change } = useVisit.getState()
    if (inside) change(unwished(visit, new Set([keyOf(about)])), { what: 'removed', count: 1 })
    else change(wished(visit, [about]))
  }
  return (
    <button
      type="button"
      className={css.button}
      aria-pressed={inside}
      // What is read is heard, and of what it is.
      aria-label={small ? t('visitButton', { name }) : `${t(inside ? 'visitIn' : 'visitAdd')}: ${name}`}
      data-small={small || undefined}
      onClick={toggle}
    >
      {inside ? <IconCheck size={18} aria-hidden /> : <IconRoute size={18} aria-hidden />}
      {!small && <span>{t(inside ? 'visitIn' : 'visitAdd')}</span>}
    </button>
  )
}

/** Of a booth, also a wish for one of its products. */
function isWishFor(wish: Subject, about: Subject): boolean {
  if (keyOf(wish) !== keyOf(about)) return false
  if (wish.kind !== 'booth' || about.kind !== 'booth') return true
  return about.productIds.every((id) => wish.productIds.includes(id))
}
