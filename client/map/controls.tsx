import { IconCurrentLocation, IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './controls.module.css'

interface Props {
  readonly following: boolean
  /** A panel lies over the right of the view: the buttons stand beside it. */
  readonly aside: boolean
  onIn(): void
  onOut(): void
  onFit(): void
  onFollow(): void
}

/** What wheel, pinch and keys do, as buttons. */
export function Controls({ following, aside, onIn, onOut, onFit, onFollow }: Props) {
  const { t } = useTranslation('map')
  return (
    <fieldset className={aside ? `${css.controls} ${css.aside}` : css.controls} aria-label={t('controls')}>
      <div className={css.group}>
        <Control name={t('zoomIn')} onClick={onIn}>
          <IconPlus size={20} stroke={1.7} aria-hidden />
        </Control>
        <Control name={t('zoomOut')} onClick={onOut}>
          <IconMinus size={20} stroke={1.7} aria-hidden />
        </Control>
      </div>
      <div className={css.group}>
        <Control name={t('fit')} onClick={onFit}>
          <IconFocusCentered size={20} stroke={1.7} aria-hidden />
        </Control>
        <Control name={t('follow')} onClick={onFollow} pressed={following}>
          <IconCurrentLocation size={20} stroke={1.7} aria-hidden />
        </Control>
      </div>
    </fieldset>
  )
}

interface ControlProps {
  readonly name: string
  readonly pressed?: boolean
  readonly children: ReactNode
  onClick(): void
}

function Control({ name, pressed, children, onClick }: ControlProps) {
  return (
    <button
      type="button"
      className={css.control}
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
