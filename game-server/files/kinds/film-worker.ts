/** A thread that reads one film and says what it is. */
import { parentPort, workerData } from 'node:worker_threads'
import { FilePathSource, Input, type InputTrack, MP4 } from 'mediabunny'
import { Faulty } from '../faulty.ts'
import type { Film, Told } from './film.ts'
import { indexBytes } from './film-index.ts'

/** Longest film, seconds, and longest side, pixels: more than anybody shows at a booth, less than hurts a phone. */
const LONGEST = 4 * 3600
const LARGEST_SIDE = 4096
/** Bytes: the index of four hours at 60 frames a second, with sound, has less than half. */
const LARGEST_INDEX = 64 * 1024 * 1024

/** Codecs by the names that people's programs have for them. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ hevc: 'HEVC (H.265)', vp8: 'VP8', vp9: 'VP9', av1: 'AV1', mpeg4: 'MPEG-4', prores: 'ProRes' },
  ...{ mp3: 'MP3', vorbis: 'Vorbis', flac: 'FLAC', ac3: 'AC-3', eac3: 'E-AC-3', alac: 'ALAC' },
}

async function told(path: string): Promise<Told> {
  try {
    return { film: await inspect(path) }
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.why }
    throw error
  }
}

async function inspect(path: string): Promise<Film> {
  if ((await indexBytes(path)) > LARGEST_INDEX) throw new Faulty('broken')
  using film = new Input({ source: new FilePathSource(path), formats: [MP4] })
  if ((await read(film.getTracks())).length === 0) throw new Faulty('broken')
  const video = await read(film.getPrimaryVideoTrack())
  if (!video) throw new Faulty('no-video')
  if (video.codec !== 'avc') throw new Faulty('video-codec', await nameOf(video))
  const audio = await read(film.getPrimaryAudioTrack())
  if (audio && audio.codec !== 'aac' && audio.codec !== 'opus') throw new Faulty('audio-codec', await nameOf(audio))
  const seconds = await read(film.computeDuration())
  const { displayWidth: width, displayHeight: height } = video
  if (!(seconds > 0) || !(width > 0) || !(height > 0)) throw new Faulty('broken')
  if (seconds > LONGEST) throw new Faulty('too-long', String(LONGEST / 3600))
  if (Math.max(width, height) > LARGEST_SIDE) throw new Faulty('too-large-frame', String(LARGEST_SIDE))
  return { width, height, seconds }
}

/** @throws Faulty `broken` about whatever cannot be read */
const read = <T>(part: Promise<T>): Promise<T> =>
  part.catch(() => {
    throw new Faulty('broken')
  })

async function nameOf(track: InputTrack): Promise<string> {
  const codec = track.codec ?? (await track.getCodecParameterString().catch(() => null)) ?? 'unknown'
  return NAMES[codec] ?? codec
}

parentPort?.postMessage(await told(String(workerData)))
