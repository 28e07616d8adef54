/**
 * What a visitor downloads before the first screen, and what a view adds: gzip, from the build's own manifest.
 * Budgets: 200 / 200 / 160 KB of script (DESIGN §5).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Manifest } from 'vite'

const root = resolve(import.meta.dirname, '../..')

export async function run(): Promise<Record<string, unknown>> {
  const outDir = mkdtempSync(join(tmpdir(), 'alleya-bundle-'))
  try {
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir, manifest: true, emptyOutDir: true },
    })
    const manifest: Manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'))
    const first = scripts(manifest, 'index.html')
    const hall = union(first, scripts(manifest, 'app/hall/hall-screen.tsx'))
    const world = scripts(manifest, 'world/world.tsx')
    // Which of its two renderers the map loads depends on the machine; this is the usual one.
    const map = union(scripts(manifest, 'map/map-view.tsx'), scripts(manifest, 'map/renderer-webgl.ts'))
    const kilobytes = (files: Set<string>): number =>
      Math.round([...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(outDir, file))).length, 0) / 102.4) /
      10
    return {
      bench: 'bundle',
      firstKB: kilobytes(first),
      hallKB: kilobytes(without(hall, first)),
      worldKB: kilobytes(without(world, hall)),
      mapKB: kilobytes(without(map, hall)),
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

/** The scripts that loading `entry` brings: its chunk and, transitively, what it imports. */
function scripts(manifest: Manifest, entry: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[entry]
  if (!chunk) throw new Error(`The build has no chunk of its own for ${entry}.`)
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) scripts(manifest, imported, seen)
  return seen
}

const union = (a: Set<string>, b: Set<string>): Set<string> => new Set([...a, ...b])
const without = (a: Set<string>, b: Set<string>): Set<string> => new Set([...a].filter((file) => !b.has(file)))
