import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LONGEST, MOST, type Product } from '../../shared/booth/content.ts'
import { inRendition } from '../../shared/files/address.ts'
import { useLanguage } from '../app/i18n.ts'
import { FileDrop } from '../files/file-drop.tsx'
import { FilmField } from '../files/film-field.tsx'
import { useDressing } from './booth-context.ts'
import { Both, Line, LockedNote, Part } from './fields.tsx'
import { ListOf } from './list-of.tsx'
import css from './products.module.css'

const NOTHING = { ru: '', en: '' }
const newProduct = (): Product => ({
  ...{ id: crypto.randomUUID(), name: NOTHING, text: NOTHING, priceNote: NOTHING },
  ...{ pictures: [], video: null, link: null },
})

/** «Products and services». */
export function Products() {
  const { t } = useTranslation('workspace')
  const { say } = useLanguage()
  const { document, edit, isLocked } = useDressing()
  return (
    <Part title={t('products')} hint={t('productsHint')}>
      <LockedNote field="products" />
      <ListOf
        all={document.products}
        most={MOST.products}
        locked={isLocked('products')}
        add={t('addProduct')}
        empty={t('noProducts')}
        titleOf={({ name }) => say(name)}
        pictureOf={({ pictures: [first] }) => (first ? inRendition(first, 'small.webp') : null)}
        make={newProduct}
        onChange={(products) => edit({ products })}
        form={(one, n, change) => <ProductForm one={one} path={`products.${n}`} change={change} />}
      />
    </Part>
  )
}

function ProductForm({ one, path, change }: { one: Product; path: string; change(edit: Partial<Product>): void }) {
  const { t } = useTranslation('workspace')
  const { draft, isLocked } = useDressing()
  return (
    <>
      <Both
        label={t('productName')}
        path={`${path}.name`}
        value={one.name}
        most={LONGEST.line}
        onChange={(name) => change({ name })}
      />
      <Both
        label={t('productText')}
        path={`${path}.text`}
        value={one.text}
        most={LONGEST.text}
        rows={5}
        onChange={(text) => change({ text })}
      />
      <Both
        label={t('price')}
        hint={t('priceHint')}
        path={`${path}.priceNote`}
        value={one.priceNote}
        most={LONGEST.note}
        onChange={(priceNote) => change({ priceNote })}
      />
      <Line
        label={t('link')}
        path={`${path}.link`}
        type="url"
        value={one.link ?? ''}
        most={LONGEST.link}
        onText={(link) => change({ link: link === '' ? null : link })}
      />
      <Pictures one={one} change={change} />
      <FilmField
        label={t('productVideo')}
        value={one.video}
        exhibitorId={draft.exhibitorId}
        disabled={isLocked('products')}
        onChange={(video) => change({ video })}
      />
    </>
  )
}

/** Pictures of a product, the first one stands for it. */
function Pictures({ one, change }: { one: Product; change(edit: Partial<Product>): void }) {
  const { t } = useTranslation('workspace')
  const { draft, keeper, isLocked } = useDressing()
  const add = (address: string): void => {
    // Several arrive one after another: each joins those that are there by then.
    const present = keeper.now.document.products.find(({ id }) => id === one.id)?.pictures ?? []
    change({ pictures: [...present, address].slice(0, MOST.pictures) })
  }
  return (
    <div className={css.pictures}>
      <p>{t('pictures')}</p>
      <ul>
        {one.pictures.map((address, n) => (
          <li key={address}>
            <img src={inRendition(address, 'small.webp')} alt={t('picture', { number: n + 1 })} />
            {!isLocked('products') && (
              <button
                type="button"
                aria-label={t('removePicture', { number: n + 1 })}
                onClick={() => change({ pictures: one.pictures.filter((other) => other !== address) })}
              >
                <IconX size={16} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isLocked('products') && one.pictures.length < MOST.pictures && (
        <FileDrop
          label={t('addPictures')}
          accept={['picture']}
          multiple
          exhibitorId={draft.exhibitorId}
          onUploaded={({ kind, address }) => kind === 'image' && add(address)}
        />
      )}
    </div>
  )
}
