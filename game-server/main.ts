import { CannotStart } from './cannot-start.ts'
import { readConfig } from './config.ts'
import { openSalon } from './open-salon.ts'

/** `npm start`: opens the salon, says where, and closes it cleanly when told to stop. */
try {
  const salon = await openSalon(readConfig(process.env))
  process.stdout.write(`\n  Alleya is open: ${salon.url}\n  Ctrl-C closes it.\n\n`)
  closeOn(['SIGINT', 'SIGTERM', 'SIGHUP'], salon.close)
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
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
