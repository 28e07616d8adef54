import { IconAdjustments, IconArrowsShuffle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { anyLook, type Look, type LookTrait, lookChoices } from '../../../shared/people/look.ts'
import { LOOK_COLOURS } from '../looks.ts'
import css from './look-editor.module.css'
import { Portrait } from './portrait.tsx'

/** Traits chosen by stepping through them, and those chosen by colour. */
const SHAPES = ['hairStyle', 'outfit', 'build', 'height'] as const satisfies readonly LookTrait[]
const COLOURS = ['skin', 'hair', 'shirt', 'trousers'] as const satisfies readonly LookTrait[]

export function LookEditor({ look, onChange }: { look: Look; onChange(look: Look): void }) {
  const { t } = useTranslation('app')
  const [details, setDetails] = useState(false)
  const turn = (trait: LookTrait, by: number): void => {
    const count = lookChoices[trait]
    onChange({ ...look, [trait]: (look[trait] + by + count) % count })
  }
  return (
    <fieldset className={css.editor}>
      <legend className="visually-hidden">{t('look')}</legend>
      <div className={css.portrait}>
        <Portrait look={look} size={104} />
        <button type="button" className={css.choice} onClick={() => onChange(anyLook(Math.random))}>
          <IconArrowsShuffle size={18} aria-hidden />
          {t('shuffle')}
        </button>
        <button type="button" className={css.choice} aria-expanded={details} onClick={() => setDetails(!details)}>
          <IconAdjustments size={18} aria-hidden />
          {t('tailor')}
        </button>
      </div>
      <div className={css.traits} hidden={!details}>
        {SHAPES.map((trait) => (
          <fieldset key={trait} className={css.stepper} aria-label={t(`trait_${trait}`)}>
            <button type="button" onClick={() => turn(trait, -1)} aria-label={t('previousChoice')}>
              <IconChevronLeft size={18} aria-hidden />
            </button>
            <span aria-live="polite">
              {t(`trait_${trait}`)}
              <span className="visually-hidden">{t('choiceOf', { n: look[trait] + 1, of: lookChoices[trait] })}</span>
            </span>
            <button type="button" onClick={() => turn(trait, 1)} aria-label={t('nextChoice')}>
              <IconChevronRight size={18} aria-hidden />
            </button>
          </fieldset>
        ))}
        {COLOURS.map((trait) => (
          <div key={trait} className={css.swatches} role="radiogroup" aria-label={t(`trait_${trait}`)}>
            {LOOK_COLOURS[trait].map((colour, index) => (
              <input
                key={colour}
                type="radio"
                name={trait}
                checked={look[trait] === index}
                onChange={() => onChange({ ...look, [trait]: index })}
                aria-label={t('choiceOf', { n: index + 1, of: lookChoices[trait] })}
                style={{ backgroundColor: colour }}
              />
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
