/** A small salon to test with. */
import type { ExhibitorRecord, SalonContent, SessionRecord } from '../../game-server/services/arrange.ts'

const both = (text: string) => ({ ru: text, en: text })

export const exhibitor = (id: string, change: Partial<ExhibitorRecord> = {}): ExhibitorRecord => ({
  id,
  kind: 'business',
  name: both(id),
  shortName: both(id),
  summary: both(''),
  description: both(''),
  color: '#2f6b4f',
  website: null,
  logo: null,
  poster: null,
  video: null,
  tags: [],
  boothSize: null,
  ...change,
})

export const session = (id: string, change: Partial<SessionRecord> = {}): SessionRecord => ({
  id,
  title: both(id),
  summary: both(''),
  startsAt: new Date('2026-05-01T10:00:00Z'),
  endsAt: new Date('2026-05-01T11:00:00Z'),
  trackId: null,
  periodId: null,
  stageId: null,
  exhibitorId: null,
  language: null,
  speakerIds: [],
  ...change,
})

export const SMALL_SALON = {
  salon: { id: 'small', name: both('Small'), tagline: both(''), timeZone: 'Europe/Moscow', demo: false },
  periods: [
    {
      id: 'spring',
      name: both('Spring'),
      startsAt: new Date('2026-05-01T00:00:00Z'),
      endsAt: new Date('2026-05-05T00:00:00Z'),
    },
  ],
  tags: [{ id: 'robotics', name: { ru: 'Робототехника', en: 'Robotics' } }],
  tracks: [{ id: 'school', name: { ru: 'Школа', en: 'School' }, color: '#3f6f4a' }],
  stages: [{ id: 'main', name: { ru: 'Большая липа', en: 'The Great Linden' } }],
  speakers: [{ id: 'anna', name: { ru: 'Анна Кедрова', en: 'Anna Kedrova' }, affiliation: both('') }],
  exhibitors: [
    exhibitor('tin', {
      name: { ru: 'Роботы «Жестянка»', en: 'Tin Robots' },
      summary: { ru: 'Наборы для сельских школ', en: 'Kits for village schools' },
      tags: ['robotics'],
    }),
    exhibitor('moss', { kind: 'institution', name: { ru: 'Лесная школа «Мох»', en: 'Moss Forest School' } }),
    exhibitor('cape', { kind: 'region', name: { ru: 'Янтарный Мыс', en: 'Amber Cape' } }),
  ],
  sessions: [
    session('opening', {
      title: { ru: 'Открытие', en: 'Opening' },
      stageId: 'main',
      periodId: 'spring',
      trackId: 'school',
      speakerIds: ['anna'],
    }),
    session('workshop', {
      title: { ru: 'Собираем робота', en: 'Building a robot' },
      exhibitorId: 'tin',
      startsAt: new Date('2026-05-01T12:00:00Z'),
      endsAt: new Date('2026-05-01T13:00:00Z'),
    }),
  ],
} as const satisfies SalonContent
