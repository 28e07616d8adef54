/** Uploading a file: what is asked for, what is answered, and why a file is not taken. */
import { z } from 'zod'
import { type FileKind, fileAddress, RENDITIONS } from './address.ts'

const MB = 1024 * 1024

/** Most bytes of a file of each kind, and of the picture that stands for a film or a document. */
export const CAPS = {
  image: 25 * MB,
  pdf: 100 * MB,
  presentation: 100 * MB,
  video: 1024 * MB,
  picture: 5 * MB,
} as const
export const LARGEST_FILE = Math.max(...Object.values(CAPS))

/** Bytes of a person's own attachments, and the kinds of files that they may be. */
export const ATTACHMENTS_ROOM = 200 * MB
export const ATTACHED_KINDS = ['image', 'pdf'] as const satisfies readonly FileKind[]

/** Why a file is not taken: a closed set, which the client words. `found` tells what was there instead. */
export const FILE_FAULTS = [
  /** Fewer bytes arrived than were announced. */
  'incomplete',
  'empty',
  'broken',
  /** `found`: the most it may have, megabytes. */
  'too-heavy',
  /** `found`: the most it may have, megapixels. */
  'too-many-pixels',
  /** SVG, HTML and whatever else a browser might run. */
  'markup',
  'executable',
  'archive',
  /** A photo as iPhones make them. */
  'heic',
  /** A film that is no MP4; `found`: what it is. */
  'not-mp4',
  /** `found`: the codec. */
  'video-codec',
  'audio-codec',
  'no-video',
  /** `found`: hours. */
  'too-long',
  /** A film; `found`: the longest side its picture may have, pixels. */
  'too-large-frame',
  /** A presentation that carries programs. */
  'macros',
  /** Taken at a booth, but not with a message. */
  'not-attached',
  /** `found`: its type, where it is known. */
  'unknown-type',
] as const
export type FileFault = (typeof FILE_FAULTS)[number]

export const fileFault = z.object({ fault: z.enum(FILE_FAULTS), found: z.string().max(80).optional() })
export type FaultyFile = z.infer<typeof fileFault>

/** Body of POST /api/uploads. */
export const uploadWish = z.object({
  /** Whose file it becomes; null: an attachment of the caller's own. */
  exhibitorId: z.string().min(1).max(64).nullable(),
  /** As it is called where it comes from; only ever shown. */
  name: z.string().trim().min(1).max(200),
  bytes: z.number().int().min(1).max(LARGEST_FILE),
})

/** What it answers: bytes go to `/api/uploads/{id}` by the tus protocol. */
export const upload = z.object({ id: z.string() })

/** A file that was taken. */
export const keptFile = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(RENDITIONS) as [keyof typeof RENDITIONS, ...(keyof typeof RENDITIONS)[]]),
  /** Of its main rendition. */
  address: fileAddress,
  name: z.string(),
  bytes: z.number().int(),
  /** Pixels; null where it is no picture or film. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Of a film. */
  seconds: z.number().nullable(),
})

export type UploadWish = z.infer<typeof uploadWish>
export type KeptFile = z.infer<typeof keptFile>
