import { useQuery } from '@tanstack/react-query'
import { learn } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import { useVisit } from '../state/visit.ts'
import { GuideBar } from './guide-bar.tsx'
import { Reminder } from './reminder.tsx'
import { texts } from './texts.ts'
import { useGuide, usePassage } from './use-guide.ts'
import { useKeptVisit } from './use-kept-visit.ts'
import { usePlanning } from './use-planning.ts'
import { useSalonBook } from './use-salon-facts.ts'

learn('visit', texts)

/** What goes on with one's visit while one is in a hall: it is kept, planned, walked, and reminded of. */
export default function VisitKeeper() {
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY })
  return me.data ? <Keeper personId={me.data.personId} /> : null
}

function Keeper({ personId }: { personId: string }) {
  useKeptVisit(personId)
  const begun = useVisit(({ visit }) => visit.wishes.length > 0)
  const { book } = useSalonBook(begun)
  usePlanning(book)
  useGuide(book)
  const cross = usePassage(book)
  if (!book) return null
  return (
    <>
      <GuideBar book={book} onCross={cross} />
      <Reminder book={book} />
    </>
  )
}
