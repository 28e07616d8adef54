/** `npm run alleya -- <command>`: the salon from the command line. Exit status: 0 done, 1 not done, 2 not understood. */
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { CannotStart } from '../cannot-start.ts'
import { prepareDataDir, readConfig } from '../config.ts'
import type { Command, Options, Terminal } from './command.ts'
import { appoint } from './commands/appoint.ts'
import { create } from './commands/create.ts'
import { exportPlan } from './commands/export-plan.ts'
import { importBooths } from './commands/import-booths.ts'
import { importExhibitors } from './commands/import-exhibitors.ts'
import { importSchedule } from './commands/import-schedule.ts'
import { layout } from './commands/layout.ts'
import { status } from './commands/status.ts'
import { Unusable } from './unusable.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  create,
  'import exhibitors': importExhibitors,
  'import booths': importBooths,
  'import schedule': importSchedule,
  layout,
  'export plan': exportPlan,
  appoint,
  status,
}

const TERMINAL: Terminal = { print: console.log, warn: console.error }

// Whoever reads our output may stop half-way (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

enableCompileCache()
process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((words) => Object.hasOwn(COMMANDS, words))
  const command = name === undefined ? undefined : COMMANDS[name]
  if (name === undefined || command === undefined) return general(args)

  const read = understood(command, args.slice(name.split(' ').length))
  if (typeof read === 'string') {
    console.error(`${read}\nUsage: npm run alleya -- ${command.usage}`)
    return 2
  }
  if (read.options.help) {
    console.log(`npm run alleya -- ${command.usage}\n\n${command.summary}\n\n${command.details}`)
    return 0
  }
  return run(command, read.options, read.files)
}

function general(args: readonly string[]): number {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length))
  const list = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  const help = `npm run alleya -- <command>\n\n${list.join('\n')}\n\n<command> --help tells more. Settings are those of the server: DATA_DIR or DATABASE_URL.`
  const asked = args[0] === '--help' || args[0] === '-h' || args[0] === 'help'
  if (asked) console.log(help)
  else console.error(args.length === 0 ? help : `There is no command «${args.join(' ')}».\n\n${help}`)
  return asked ? 0 : 2
}

function understood(command: Command, args: readonly string[]): { options: Options; files: string[] } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    const options = values as Options
    if (!options.help && positionals.length !== command.files) {
      return command.files === 0 ? `«${positionals[0]}» is not understood.` : 'One file is expected.'
    }
    return { options, files: positionals }
  } catch (error) {
    return (error as Error).message
  }
}

async function run(command: Command, options: Options, files: readonly string[]): Promise<number> {
  try {
    const config = readConfig(process.env)
    if (config.databaseUrl === null) prepareDataDir(config.dataDir)
    const { openDatabase } = await import('../db/open.ts')
    const { db, close } = await openDatabase(config)
    try {
      return (await command.run(db, TERMINAL, options, files)) ? 0 : 1
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof Unusable || error instanceof CannotStart)) throw error
    console.error(error.message)
    return 1
  }
}
