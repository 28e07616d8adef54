import { IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { inRendition } from '../../../shared/files/address.ts'
import type { Exhibitor } from '../../../shared/salon/model.ts'
import { ProductActions } from '../../app/booth-actions.tsx'
import { useLanguage } from '../../app/i18n.ts'
import css from './products.module.css'

/** Products as cards. The one that was open last has the focus again when one comes back. */
export function Products({ exhibitor, onOpen }: { exhibitor: Exhibitor; onOpen(id: string): void }) {
  const { t } = useTranslation('booth/details')
  const { say } = useLanguage()
  return (
    <ul className={css.products}>
      {exhibitor.products.map((product) => {
        const [picture] = product.pictures
        return (
          <li key={product.id} className={css.card}>
            <div className={css.picture} style={{ background: picture ? undefined : `${exhibitor.color}22` }}>
              {picture ? (
                <img src={inRendition(picture, 'medium.webp')} alt="" loading="lazy" />
              ) : (
                <IconPackage size={40} stroke={1.2} color={exhibitor.color} aria-hidden />
              )}
            </div>
            <div className={css.words}>
              <button type="button" className={css.name} onClick={() => onOpen(product.id)}>
                {say(product.name)}
              </button>
              <p className={css.text}>{say(product.text)}</p>
              {say(product.priceNote) && (
                <p className={css.price}>
                  <span className="visually-hidden">{t('price')} </span>
                  {say(product.priceNote)}
                </p>
              )}
            </div>
            <div className={css.actions}>
              <ProductActions card={exhibitor} product={product} small />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
