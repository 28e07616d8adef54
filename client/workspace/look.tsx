import { IconBuildingPavilion, IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useDressing } from './booth-context.ts'
import { contrastWithWhite } from './contrast.ts'
import { Line, LockedNote, Part } from './fields.tsx'
import css from './look.module.css'

/** Colours that look well in the park and carry white letters. */
const SWATCHES = ['#3f6f4a', '#2c6e8a', '#6a4c93', '#a03e5c', '#9a5a1f', '#c2552d', '#1f5f6b', '#4a5568'] as const
/** WCAG 2.2: large letters, and any. */
const READABLE = 3

/** «Look of the booth»: colour and design of the pavilion. */
export function Look() {
  const { t } = useTranslation('workspace')
  const { draft, document, edit, isLocked } = useDressing()
  const color = useId()
  const designs = [null, ...draft.pavilions]
  const ratio = contrastWithWhite(document.color)
  return (
    <Part title={t('look')} hint={t('lookHint')}>
      <fieldset className={css.colours} disabled={isLocked('color')}>
        <legend>{t('color')}</legend>
        <LockedNote field="color" />
        <div>
          {SWATCHES.map((one) => (
            <button
              key={one}
              type="button"
              style={{ background: one }}
              aria-label={t('swatch', { color: one })}
              aria-pressed={one === document.color}
              onClick={() => edit({ color: one })}
            >
              {one === document.color && <IconCheck size={20} aria-hidden />}
            </button>
          ))}
          <label className={css.own} htmlFor={color}>
            <input
              id={color}
              type="color"
              value={document.color}
              onChange={({ target }) => edit({ color: target.value })}
            />
            {t('ownColor')}
          </label>
        </div>
      </fieldset>
      <Line
        label={t('colorCode')}
        path="color"
        value={document.color}
        onText={(text) => edit({ color: text.trim().toLowerCase() })}
        {...(ratio !== null && ratio < READABLE && { hint: t('pale') })}
      />
      <fieldset className={css.designs} disabled={isLocked('pavilion')}>
        <legend>{t('pavilion')}</legend>
        <LockedNote field="pavilion" />
        {draft.pavilions.length === 0 && <p>{t('noPlot')}</p>}
        <div>
          {draft.pavilions.length > 0 &&
            designs.map((one) => (
              <button
                key={one ?? 'usual'}
                type="button"
                aria-pressed={document.pavilion === one}
                onClick={() => edit({ pavilion: one })}
              >
                <IconBuildingPavilion size={24} aria-hidden />
                <b>{t(one === null ? 'pavilion_usual' : `pavilion_${one}`)}</b>
                <span>{t(one === null ? 'pavilion_usual_hint' : `pavilion_${one}_hint`)}</span>
              </button>
            ))}
        </div>
      </fieldset>
    </Part>
  )
}
