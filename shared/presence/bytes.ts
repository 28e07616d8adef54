/**
 * Reading and writing the small numbers that presence is made of: little-endian, varints of 7 bits, UTF-8.
 *
 * A reader never trusts what it reads: whatever is cut short, too large or not text is a `BadBytes`, and nothing else
 * is ever thrown.
 */

/** The bytes are not a message of ours. */
export class BadBytes extends Error {
  override readonly name = 'BadBytes'
}

const text = { encode: new TextEncoder(), decode: new TextDecoder('utf-8', { fatal: true }) }

/** Appends to a buffer that grows; one writer is reused for many messages. */
export class ByteWriter {
  length = 0
  private buffer = new Uint8Array(256)

  clear(): this {
    this.length = 0
    return this
  }

  u8(value: number): this {
    this.room(1)
    this.buffer[this.length++] = value
    return this
  }

  i16(value: number): this {
    this.room(2)
    this.buffer[this.length++] = value
    this.buffer[this.length++] = value >> 8
    return this
  }

  u24(value: number): this {
    return this.u8(value)
      .u8(value >>> 8)
      .u8(value >>> 16)
  }

  u32(value: number): this {
    return this.u24(value).u8(value >>> 24)
  }

  /** A whole number from 0 to 2^31 - 1. */
  varint(value: number): this {
    this.room(5)
    let rest = value
    while (rest > 127) {
      this.buffer[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.buffer[this.length++] = rest
    return this
  }

  /** A whole number of either sign; small ones of both signs are short. */
  signed(value: number): this {
    return this.varint(((value << 1) ^ (value >> 31)) >>> 0)
  }

  /** At most 255 bytes of UTF-8. */
  string(value: string): this {
    const encoded = text.encode.encode(value)
    if (encoded.length > 255) throw new RangeError(`a string of ${encoded.length} bytes does not fit into 255`)
    return this.u8(encoded.length).bytes(encoded, 0, encoded.length)
  }

  bytes(from: Uint8Array, start: number, end: number): this {
    this.room(end - start)
    const { buffer } = this
    for (let i = start; i < end; i++) buffer[this.length++] = from[i] as number
    return this
  }

  /** A copy of what was written. */
  done(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length)
  }

  /** What was written, valid until the writer is used again. */
  lent(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  private room(more: number): void {
    if (this.length + more <= this.buffer.length) return
    const larger = new Uint8Array(Math.max(this.length + more, this.buffer.length * 2))
    larger.set(this.buffer.subarray(0, this.length))
    this.buffer = larger
  }
}

export class ByteReader {
  private at = 0
  private readonly buffer: Uint8Array

  constructor(buffer: Uint8Array) {
    this.buffer = buffer
  }

  get left(): number {
    return this.buffer.length - this.at
  }

  u8(): number {
    if (this.at >= this.buffer.length) throw new BadBytes('cut short')
    return this.buffer[this.at++] as number
  }

  i16(): number {
    const low = this.u8()
    return ((this.u8() << 24) >> 16) | low
  }

  u24(): number {
    return this.u8() | (this.u8() << 8) | (this.u8() << 16)
  }

  u32(): number {
    return (this.u24() | (this.u8() << 24)) >>> 0
  }

  varint(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8()
      if (shift === 28 && byte > 15) break
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
    throw new BadBytes('a number too large')
  }

  signed(): number {
    const value = this.varint()
    return (value >>> 1) ^ -(value & 1)
  }

  string(): string {
    const length = this.u8()
    if (length > this.left) throw new BadBytes('cut short')
    const encoded = this.buffer.subarray(this.at, this.at + length)
    this.at += length
    try {
      return text.decode.decode(encoded)
    } catch {
      throw new BadBytes('not UTF-8')
    }
  }
}
