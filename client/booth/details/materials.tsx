import {
  IconDownload,
  IconExternalLink,
  IconFile,
  IconFileTypePdf,
  IconLink,
  IconMovie,
  IconPhoto,
  IconPresentation,
} from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../../shared/booth/content.ts'
import type { Exhibitor } from '../../../shared/salon/model.ts'
import { MaterialActions } from '../../app/booth-actions.tsx'
import { useLanguage } from '../../app/i18n.ts'
import { seen } from '../../net/seen.ts'
import { kindOf, type MaterialKind, previewOf, safeAddress } from '../addresses.ts'
import css from './materials.module.css'
import { sizeText } from './size-text.ts'

const SIGNS: Readonly<Record<MaterialKind, ComponentType<{ size: number; stroke: number }>>> = {
  pdf: IconFileTypePdf,
  presentation: IconPresentation,
  image: IconPhoto,
  film: IconMovie,
  file: IconFile,
  link: IconLink,
}

/** What one takes home: documents with their first page, presentations, pictures, links. */
export function Materials({ exhibitor }: { exhibitor: Exhibitor }) {
  return (
    <ul className={css.materials}>
      {exhibitor.materials.map((material) => (
        <Line key={material.id} exhibitor={exhibitor} material={material} />
      ))}
    </ul>
  )
}

function Line({ exhibitor, material }: { exhibitor: Exhibitor; material: Material }) {
  const { t } = useTranslation('booth/details')
  const { say, language } = useLanguage()
  const kind = kindOf(material)
  const elsewhere = material.kind === 'link' ? safeAddress(material.link) : null
  const address = material.kind === 'file' ? material.file : elsewhere?.href
  const name = say(material.name)
  const note =
    material.kind === 'file'
      ? `${t(`kind_${kind}`)} · ${sizeText(material.bytes, language)}`
      : (elsewhere?.host ?? t('brokenLink'))
  return (
    <li className={css.material}>
      <Preview material={material} color={exhibitor.color} />
      <div className={css.words}>
        {address ? (
          <a
            className={css.name}
            href={address}
            rel="noopener ugc nofollow"
            onClick={() => seen(exhibitor.id, { kind: 'opened', subject: material.id })}
            {...(material.kind === 'file' ? { download: '' } : { target: '_blank' })}
          >
            {name}
            <span className="visually-hidden">({t(material.kind === 'file' ? 'download' : 'newTab')})</span>
          </a>
        ) : (
          <span className={css.name}>{name}</span>
        )}
        <p className={css.note}>
          {material.kind === 'file' ? (
            <IconDownload size={15} aria-hidden />
          ) : (
            <IconExternalLink size={15} aria-hidden />
          )}
          {note}
        </p>
      </div>
      <div className={css.actions}>
        <MaterialActions card={exhibitor} material={material} />
      </div>
    </li>
  )
}

function Preview({ material, color }: { material: Material; color: string }) {
  const [failed, setFailed] = useState(false)
  const picture = previewOf(material)
  const Sign = SIGNS[kindOf(material)]
  return (
    <div className={css.preview} style={{ color }} aria-hidden>
      {picture && !failed ? (
        <img src={picture} alt="" loading="lazy" onError={() => setFailed(true)} />
      ) : (
        <Sign size={30} stroke={1.4} />
      )}
    </div>
  )
}
