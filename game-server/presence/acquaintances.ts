/** Whom one listener has been introduced to: a bit per slot. */
export class Acquaintances {
  private bits = new Uint8Array(16)

  has(slot: number): boolean {
    return ((this.bits[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0
  }

  add(slot: number): void {
    const byte = slot >> 3
    if (byte >= this.bits.length) {
      const larger = new Uint8Array(Math.max(byte + 1, this.bits.length * 2))
      larger.set(this.bits)
      this.bits = larger
    }
    this.bits[byte] = (this.bits[byte] as number) | (1 << (slot & 7))
  }

  /** The slot is nobody now, and will be somebody else. */
  remove(slot: number): void {
    const byte = slot >> 3
    if (byte < this.bits.length) this.bits[byte] = (this.bits[byte] as number) & ~(1 << (slot & 7))
  }
}
