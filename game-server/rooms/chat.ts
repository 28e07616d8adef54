import { randomUUID } from 'node:crypto'
import type { Said } from '../../shared/rooms/hall.ts'

/** Lines a newcomer gets to read. */
const KEPT = 50

/** What has been said in an instance of a hall lately. */
export class Chat {
  private readonly lines: Said[] = []

  /** What was said, oldest first. */
  get recent(): readonly Said[] {
    return this.lines
  }

  say(line: Omit<Said, 'id' | 'near'>): Said {
    const said = { ...line, id: randomUUID(), near: false }
    this.lines.push(said)
    if (this.lines.length > KEPT) this.lines.shift()
    return said
  }
}
