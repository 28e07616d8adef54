import { writeFileSync } from 'node:fs'
import type { Database } from '../../db/database.ts'
import { currentPlan, publishedPlan } from '../../services/plans.ts'
import { Refused } from '../../services/refused.ts'
import { type Command, textOption } from '../command.ts'
import { Unusable } from '../unusable.ts'

export const exportPlan: Command = {
  usage: 'export plan [--version <number>] [--out <file>]',
  summary: 'the published floor plan as JSON',
  details: `  --version <number>  an earlier version (the one visitors walk in)
  --out <file>        where to (standard output)`,
  options: { version: { type: 'string' }, out: { type: 'string' } },
  files: 0,
  async run(db, terminal, options) {
    const plan = options.version === undefined ? await present(db) : await earlier(db, textOption(options, 'version'))
    const text = JSON.stringify(plan, null, 2)
    const out = textOption(options, 'out')
    if (out === '') terminal.print(text)
    else write(out, `${text}\n`)
    return true
  },
}

async function present(db: Database) {
  const current = await currentPlan(db)
  if (!current) throw new Unusable('No plan is published yet: `npm run alleya -- layout`.')
  return current.plan
}

async function earlier(db: Database, version: string) {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw new Unusable(`--version: «${version}» is not a number.`)
  try {
    return await publishedPlan(db, Number(version))
  } catch (error) {
    if (error instanceof Refused) throw new Unusable(`There is no version ${version}.`)
    throw error
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new Unusable(`Cannot write ${file} (${(error as NodeJS.ErrnoException).code}).`)
  }
}
