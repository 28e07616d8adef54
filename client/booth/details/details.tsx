import { useTranslation } from 'react-i18next'
import type { Exhibitor } from '../../../shared/salon/model.ts'
import { learn } from '../../app/i18n.ts'
import { useShownPart } from '../../state/shown-part.ts'
import { Materials } from './materials.tsx'
import { People } from './people.tsx'
import { ProductPage } from './product-page.tsx'
import { Products } from './products.tsx'
import { texts } from './texts.ts'

learn('booth/details', texts)

interface Props {
  readonly boothId: string
  readonly exhibitor: Exhibitor
  readonly part: 'products' | 'materials' | 'people'
  readonly timeZone: string
}

/** What a booth shows beyond its introduction. */
export default function Details({ boothId, exhibitor, part, timeZone }: Props) {
  const { t } = useTranslation('booth/details')
  const show = useShownPart((state) => state.show)
  const wished = useShownPart((state) => (state.boothId === boothId ? state.productId : null))
  if (part === 'materials') return <Materials exhibitor={exhibitor} />
  if (part === 'people') return <People exhibitor={exhibitor} timeZone={timeZone} />
  const product = exhibitor.products.find(({ id }) => id === wished)
  if (product)
    return <ProductPage key={product.id} {...{ boothId, exhibitor, product }} onBack={() => show(boothId, part)} />
  return (
    <>
      {wished !== null && <p role="alert">{t('noSuchProduct')}</p>}
      <Products exhibitor={exhibitor} onOpen={(id) => show(boothId, part, id)} />
    </>
  )
}
