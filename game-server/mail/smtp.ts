import { createTransport } from 'nodemailer'
import type { Transport } from '../services/outbox.ts'

/** How long a mail server may take to answer, ms. */
const PATIENCE = 15_000

/** Sends letters through the mail server of `url` (`smtp://user:password@host:587`, `smtps://…`), as `from`. */
export function openSmtp(url: string, from: string): { readonly send: Transport; close(): void } {
  const transporter = createTransport(
    { url, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    // Letters are ours alone: nothing in them is read from files or fetched.
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    async send(to, { subject, text, html }) {
      await transporter.sendMail({ to: { address: to, name: '' }, subject, text, html })
    },
    close: () => transporter.close(),
  }
}
