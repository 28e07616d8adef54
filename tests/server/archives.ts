/** ZIP archives as people make them, and as attackers do. */
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

type Entries = Readonly<Record<string, string | Uint8Array>>

export function archive(entries: Entries, options: { readonly mode?: number } = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name, options)
  zip.end()
  return buffer(zip.outputStream)
}

/** The same archive with an entry called otherwise, in as many bytes. */
export function renamed(zip: Buffer, name: string, other: Uint8Array | string): Buffer {
  const [from, to] = [Buffer.from(name), Buffer.from(other)]
  if (from.length !== to.length) throw new Error('Names of an archive keep their length.')
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) to.copy(copy, at)
  return copy
}

/** Without the mark that names are UTF-8, or with the one that entries are encrypted. */
export function flagged(zip: Buffer, change: (flags: number) => number): Buffer {
  const copy = Buffer.from(zip)
  for (const [signature, offset] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    const mark = Buffer.from(signature, 'latin1')
    for (let at = copy.indexOf(mark); at >= 0; at = copy.indexOf(mark, at + 4))
      copy.writeUInt16LE(change(copy.readUInt16LE(at + offset)), at + offset)
  }
  return copy
}
