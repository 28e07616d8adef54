/**
 * Runs a program of ours on a machine that has only npm: installs what the lockfile says when that changed, then
 * starts the program under the pinned Node of `node_modules` (whatever Node npm itself runs on, 18 or newer).
 *
 *   node scripts/run.mjs <program.ts> [arguments]
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const stamp = join(root, 'node_modules', '.alleya-installed')

install()
start(process.argv[2], process.argv.slice(3))

/** `npm install`, unless this very lockfile was installed already. */
function install() {
  if (existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return

  console.error('Installing dependencies…')
  // `npm ci` refuses a lockfile in which optional packages of other platforms are missing, which happens.
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (npm.status !== 0 || !existsSync(pinnedNode)) {
    console.error('npm install did not finish: see above. Check the network and the disk, then try again.')
    process.exit(1)
  }
  // npm may have written the lockfile anew (another npm version orders it differently): stamp what is there now.
  writeFileSync(stamp, wanted())
}

/** Fingerprint of what should be installed. */
function wanted() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** The program, with our signals and its exit status. */
function start(program, args) {
  const bin = join(root, 'node_modules', '.bin')
  const child = spawn(pinnedNode, [join(root, program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${windows ? ';' : ':'}${process.env.PATH}` },
  })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal's Ctrl-C reaches the child by itself; a second one would read as «hurry up».
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    console.error(`Could not start ${program}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
