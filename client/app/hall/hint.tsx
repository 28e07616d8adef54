import { Modal } from '@mantine/core'
import { IconClick, IconKeyboard, IconListSearch, IconMessageCircle, IconRotate, IconTrees } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../state/settings.ts'
import css from './hint.module.css'
import { useOverlays } from './overlays.ts'

const WAYS = [
  ['click', IconClick],
  ['keys', IconKeyboard],
  ['look', IconRotate],
  ['views', IconTrees],
  ['find', IconListSearch],
  ['talk', IconMessageCircle],
] as const

const KEYS = [
  ['1 2 3', 'keyViews'],
  ['/', 'keySearch'],
  ['C', 'keyChat'],
  ['V', 'keyWave'],
  ['?', 'keyHint'],
  ['Esc', 'keyEscape'],
] as const

/** All there is to know about getting around, on one screen: at the first visit, and whenever asked. */
export function Hint() {
  const { t } = useTranslation('app')
  const seen = useSettings((state) => state.hintSeen)
  const set = useSettings((state) => state.set)
  const asked = useOverlays((state) => state.hint)
  const setOverlays = useOverlays((state) => state.set)
  const close = (): void => {
    set({ hintSeen: true })
    setOverlays({ hint: false })
  }
  return (
    <Modal
      opened={asked || !seen}
      onClose={close}
      title={t('howTo')}
      size={680}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <ul className={css.ways}>
        {WAYS.map(([way, Icon]) => (
          <li key={way}>
            <Icon size={26} stroke={1.6} aria-hidden />
            <span>
              <strong>{t(`hint_${way}`)}</strong>
              {t(`hint_${way}Text`)}
            </span>
          </li>
        ))}
      </ul>
      <dl className={css.keys}>
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className={css.go} onClick={close}>
        {t('hintGo')}
      </button>
    </Modal>
  )
}
