import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/booth/content.ts'
import { inRendition } from '../../../shared/files/address.ts'
import type { Exhibitor } from '../../../shared/salon/model.ts'
import { ProductActions } from '../../app/booth-actions.tsx'
import { useLanguage } from '../../app/i18n.ts'
import { seen } from '../../net/seen.ts'
import { safeAddress } from '../addresses.ts'
import { Film } from '../film.tsx'
import { ShareLink } from '../share-link.tsx'
import { Gallery } from './gallery.tsx'
import css from './product-page.module.css'

interface Props {
  readonly boothId: string
  readonly exhibitor: Exhibitor
  readonly product: Product
  onBack(): void
}

/** One product: its pictures, film and text, and what one can do about it. */
export function ProductPage({ boothId, exhibitor, product, onBack }: Props) {
  const { t } = useTranslation('booth/details')
  const { say } = useLanguage()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    seen(exhibitor.id, { kind: 'opened', subject: product.id })
  }, [exhibitor.id, product.id])
  const link = safeAddress(product.link)
  const name = say(product.name)
  return (
    <article className={css.page}>
      <button type="button" className={css.back} onClick={onBack}>
        <IconArrowLeft size={18} aria-hidden />
        {t('allProducts')}
      </button>
      {product.pictures.length > 0 && <Gallery name={name} pictures={product.pictures} />}
      <h3 ref={title} tabIndex={-1} className={css.name}>
        {name}
      </h3>
      {say(product.priceNote) && <p className={css.price}>{say(product.priceNote)}</p>}
      <div className={css.actions}>
        <ProductActions card={exhibitor} product={product} />
      </div>
      {say(product.text)
        .split(/\n+/)
        .filter(Boolean)
        .map((paragraph) => (
          <p key={paragraph} className={css.text}>
            {paragraph}
          </p>
        ))}
      {product.video && (
        <Film
          exhibitorId={exhibitor.id}
          productId={product.id}
          name={name}
          poster={inRendition(product.video, 'poster.webp')}
          video={product.video}
        />
      )}
      <div className={css.links}>
        {link && (
          <a href={link.href} target="_blank" rel="noopener ugc nofollow">
            {t('more', { host: link.host })}
            <IconExternalLink size={17} aria-hidden />
            <span className="visually-hidden">({t('newTab')})</span>
          </a>
        )}
        <ShareLink
          path={`/booth/${encodeURIComponent(boothId)}/product/${encodeURIComponent(product.id)}`}
          what="product"
        />
      </div>
    </article>
  )
}
