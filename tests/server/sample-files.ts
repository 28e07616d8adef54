/** Files as people have them, and as attackers make them. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32, deflateSync } from 'node:zlib'
import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny'
import sharp from 'sharp'
import yazl from 'yazl'

const demo = resolve(import.meta.dirname, '../../assets/demo/media')

/** A photo with a place and a camera written into it, turned on its side as phones do. */
export const photo = (width = 1200, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#8fae5d' } })
    .withExif({ IFD0: { Copyright: 'Анна', Make: 'Camera' }, IFD3: { GPSLatitude: '55/1 45/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** H.264 with AAC. */
export const film = (): Buffer => readFileSync(join(demo, 'videos/sinelesie.mp4'))

export const pdf = (text = 'Каталог'): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%${text}\n%%EOF\n`)

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'

/** A presentation with these entries beside its own. */
export function presentation(entries: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  const types = `<?xml version="1.0"?><Types><Override PartName="/ppt/presentation.xml" ContentType="${PRESENTATION}"/></Types>`
  const all = { '[Content_Types].xml': types, 'ppt/presentation.xml': '<p/>', ...entries }
  for (const [name, text] of Object.entries(all)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** An MP4 that is not H.264. */
export async function vp9Film(): Promise<Uint8Array> {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat(), target })
  const source = new EncodedVideoPacketSource('vp9')
  output.addVideoTrack(source, { frameRate: 10 })
  await output.start()
  const config = { codec: 'vp09.00.10.08', codedWidth: 64, codedHeight: 64 }
  for (let i = 0; i < 10; i++) {
    const packet = new EncodedPacket(new Uint8Array(32), i === 0 ? 'key' : 'delta', i / 10, 0.1)
    await source.add(packet, i === 0 ? { decoderConfig: config } : undefined)
  }
  await output.finalize()
  return new Uint8Array(target.buffer as ArrayBuffer)
}

/** A film whose index says it is this long, and whose bytes are nothing. */
export function longIndex(bytes: number): Buffer {
  const film = Buffer.alloc(24 + bytes)
  film.write('\0\0\0\x18ftypisom\0\0\0\0isomavc1', 0, 'latin1')
  film.writeUInt32BE(bytes, 24)
  film.write('moov', 28, 'latin1')
  return film
}

/** A GIF that a browser would also run as a script, if it were sent as one. */
export const gifScript = (): Buffer =>
  Buffer.concat([
    Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
    Buffer.from('/*<script>alert(1)</script>*/=1;alert(1)'),
  ])

/** A PNG of a few hundred bytes that says it is this large. */
export function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.alloc(4096))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** The same archive, whose directory says that its entries swell to four gigabytes each. */
export function swollen(zip: Buffer): Buffer {
  const bomb = Buffer.from(zip)
  const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  for (let at = bomb.indexOf(entry); at >= 0; at = bomb.indexOf(entry, at + 4)) bomb.writeUInt32LE(0xfffffff0, at + 24)
  return bomb
}
