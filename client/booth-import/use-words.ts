import { useTranslation } from 'react-i18next'
import type { RowProblem, RowReport } from '../../shared/booth/bulk/report.ts'
import type { BoothField } from '../../shared/booth/content.ts'
import { FILE_FAULTS, type FileFault } from '../../shared/files/upload.ts'

const isFileFault = (fault: RowProblem['fault']): fault is FileFault =>
  (FILE_FAULTS as readonly RowProblem['fault'][]).includes(fault)

/** What a report says, in words. */
export function useWords() {
  const { t } = useTranslation('booth-import')
  const { t: tFiles } = useTranslation('files')
  const fields = (all: readonly BoothField[]): string => all.map((field) => t(`field_${field}`)).join(', ')
  const problem = ({ column, fault, found = '' }: RowProblem): string =>
    `${column}: ${isFileFault(fault) ? tFiles(`fault_${fault}`, { found }) : t(`row_${fault}`, { found })}`
  return {
    problem,
    overwrites: ({ overwrites }: RowReport): string => t('overwrites', { fields: fields(overwrites) }),
    /** What a row does to its booth, or why it does not. */
    effect: ({ outcome, changes, problems }: RowReport): string =>
      outcome === 'rejected' ? problems.map(problem).join('; ') : fields(changes),
  }
}
