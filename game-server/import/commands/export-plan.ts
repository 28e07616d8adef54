import { writeFileSync } from 'node:fs'
import type { Plan } from '../../../shared/floorplan/model.ts'
import type { Database } from '../../db/database.ts'
import { currentPlan, draftPlan, publishedPlan } from '../../services/plans.ts'
import { Refused } from '../../services/refused.ts'
import { type Command, type Options, textOption } from '../command.ts'
import { Unusable } from '../unusable.ts'

export const exportPlan: Command = {
  usage: 'export plan [--version <number> | --draft] [--out <file>]',
  summary: 'the floor plan as JSON',
  details: `  --version <number>  an earlier version (the one visitors walk in)
  --draft             what organizers are drawing
  --out <file>        where to (standard output)`,
  options: { version: { type: 'string' }, draft: { type: 'boolean' }, out: { type: 'string' } },
  files: 0,
  async run(db, terminal, options) {
    const plan = await asked(db, options)
    const text = JSON.stringify(plan, null, 2)
    const out = textOption(options, 'out')
    if (out === '') terminal.print(text)
    else write(out, `${text}\n`)
    return true
  },
}

function asked(db: Database, options: Options): Promise<Plan> {
  if (options.draft) return draft(db)
  return options.version === undefined ? present(db) : earlier(db, textOption(options, 'version'))
}

async function draft(db: Database): Promise<Plan> {
  const plan = await draftPlan(db)
  if (!plan) throw new Unusable('There is no draft yet: `npm run alleya -- layout --draft`.')
  return plan
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
