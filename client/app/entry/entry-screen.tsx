import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { anyLook } from '../../../shared/people/look.ts'
import type { Me, Salon } from '../../../shared/salon/model.ts'
import { ApiProblem, api } from '../../net/api.ts'
import { dateRange } from '../dates.ts'
import { useLanguage } from '../i18n.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { Mark } from '../mark.tsx'
import { problemText } from '../problem-text.ts'
import css from './entry-screen.module.css'
import { HallChoice } from './hall-choice.tsx'
import { Hero } from './hero.tsx'
import { LookEditor } from './look-editor.tsx'

/**
 * The door: who you are and how you look, in one screen, and in you go. `staysHere`: the address already says where
 * to, so coming in is enough.
 */
export function EntryScreen({ staysHere = false }: { staysHere?: boolean }) {
  const { t } = useTranslation('app')
  const { say, language } = useLanguage()
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY })

  return (
    <main className={css.page}>
      <Hero />
      <div className={css.veil} />
      <header className={css.top}>
        <span className={css.brand}>
          <Mark size={36} /> Alleya
        </span>
        <nav className={css.ways}>
          {!me.isPending && (
            <Link href={me.data ? '/account' : '/account/sign-in'}>{me.data ? t('ownProfile') : t('signIn')}</Link>
          )}
          <LanguageSwitch />
        </nav>
      </header>
      <section className={css.card} aria-labelledby="salon">
        {salon.data && (
          <>
            <p className={css.dates}>{dateRange(salon.data.periods, language, salon.data.timeZone)}</p>
            <h1 id="salon">{say(salon.data.name)}</h1>
            <p className={css.tagline}>{say(salon.data.tagline)}</p>
            {!me.isPending && <Door salon={salon.data} me={me.data ?? null} staysHere={staysHere} />}
          </>
        )}
        {salon.isPending && <Skeleton />}
        {salon.isError && (
          <div role="alert" className={css.failed}>
            <h1 id="salon">{t('closedTitle')}</h1>
            <p>{problemText(salon.error, t)}</p>
            <button type="button" className={css.enter} onClick={() => void salon.refetch()}>
              {t('tryAgain')}
            </button>
          </div>
        )}
      </section>
    </main>
  )
}

function Door({ salon, me, staysHere }: { salon: Salon; me: Me | null; staysHere: boolean }) {
  const { t } = useTranslation('app')
  const { language } = useLanguage()
  const [name, setName] = useState(me?.name ?? '')
  const [look, setLook] = useState(() => me?.look ?? anyLook(Math.random))
  const [hallId, setHallId] = useState(salon.halls[0]?.id ?? '')
  const [roomId, setRoomId] = useState<string | null>(null)
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const enter = useMutation({
    mutationFn: () => {
      const said = { name: name.trim(), look, language }
      return me ? api.editMe(said) : api.comeIn({ ...said, findable: false })
    },
    onSuccess: (entered) => {
      queries.setQueryData(['me'], entered)
      if (!staysHere)
        navigate(`/hall/${encodeURIComponent(hallId)}${roomId ? `?room=${encodeURIComponent(roomId)}` : ''}`)
    },
  })

  const missing = name.trim() === ''
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!missing) enter.mutate()
  }
  const nameProblem = asked && missing ? t('nameMissing') : fieldProblem(enter.error, 'name') ? t('nameWrong') : null

  return (
    <form className={css.door} onSubmit={submit} noValidate>
      <label className={css.label} htmlFor="name">
        {t('yourName')}
      </label>
      <input
        id="name"
        className={css.name}
        value={name}
        maxLength={40}
        autoComplete="given-name"
        placeholder={t('namePlaceholder')}
        aria-invalid={nameProblem !== null}
        aria-describedby={nameProblem ? 'name-problem' : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {nameProblem && (
        <p id="name-problem" className={css.problem} role="alert">
          {nameProblem}
        </p>
      )}
      <LookEditor look={look} onChange={setLook} />
      {!staysHere && (
        <HallChoice halls={salon.halls} hallId={hallId} roomId={roomId} onHall={setHallId} onRoom={setRoomId} />
      )}
      <button type="submit" className={css.enter} disabled={enter.isPending || (!staysHere && hallId === '')}>
        {enter.isPending ? t('entering') : t('enter')}
      </button>
      {!staysHere && hallId === '' && <p className={css.note}>{t('noHalls')}</p>}
      {enter.isError && !nameProblem && (
        <p className={css.problem} role="alert">
          {problemText(enter.error, t)}
        </p>
      )}
      <p className={css.note}>{t('entryNote')}</p>
    </form>
  )
}

const fieldProblem = (error: Error | null, field: string): boolean =>
  error instanceof ApiProblem && error.field === field

function Skeleton() {
  const { t } = useTranslation('app')
  return (
    <div className={css.skeleton} role="status">
      <span className="visually-hidden">{t('waiting')}</span>
      <i style={{ width: '40%' }} />
      <i style={{ width: '90%', height: 44 }} />
      <i style={{ width: '75%' }} />
      <i style={{ height: 180 }} />
      <i style={{ height: 52 }} />
    </div>
  )
}
