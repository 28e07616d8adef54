import { texts } from '../../client/booth-import/texts.ts'
import type { Scene } from './scene.ts'

const TABLE = `exhibitor;summary_ru;color;website
zhestyanka;Роботы для сельских школ;;https://example.org
myagkiy-znak;Пишем без ошибок;red;
nobody;;;
`

/** Where exhibitors and organizers work. */
export const DESK_SCENES: readonly Scene[] = [
  { name: 'workspace', view: null, path: '/workspace/zhestyanka', as: 'exhibitor' },
  { name: 'leads', view: null, path: '/leads/zhestyanka', as: 'exhibitor' },
  { name: 'figures', view: null, path: '/figures/zhestyanka', as: 'exhibitor' },
  { name: 'webhooks', view: null, path: '/workspace/zhestyanka/webhooks', as: 'exhibitor' },
  { name: 'inbox', view: null, path: '/inbox/zhestyanka', as: 'exhibitor' },
  { name: 'booths', view: null, path: '/workspace', as: 'organizer' },
  { name: 'booth-import', view: null, path: '/booth-import', as: 'organizer' },
  {
    name: 'booth-import-report',
    view: null,
    path: '/booth-import',
    as: 'organizer',
    act: async (page, language) => {
      const file = { name: 'booths.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByText(texts[language].whileRejected).waitFor()
    },
  },
  { name: 'attendance', view: null, path: '/attendance', as: 'organizer' },
  { name: 'reports', view: null, path: '/reports', as: 'organizer' },
]
