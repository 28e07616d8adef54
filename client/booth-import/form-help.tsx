import { useTranslation } from 'react-i18next'
import { TABLES, WHOSE } from '../../shared/booth/bulk/tables.ts'
import css from './import-page.module.css'

/** How tables are made, and the columns of each. */
export function FormHelp() {
  const { t } = useTranslation('booth-import')
  return (
    <details className={css.form}>
      <summary>{t('formTitle')}</summary>
      <ul>
        {(['formWhose', 'formEmpty', 'formFiles', 'formSeveral', 'formAgain'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <dl>
        {Object.entries(TABLES).map(([table, columns]) => (
          <div key={table}>
            <dt>{t('at', { table })}</dt>
            <dd>{t('columns', { columns: [WHOSE, ...columns].join(', ') })}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
