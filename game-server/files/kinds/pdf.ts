import { open } from 'node:fs/promises'
import { Faulty } from '../faulty.ts'

/** The end of a PDF may be followed by a little that readers overlook. */
const TAIL = 2048

/**
 * Whether a file is a whole PDF. What is in it is the business of whoever opens it: we only ever hand it out to be saved.
 *
 * @throws Faulty `broken`
 */
export async function inspectPdf(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = await file.read({ buffer: Buffer.alloc(8), position: 0 })
    const tail = await file.read({ buffer: Buffer.alloc(TAIL), position: Math.max(0, size - TAIL) })
    const whole = head.buffer.toString('latin1').startsWith('%PDF-') && tail.buffer.toString('latin1').includes('%%EOF')
    if (!whole) throw new Faulty('broken')
  } finally {
    await file.close()
  }
}
