import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AUDIENCES } from '../../shared/people/profile.ts'
import type { Me } from '../../shared/salon/model.ts'
import { Portrait } from '../app/entry/portrait.tsx'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import css from './account.module.css'
import { Field, Form } from './form.tsx'
import { otherProblem } from './problems.ts'

/** What somebody says of themself, and who may see it. */
export function ProfileSection({ me }: { me: Me }) {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [name, setName] = useState(me.name)
  const [organisation, setOrganisation] = useState(me.organisation)
  const [position, setPosition] = useState(me.position)
  const [interests, setInterests] = useState(me.interests.join(', '))
  const [visibleTo, setVisibleTo] = useState(me.visibleTo)
  const [findable, setFindable] = useState(me.findable)
  const [doNotDisturb, setDoNotDisturb] = useState(me.doNotDisturb)
  const words = [...new Set(interests.split(',').map((one) => one.trim()))].filter((one) => one !== '')
  const tooMany = words.length > 20 || words.some((one) => one.length > 60)
  const save = useMutation({
    mutationFn: () =>
      api.editMe({
        ...{ name: name.trim(), organisation, position, interests: words },
        ...{ visibleTo, findable, doNotDisturb, language },
      }),
    onSuccess: (edited) => queries.setQueryData(['me'], edited),
  })
  const nameless = name.trim() === ''

  return (
    <section className={css.section} aria-labelledby="profile" onChange={() => save.reset()}>
      <div className={css.self}>
        <Portrait look={me.look} size={72} />
        <div>
          <h2 id="profile">{t('profile')}</h2>
          <p>{t('profileIntro')}</p>
        </div>
      </div>
      <Form
        button={t('save')}
        busy={save.isPending}
        problem={otherProblem(save.error, [], tApp)}
        onSubmit={() => {
          if (!nameless && !tooMany) save.mutate()
        }}
      >
        <Field
          caption={t('name')}
          autoComplete="name"
          maxLength={40}
          value={name}
          onText={setName}
          problem={nameless ? t('nameMissing') : null}
        />
        <div className={css.pair}>
          <Field
            caption={t('organisation')}
            autoComplete="organization"
            maxLength={120}
            value={organisation}
            onText={setOrganisation}
          />
          <Field
            caption={t('position')}
            autoComplete="organization-title"
            maxLength={120}
            value={position}
            onText={setPosition}
          />
        </div>
        <Field
          caption={t('interests')}
          hint={t('interestsHint')}
          value={interests}
          onText={setInterests}
          problem={tooMany ? t('interestsWrong') : null}
        />
        <fieldset className={css.choice}>
          <legend>{t('visibleTo')}</legend>
          {AUDIENCES.map((one) => (
            <label key={one}>
              <input type="radio" name="visible-to" checked={visibleTo === one} onChange={() => setVisibleTo(one)} />
              {t(`visible_${one}`)}
            </label>
          ))}
        </fieldset>
        <label className={css.check}>
          <input type="checkbox" checked={findable} onChange={(event) => setFindable(event.target.checked)} />
          <span>{t('findable')}</span>
        </label>
        <label className={css.check}>
          <input type="checkbox" checked={doNotDisturb} onChange={(event) => setDoNotDisturb(event.target.checked)} />
          <span>
            {t('doNotDisturb')}
            <small>{t('doNotDisturbNote')}</small>
          </span>
        </label>
      </Form>
      <p role="status" className={css.done}>
        {save.isSuccess && t('saved')}
      </p>
    </section>
  )
}
