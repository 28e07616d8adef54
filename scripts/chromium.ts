import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const CANDIDATES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium on this machine, or null. `CHROMIUM` in the environment wins. */
export function findChromium(): string | null {
  const wished = process.env.CHROMIUM
  if (wished && existsSync(wished)) return wished
  for (const name of CANDIDATES) {
    const found = spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()
    if (found) return found
  }
  return null
}

/**
 * A Chromium, installed from Debian's packages when there is none and we may.
 *
 * @throws Error a sentence that says what to install
 */
export function requireChromium(): string {
  const found = findChromium()
  if (found) return found
  const debian = spawnSync('which', ['apt-get'], { encoding: 'utf8' }).status === 0
  if (!debian || process.getuid?.() !== 0) {
    throw new Error('The browser tests need Chromium: install the package «chromium» (or set CHROMIUM to its path).')
  }
  console.error('Installing Chromium…')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] }
  execFileSync('apt-get', ['update', '-qq'], quiet)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], {
    ...quiet,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const installed = findChromium()
  if (!installed) throw new Error('Chromium was installed but is nowhere to be found: set CHROMIUM to its path.')
  return installed
}

/** Flags for a headless Chromium with software WebGL that asks nothing of the network by itself. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
] as const
