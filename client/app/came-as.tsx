import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Me } from '../../shared/salon/model.ts'
import { api } from '../net/api.ts'
import { EntryScreen } from './entry/entry-screen.tsx'
import { Waiting } from './waiting.tsx'

/** Shows its children to whoever has come in; everybody else comes in first and then is where the link led. */
export function CameAs({ children }: { children: (me: Me) => ReactNode }) {
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY })
  if (me.isPending) return <Waiting />
  return me.data ? children(me.data) : <EntryScreen staysHere />
}
