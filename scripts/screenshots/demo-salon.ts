/** A demo salon of its own for the pictures, as a process, with the accounts it prints. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Plan } from '../../shared/floorplan/model.ts'
import type { Salon } from '../../shared/salon/model.ts'

const root = resolve(import.meta.dirname, '../..')
const PORT = Number(process.env.PORT ?? 8099)

/** Whom the demo lets one sign in as. */
export type Actor = 'visitor' | 'exhibitor' | 'organizer'

export class DemoSalon {
  readonly url = `http://127.0.0.1:${PORT}`
  private readonly data = mkdtempSync(join(tmpdir(), 'alleya-screenshots-'))
  private readonly server: ChildProcess
  private printed = ''

  constructor() {
    this.server = spawn(process.execPath, [join(root, 'game-server/main.ts')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PORT: String(PORT), DATA_DIR: this.data, DEMO_CROWD: '60', PUBLIC_URL: this.url },
    })
    this.server.stdout?.on('data', (text: Buffer) => {
      this.printed += text
    })
  }

  /** @throws Error when it does not open within two minutes */
  async ready(): Promise<{ salon: Salon; plan: Plan }> {
    const deadline = Date.now() + 120_000
    while (!this.printed.includes('Ctrl-C')) {
      if (Date.now() > deadline) throw new Error('The salon did not open.')
      await new Promise((wake) => setTimeout(wake, 300))
    }
    const salon: Salon = await (await fetch(`${this.url}/api/salon`)).json()
    return { salon, plan: await (await fetch(`${this.url}/api/plans/${salon.planVersion}`)).json() }
  }

  /** What to sign in with as one of the demo's people. */
  accountOf(actor: Actor): { email: string; password: string } {
    const [, email, password] = new RegExp(`${actor}\\s+(\\S+@\\S+)\\s+(\\S+)`).exec(this.printed) ?? []
    if (!email || !password) throw new Error(`The demo has no ${actor}.`)
    return { email, password }
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.server.once('exit', resolve))
    this.server.kill('SIGTERM')
    await gone
    rmSync(this.data, { recursive: true, force: true })
  }
}
