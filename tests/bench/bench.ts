/**
 * `npm run bench -- <name> [options]`: one bench; its result is the last line, as JSON.
 * A bench is a module beside this one that exports `run`.
 */
import { readdirSync } from 'node:fs'
import { parse } from 'node:path'

interface Bench {
  /** @throws Error a sentence, when the bench cannot run here */
  run(args: string[]): Promise<Record<string, unknown>>
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => parse(file).name)

const [name, ...args] = process.argv.slice(2)
if (!name || !names.includes(name)) {
  console.error(`Which bench? One of: ${names.join(', ')}`)
  process.exit(1)
}

const bench: Bench = await import(`./${name}.ts`)
console.log(JSON.stringify(await bench.run(args)))
process.exit(0)
