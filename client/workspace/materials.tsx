import { IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LONGEST, type Material, MOST } from '../../shared/booth/content.ts'
import { useLanguage } from '../app/i18n.ts'
import { FileDrop } from '../files/file-drop.tsx'
import { useDressing } from './booth-context.ts'
import { Both, Line, LockedNote, Part } from './fields.tsx'
import css from './list-of.module.css'
import { ListOf } from './list-of.tsx'

/** «Materials»: files and links to take home. */
export function Materials() {
  const { t } = useTranslation('workspace')
  const { say } = useLanguage()
  const { draft, keeper, document, edit, isLocked } = useDressing()
  const full = document.materials.length >= MOST.materials
  const add = (one: Material): void =>
    edit({ materials: [...keeper.now.document.materials, one].slice(0, MOST.materials) })
  const addLink = (): void => add({ kind: 'link', id: crypto.randomUUID(), name: { ru: '', en: '' }, link: 'https://' })
  return (
    <Part title={t('materials')} hint={t('materialsHint')}>
      <LockedNote field="materials" />
      <ListOf<Material>
        all={document.materials}
        most={MOST.materials}
        locked={isLocked('materials')}
        add=""
        empty={t('noMaterials')}
        titleOf={({ name }) => say(name)}
        make={null}
        onChange={(materials) => edit({ materials })}
        form={(one, n, change) => (
          <>
            <Both
              label={t('materialName')}
              path={`materials.${n}.name`}
              value={one.name}
              most={LONGEST.line}
              onChange={(name) => change({ name })}
            />
            {one.kind === 'link' ? (
              <Line
                label={t('link')}
                path={`materials.${n}.link`}
                type="url"
                value={one.link}
                most={LONGEST.link}
                onText={(link) => change({ link })}
              />
            ) : (
              <a href={one.file} target="_blank" rel="noreferrer">
                {t('openFile')}
              </a>
            )}
          </>
        )}
      />
      {!isLocked('materials') && !full && (
        <>
          <FileDrop
            label={t('addFiles')}
            hint={t('filesHint')}
            accept={['document', 'picture', 'film']}
            multiple
            exhibitorId={draft.exhibitorId}
            onUploaded={({ address, name, bytes }) => {
              const title = name.replace(/\.\w+$/, '').slice(0, LONGEST.line)
              add({ kind: 'file', id: crypto.randomUUID(), name: { ru: title, en: '' }, file: address, bytes })
            }}
          />
          <button type="button" className={css.add} onClick={addLink}>
            <IconLink size={18} aria-hidden />
            {t('addLink')}
          </button>
        </>
      )}
    </Part>
  )
}
