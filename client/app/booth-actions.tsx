/**
 * What a visitor can do about what a booth shows. The booth's panel says where these stand; each feature puts its own
 * here, so that features need not know of each other.
 */
import type { Material, Product, TeamMember } from '../../shared/booth/content.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import { AskButton } from './ask-button.tsx'
import { BriefcaseButton } from './briefcase-button.tsx'
import { CardButton } from './card-button.tsx'
import { ConsentButton } from './consent-button.tsx'
import { useLanguage } from './i18n.ts'
import { VisitButton } from './visit-button.tsx'

/** About the whole booth, beside its name. */
export function BoothActions({ card }: { card: ExhibitorCard }) {
  const { say } = useLanguage()
  return (
    <>
      <AskButton exhibitorId={card.id} />
      <BriefcaseButton about={{ kind: 'booth', exhibitorId: card.id }} name={say(card.name)} />
      <VisitButton about={{ kind: 'booth', exhibitorId: card.id, productIds: [] }} name={say(card.name)} />
      <ConsentButton exhibitorId={card.id} name={say(card.name)} />
    </>
  )
}

/** About one of its products; `small` in a list. */
export function ProductActions({ card, product, small }: { card: ExhibitorCard; product: Product; small?: boolean }) {
  const { say } = useLanguage()
  const name = say(product.name)
  return (
    <>
      <BriefcaseButton
        about={{ kind: 'product', exhibitorId: card.id, id: product.id }}
        name={name}
        {...(small && { small })}
      />
      <VisitButton
        about={{ kind: 'booth', exhibitorId: card.id, productIds: [product.id] }}
        name={name}
        {...(small && { small })}
      />
    </>
  )
}

/** About one of its materials, in a list. */
export function MaterialActions({ card, material }: { card: ExhibitorCard; material: Material }) {
  const { say } = useLanguage()
  const about = { kind: 'material', exhibitorId: card.id, id: material.id } as const
  return <BriefcaseButton about={about} name={say(material.name)} small />
}

/** About somebody of its staff who is there now. */
export function StaffActions({ card, personId, name }: { card: ExhibitorCard; personId: string; name: string }) {
  return <CardButton personId={personId} name={name} exhibitorId={card.id} />
}

/** About one of its people, where they are in the salon themselves. */
export function TeamMemberActions({ card, member }: { card: ExhibitorCard; member: TeamMember }) {
  const { say } = useLanguage()
  const { personId } = member
  return personId && <CardButton personId={personId} name={say(member.name)} exhibitorId={card.id} />
}
