/**
 * `npm test`: every check of the project, one after another, and a last line `N passed, N failed`.
 * A check that is not a test runner (types, lint, unused code) counts as one.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireChromium } from './chromium.ts'

const scratch = mkdtempSync(join(tmpdir(), 'alleya-test-'))
let passed = 0
let failed = 0

try {
  process.env.CHROMIUM = requireChromium()
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

check('Types', 'tsc', ['-p', 'tsconfig.json'])
check('Lint and format', 'biome', ['check', '--error-on-warnings'])
check('Unused code', 'knip', ['--no-progress'])
suite('Unit tests', 'unit')
suite('Server tests', 'server')
suite('Browser tests', 'e2e')

rmSync(scratch, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function check(title: string, program: string, args: string[]): void {
  heading(title)
  const run = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (run.status === 0) passed++
  else failed++
}

/** A project of vitest.config.ts. Its counts come from its own report; a runner that died without one is a failure. */
function suite(title: string, project: string): void {
  heading(title)
  const report = join(scratch, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = spawnSync('vitest', args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const counts = readCounts(report)
  passed += counts.passed
  failed += counts.failed
  const silent = counts.passed + counts.failed === 0
  if (silent || (run.status !== 0 && counts.failed === 0)) failed++
}

function readCounts(report: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function heading(title: string): void {
  console.log(`\n── ${title}`)
}
