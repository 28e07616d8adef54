import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const stamp = join(root, 'dist', 'client.stamp')

/** Everything the built client is made of. */
const SOURCES = ['client', 'shared', 'assets/public', 'vite.config.ts', 'package-lock.json']

/** Builds the client into `dist/client`, unless the very same sources were built already. */
export async function buildClient(): Promise<void> {
  const wanted = fingerprint()
  const built = existsSync(join(root, 'dist/client/index.html')) && existsSync(stamp)
  if (built && readFileSync(stamp, 'utf8') === wanted) return

  console.error('Building the client…')
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, wanted)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source))) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
