/**
 * Presence as bytes: the walk a client asks for, the frame the server answers with, the people it introduces.
 *
 * Every message opens with one byte, the version in its high half and flags in the low one. Places are whole
 * `1 / STEPS` metres, times whole `TICK`s of the room clock, speeds whole 0.1 m/s, directions 256ths of a turn.
 * Everything in a frame is absolute (a whole walk, never a change of one), so a frame that was lost costs nothing once
 * a later one speaks of the same people.
 *
 *     walk     version, start u32, path
 *     frame    version | flags, now u32, [sight 4 × i16], [gone: count, slots], [distant], then to the end:
 *              slot varint, age varint, path
 *     people   version, then to the end: slot varint, flags u8, look u24, id and name as length u8 + UTF-8
 *     path     speed 5 bits | faces 1 bit | points 2 bits (0: a byte follows), [points u8], [faces u8],
 *              first point 2 × i16, every further one as the difference, 2 signed varints
 *     distant  size of a cell i16, columns u8, rows u8, then people per cell as varints; 0 is followed by how many
 *              more empty cells come after it
 *
 * A usual walk through an alley takes 15–25 bytes, a step of someone who steers 13.
 */
import type { Point } from '../floorplan/point.ts'
import { type Look, type LookTrait, lookChoices } from '../people/look.ts'
import type { PresentPerson } from '../rooms/hall.ts'
import { BadBytes, ByteReader, ByteWriter } from './bytes.ts'
import { lengthOf, type Walk } from './walk.ts'

const VERSION = 1

/** Steps in a metre: places are exact to 1.6 cm, and 16 bits reach a kilometre each way. */
export const STEPS = 32
/** Milliseconds in a tick of the codec: 1.4 cm at a walker's pace, and 32 bits last 497 days. */
export const TICK = 10
/** Most points of a path that a client may ask for. Longer ways are walked in legs. */
export const MAX_POINTS = 48
/** Longest way that a client may ask for at once, metres: checking it takes time. */
const MAX_LENGTH = 1500
// The server may put a point in front: where it has the walker.
const MOST_POINTS = MAX_POINTS + 1
/** Most bytes of an encoded path. */
export const MAX_PATH_BYTES = 3 + 4 + (MOST_POINTS - 1) * 6

const FARTHEST = 32767
const TENTHS = 10
const TURN = 256
const FLAG = { whole: 1, sight: 2, gone: 4, distant: 8 } as const

/** The part of the floor, metres, about whose people a client is kept informed: from min up to, not including, max. */
export interface Sight {
  readonly minX: number
  readonly minZ: number
  readonly maxX: number
  readonly maxZ: number
}

/** The whole hall from afar: how many people there are in each square of a raster around the middle of the hall. */
export interface Density {
  /** Side of a square, metres. */
  readonly size: number
  readonly columns: number
  readonly rows: number
  /** People per square, row by row. */
  readonly counts: readonly number[]
}

export interface SeenWalk {
  readonly slot: number
  readonly walk: Walk
}

/** What one frame says. */
export interface Frame {
  /** The room clock when it was made, ms. */
  readonly now: number
  /** Whoever is not in this frame is not in sight: forget them. */
  readonly whole: boolean
  /** The reader's sight has moved here: forget whoever is outside. null: it has not moved. */
  readonly sight: Sight | null
  /** Slots whose people left the hall. */
  readonly gone: readonly number[]
  /** The whole hall from afar, or null when there is nothing new about it. */
  readonly distant: Density | null
  readonly walks: readonly SeenWalk[]
}

/** The nearest walk that the codec can carry: what everybody will have after it travelled. */
export function quantised(walk: Walk): Walk {
  return {
    path: walk.path.map(({ x, z }) => ({ x: steps(x) / STEPS, z: steps(z) / STEPS })),
    startsAt: ticks(walk.startsAt) * TICK,
    speed: tenths(walk.speed) / TENTHS,
    ...(walk.faces === undefined ? {} : { faces: fromTurn(turn(walk.faces)) }),
  }
}

/** The walk a client asks for: 1 to `MAX_POINTS` points. */
export function encodeWalk(walk: Walk): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().u8(VERSION << 4).u32(ticks(walk.startsAt))
  return writePath(writer, walk).done()
}

/** @throws BadBytes */
export function decodeWalk(bytes: Uint8Array): Walk {
  const reader = new ByteReader(bytes)
  opening(reader)
  const walk = readPath(reader, reader.u32() * TICK)
  if (reader.left > 0) throw new BadBytes('bytes left over')
  if (walk.path.length > MAX_POINTS) throw new BadBytes('too many points')
  if (lengthOf(walk.path) > MAX_LENGTH) throw new BadBytes('too long a way')
  return walk
}

