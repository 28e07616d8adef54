import { enableCompileCache } from 'node:module'
import { CannotStart } from './cannot-start.ts'
import { readConfig } from './config.ts'
import type { DemoAccount } from './import/demo-accounts.ts'

// Opens half a second sooner from the second start on.
enableCompileCache()

/** `npm start`: opens the salon, says where, and closes it cleanly when told to stop. */
try {
  const config = readConfig(process.env)
  // Loaded only now: a mistyped setting is told at once.
  const { openSalon } = await import('./open-salon.ts')
  const salon = await openSalon(config)
  process.stdout.write(`\n  Alleya is open: ${salon.url}\n${demoLines(salon.demoAccounts)}  Ctrl-C closes it.\n\n`)
  closeOn(['SIGINT', 'SIGTERM', 'SIGHUP'], salon.close)
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** In the demo: whom one may sign in as. */
function demoLines(accounts: readonly DemoAccount[]): string {
  const lines = accounts.map(({ who, email, password }) => `    ${who.padEnd(10)} ${email.padEnd(26)} ${password}\n`)
  return lines.length === 0 ? '' : `  The demo lets you sign in as\n${lines.join('')}`
}

function closeOn(signals: readonly NodeJS.Signals[], close: () => Promise<void>): void {
  let closing = false
  for (const signal of signals) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait.
      if (closing) process.exit(1)
      closing = true
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`The salon did not close cleanly: ${error}\n`)
          process.exit(1)
        },
      )
    })
  }
}
