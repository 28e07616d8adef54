import { rm, stat } from 'node:fs/promises'
import { TABLES, WHOSE } from '../../../shared/booth/bulk/tables.ts'
import { readConfig } from '../../config.ts'
import { openFiles } from '../../files/open.ts'
import { importContent } from '../../services/bulk-content.ts'
import { printBulk, sentenceOf } from '../bulk/print.ts'
import { importFolder, withBulk } from '../bulk/read-bulk.ts'
import { UnreadableBulk } from '../bulk/unreadable.ts'
import type { Command } from '../command.ts'
import { requireSalon } from '../require-salon.ts'
import { Unusable } from '../unusable.ts'

const tables = Object.entries(TABLES).map(([name, columns]) => `  ${name}.csv\n    ${[WHOSE, ...columns].join(', ')}`)

export const importBooths: Command = {
  usage: 'import booths <file> [--check] [--publish]',
  summary: 'what booths show: .csv, or .zip with tables and the files they name',
  details: `  --check    only say what would happen
  --publish  show it to visitors; otherwise it waits in the drafts of the booths

A .csv has a row a booth, with the columns of booths.csv. A .zip has any of these:
${tables.join('\n')}

Cells of ${WHOSE} hold its id or name. An empty cell leaves things as they are, - empties them. docs/booth-import.md
tells more. All rows are imported or, when any is wrong, none. Imported once more, a file changes nothing.`,
  options: { check: { type: 'boolean' }, publish: { type: 'boolean' } },
  files: 1,
  async run(db, terminal, options, [file = '']) {
    await requireSalon(db)
    const isFile = await stat(file).then(
      (stats) => stats.isFile(),
      () => false,
    )
    if (!isFile) throw new Unusable(`There is no file ${file}.`)
    const config = readConfig(process.env)
    const { keeper } = await openFiles(config, '/')
    const deps = { db, keeper, exhibitorRoom: config.exhibitorRoom }
    const mode = options.check ? 'check' : options.publish ? 'publish' : 'keep'
    const now = new Date()
    const folder = await importFolder(config.dataDir, now)
    try {
      const report = await withBulk(file, folder, (bulk) => importContent(deps, bulk, { mode }, null, now))
      return printBulk(terminal, report, mode)
    } catch (error) {
      if (error instanceof UnreadableBulk) throw new Unusable(sentenceOf(error.why))
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
