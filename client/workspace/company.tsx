import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LONGEST, MOST } from '../../shared/booth/content.ts'
import { useLanguage } from '../app/i18n.ts'
import { FilmField } from '../files/film-field.tsx'
import { PictureField } from '../files/picture-field.tsx'
import { api } from '../net/api.ts'
import { useDressing } from './booth-context.ts'
import css from './company.module.css'
import { Both, LockedNote, Part } from './fields.tsx'

/** «About the company»: names, words, pictures, film. */
export function Company() {
  const { t } = useTranslation('workspace')
  const { draft, document, edit, isLocked } = useDressing()
  const { exhibitorId } = draft
  return (
    <Part title={t('company')}>
      <Both
        label={t('name')}
        path="name"
        value={document.name}
        most={LONGEST.line}
        onChange={(name) => edit({ name })}
      />
      <Both
        label={t('shortName')}
        hint={t('shortNameHint')}
        path="shortName"
        value={document.shortName}
        most={40}
        onChange={(shortName) => edit({ shortName })}
      />
      <Both
        label={t('summary')}
        hint={t('summaryHint')}
        path="summary"
        value={document.summary}
        most={LONGEST.summary}
        rows={3}
        onChange={(summary) => edit({ summary })}
      />
      <Both
        label={t('description')}
        path="description"
        value={document.description}
        most={LONGEST.text}
        rows={9}
        onChange={(description) => edit({ description })}
      />
      <Tags />
      <LockedNote field="logo" />
      <PictureField
        label={t('logo')}
        hint={t('logoHint')}
        value={document.logo}
        aspect={1}
        exhibitorId={exhibitorId}
        disabled={isLocked('logo')}
        onChange={(logo) => edit({ logo })}
      />
      <LockedNote field="poster" />
      <PictureField
        label={t('poster')}
        hint={t('posterHint')}
        value={document.poster}
        aspect={16 / 9}
        exhibitorId={exhibitorId}
        disabled={isLocked('poster')}
        onChange={(poster) => edit({ poster })}
      />
      <LockedNote field="video" />
      <FilmField
        label={t('video')}
        value={document.video}
        exhibitorId={exhibitorId}
        disabled={isLocked('video')}
        onChange={(video) => edit({ video })}
      />
    </Part>
  )
}

/** Words the booth is found by, among the salon's. */
function Tags() {
  const { t } = useTranslation('workspace')
  const { say } = useLanguage()
  const { document, edit, isLocked } = useDressing()
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const { tags } = document
  const full = tags.length >= MOST.tags
  const toggle = (id: string): void =>
    edit({ tags: tags.includes(id) ? tags.filter((one) => one !== id) : [...tags, id] })
  return (
    <fieldset className={css.tags}>
      <legend>{t('tags')}</legend>
      <LockedNote field="tags" />
      <div>
        {salon.data?.tags.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={tags.includes(id)}
            disabled={isLocked('tags') || (full && !tags.includes(id))}
            onClick={() => toggle(id)}
          >
            {say(name)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
