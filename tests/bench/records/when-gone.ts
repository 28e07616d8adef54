import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs `command`, then removes `folder`, once this process is gone, in whatever way it goes, or when the returned
 * function is called, which waits until both are done.
 */
export function whenGone(folder: string, command: readonly string[]): () => Promise<void> {
  // Its standard input ends with us, also where nothing of ours runs any more. A group of its own hears no Ctrl-C.
  const script = 'cat >/dev/null; folder=$1; shift; "$@"; rm -rf "$folder"'
  const guard = spawn('sh', ['-c', script, 'sh', folder, ...command], {
    ...{ cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  })
  return async () => {
    guard.stdin.end()
    if (guard.exitCode === null) await once(guard, 'exit')
  }
}