/**
 * The path of a walk as it stands in requests and frames. The server makes it once a walk and copies it into every frame.
 * @throws RangeError when it has no point, or more than `MAX_POINTS` and one in front
 */
export function writePath(writer: ByteWriter, walk: Walk): ByteWriter {
  const { path } = walk
  if (path.length === 0 || path.length > MOST_POINTS) throw new RangeError(`a path of ${path.length} points`)
  const faces = walk.faces === undefined ? 0 : 4
  writer.u8((tenths(walk.speed) << 3) | faces | (path.length < 4 ? path.length : 0))
  if (path.length > 3) writer.u8(path.length)
  if (walk.faces !== undefined) writer.u8(turn(walk.faces))
  let x = steps((path[0] as Point).x)
  let z = steps((path[0] as Point).z)
  writer.i16(x).i16(z)
  for (let i = 1; i < path.length; i++) {
    const toX = steps((path[i] as Point).x)
    const toZ = steps((path[i] as Point).z)
    writer.signed(toX - x).signed(toZ - z)
    x = toX
    z = toZ
  }
  return writer
}

function readPath(reader: ByteReader, startsAt: number): Walk {
  const head = reader.u8()
  const speed = (head >> 3) / TENTHS
  const count = head & 3 || reader.u8()
  const faces = head & 4 ? { faces: fromTurn(reader.u8()) } : {}
  if (count === 0 || count > MOST_POINTS) throw new BadBytes('too few or too many points')
  if (count > 1 && speed === 0) throw new BadBytes('a way without speed')
  let x = reader.i16()
  let z = reader.i16()
  const path = [{ x: x / STEPS, z: z / STEPS }]
  for (let i = 1; i < count; i++) {
    x += reader.signed()
    z += reader.signed()
    if (Math.abs(x) > FARTHEST || Math.abs(z) > FARTHEST) throw new BadBytes('off the floor')
    path.push({ x: x / STEPS, z: z / STEPS })
  }
  return { path, startsAt, speed, ...faces }
}

/** The parts of a frame before its walks. */
export type FrameHead = Partial<Omit<Frame, 'walks' | 'now' | 'distant'>> & {
  readonly now: number
  /** Made by `encodeDensity`, once for everybody. */
  readonly distant?: Uint8Array | null | undefined
}

/** Begins a frame in `writer`, which must be clear; `writeSeen` adds the walks. */
export function writeFrameHead(writer: ByteWriter, { now, whole, sight, gone, distant }: FrameHead): ByteWriter {
  const flags =
    (whole ? FLAG.whole : 0) |
    (sight ? FLAG.sight : 0) |
    (gone && gone.length > 0 ? FLAG.gone : 0) |
    (distant ? FLAG.distant : 0)
  writer.u8((VERSION << 4) | flags).u32(ticks(now))
  if (sight) writer.i16(steps(sight.minX)).i16(steps(sight.minZ)).i16(steps(sight.maxX)).i16(steps(sight.maxZ))
  if (gone && gone.length > 0) {
    writer.varint(gone.length)
    for (const slot of gone) writer.varint(slot)
  }
  if (distant) writer.bytes(distant, 0, distant.length)
  return writer
}

/** Adds a walk to a frame made at `now`: the bytes `start`…`end` of `paths` are its path. */
export function writeSeen(
  writer: ByteWriter,
  now: number,
  slot: number,
  startsAt: number,
  paths: Uint8Array,
  start: number,
  end: number,
): void {
  writer.varint(slot).varint(Math.max(0, ticks(now) - ticks(startsAt)))
  writer.bytes(paths, start, end)
}

/** A whole frame at once. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter()
  writeFrameHead(writer, { ...frame, distant: frame.distant && encodeDensity(frame.distant) })
  const path = new ByteWriter()
  for (const { slot, walk } of frame.walks) {
    const bytes = writePath(path.clear(), walk).done()
    writeSeen(writer, frame.now, slot, walk.startsAt, bytes, 0, bytes.length)
  }
  return writer.done()
}

/** @throws BadBytes */
export function decodeFrame(bytes: Uint8Array): Frame {
  const reader = new ByteReader(bytes)
  const flags = opening(reader)
  const now = reader.u32()
  const sight = flags & FLAG.sight ? readSight(reader) : null
  const gone = flags & FLAG.gone ? readGone(reader) : []
  const distant = flags & FLAG.distant ? readDensity(reader) : null
  const walks: SeenWalk[] = []
  while (reader.left > 0) {
    const slot = reader.varint()
    const age = reader.varint()
    if (age > now) throw new BadBytes('a walk from before the clock began')
    walks.push({ slot, walk: readPath(reader, (now - age) * TICK) })
  }
  return { now: now * TICK, whole: (flags & FLAG.whole) !== 0, sight, gone, distant, walks }
}

