import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HallSummary } from '../../../shared/salon/model.ts'
import { api } from '../../net/api.ts'
import { useLanguage } from '../i18n.ts'
import css from './hall-choice.module.css'

interface Props {
  readonly halls: readonly HallSummary[]
  readonly hallId: string
  /** null: whichever instance has room. */
  readonly roomId: string | null
  onHall(hallId: string): void
  onRoom(roomId: string | null): void
}

/** Where to: a hall where there are several, and an instance of it for whoever goes where friends are. */
export function HallChoice({ halls, hallId, roomId, onHall, onRoom }: Props) {
  const { t } = useTranslation('app')
  const { say } = useLanguage()
  const instances = useQuery({
    queryKey: ['instances', hallId],
    queryFn: () => api.instances(hallId),
    enabled: hallId !== '',
    refetchInterval: 10_000,
  })
  const rooms = [...(instances.data ?? [])].sort((a, b) => a.instance - b.instance)

  return (
    <>
      {halls.length > 1 && (
        <fieldset className={css.halls}>
          <legend>{t('whichHall')}</legend>
          {halls.map((hall) => (
            <label key={hall.id} className={css.hall}>
              <input
                type="radio"
                name="hall"
                checked={hall.id === hallId}
                onChange={() => {
                  onHall(hall.id)
                  onRoom(null)
                }}
              />
              <span>
                {say(hall.name)}
                <small>
                  {t('boothCount', { count: hall.booths })} · {t('peopleHere', { count: hall.people })}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {halls.length === 1 && rooms.length <= 1 && (
        <p className={css.here}>{t('peopleHere', { count: rooms[0]?.people ?? halls[0]?.people ?? 0 })}</p>
      )}
      {rooms.length > 1 && (
        <label className={css.rooms}>
          {t('whichChannel')}
          <select value={roomId ?? ''} onChange={(event) => onRoom(event.target.value || null)}>
            <option value="">{t('anyChannel')}</option>
            {rooms.map((room) => (
              <option key={room.roomId} value={room.roomId} disabled={room.people >= room.capacity}>
                {t('channelLine', { n: room.instance, people: room.people, capacity: room.capacity })}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