function readSight(reader: ByteReader): Sight {
  const [minX, minZ, maxX, maxZ] = [reader.i16(), reader.i16(), reader.i16(), reader.i16()]
  return { minX: minX / STEPS, minZ: minZ / STEPS, maxX: maxX / STEPS, maxZ: maxZ / STEPS }
}

function readGone(reader: ByteReader): number[] {
  const count = reader.varint()
  if (count > reader.left) throw new BadBytes('cut short')
  return Array.from({ length: count }, () => reader.varint())
}

/** The layer from afar, ready to be put into any number of frames. */
export function encodeDensity({ size, columns, rows, counts }: Density): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().i16(steps(size)).u8(columns).u8(rows)
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number
    writer.varint(count)
    if (count > 0) continue
    const first = i
    while (i + 1 < counts.length && counts[i + 1] === 0) i++
    writer.varint(i - first)
  }
  return writer.done()
}

function readDensity(reader: ByteReader): Density {
  const size = reader.i16() / STEPS
  const columns = reader.u8()
  const rows = reader.u8()
  if (size <= 0) throw new BadBytes('squares without a size')
  const counts = new Array<number>(columns * rows).fill(0)
  for (let i = 0; i < counts.length; i++) {
    const count = reader.varint()
    counts[i] = count
    if (count === 0) i += reader.varint()
    if (i >= counts.length) throw new BadBytes('more squares than the raster has')
  }
  return { size, columns, rows, counts }
}

/** Names and looks, of people that the reader meets for the first time. */
export function encodePeople(people: readonly PresentPerson[]): Uint8Array<ArrayBuffer> {
  const writer = beginPeople(new ByteWriter())
  for (const person of people) writePerson(writer, person)
  return writer.done()
}

/** Begins a message of people in `writer`, which must be clear; `writePerson` or copies of what it wrote follow. */
export const beginPeople = (writer: ByteWriter): ByteWriter => writer.u8(VERSION << 4)

/** @throws RangeError when the id or the name takes more than 255 bytes */
export function writePerson(writer: ByteWriter, person: PresentPerson): ByteWriter {
  return writer
    .varint(person.slot)
    .u8(person.simulated ? 1 : 0)
    .u24(lookNumber(person.look))
    .string(person.personId)
    .string(person.name)
}

/** @throws BadBytes */
export function decodePeople(bytes: Uint8Array): PresentPerson[] {
  const reader = new ByteReader(bytes)
  opening(reader)
  const people: PresentPerson[] = []
  while (reader.left > 0) {
    const slot = reader.varint()
    const simulated = reader.u8() === 1
    const look = lookOf(reader.u24())
    people.push({ slot, simulated, look, personId: reader.string(), name: reader.string() })
  }
  return people
}

const TRAITS = Object.entries(lookChoices) as [LookTrait, number][]

// A look is one number, each trait a digit in a base of its own: 22 bits instead of eight bytes.
function lookNumber(look: Look): number {
  return TRAITS.reduceRight((number, [trait, choices]) => number * choices + look[trait], 0)
}

function lookOf(number: number): Look {
  let rest = number
  const traits = TRAITS.map(([trait, choices]) => {
    const digit = rest % choices
    rest = Math.floor(rest / choices)
    return [trait, digit]
  })
  if (rest > 0) throw new BadBytes('no such look')
  return Object.fromEntries(traits) as Look
}

/** Reads the first byte and gives the flags in it. */
function opening(reader: ByteReader): number {
  const byte = reader.u8()
  if (byte >> 4 !== VERSION) throw new BadBytes(`version ${byte >> 4}`)
  return byte & 15
}

// `| 0` makes -0 a plain 0, as it comes out of the other end.
const steps = (metres: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(metres * STEPS))) | 0
const ticks = (milliseconds: number): number => Math.max(0, Math.round(milliseconds / TICK))
const tenths = (speed: number): number => Math.max(0, Math.min(31, Math.round(speed * TENTHS)))
const turn = (radians: number): number => Math.round((radians / (2 * Math.PI)) * TURN) & (TURN - 1)
const fromTurn = (byte: number): number => (byte / TURN) * 2 * Math.PI
