import { FilePathSource, Input, type InputTrack, MP4 } from 'mediabunny'
import { Faulty } from '../faulty.ts'

/** Longest film, seconds, and longest side, pixels: more than anybody shows at a booth, less than hurts a phone. */
const LONGEST = 4 * 3600
const LARGEST_SIDE = 4096

export interface Film {
  readonly width: number
  readonly height: number
  readonly seconds: number
}

/**
 * What a film is, when every browser plays it: MP4 with H.264, and AAC, Opus or no sound.
 *
 * @throws Faulty `broken` | `no-video` | `video-codec` | `audio-codec` | `too-long` | `too-many-pixels`
 */
export async function inspectFilm(path: string): Promise<Film> {
  using film = new Input({ source: new FilePathSource(path), formats: [MP4] })
  if ((await read(film.getTracks())).length === 0) throw new Faulty('broken')
  const video = await read(film.getPrimaryVideoTrack())
  if (!video) throw new Faulty('no-video')
  if (video.codec !== 'avc') throw new Faulty('video-codec', await nameOf(video))
  const audio = await read(film.getPrimaryAudioTrack())
  if (audio && audio.codec !== 'aac' && audio.codec !== 'opus') throw new Faulty('audio-codec', await nameOf(audio))
  const seconds = await read(film.computeDuration())
  if (!(seconds > 0)) throw new Faulty('broken')
  if (seconds > LONGEST) throw new Faulty('too-long', String(LONGEST / 3600))
  const { displayWidth: width, displayHeight: height } = video
  if (Math.max(width, height) > LARGEST_SIDE) throw new Faulty('too-many-pixels', String(LARGEST_SIDE))
  return { width, height, seconds }
}

/** @throws Faulty `broken` about whatever cannot be read */
const read = <T>(part: Promise<T>): Promise<T> =>
  part.catch(() => {
    throw new Faulty('broken')
  })

const nameOf = async (track: InputTrack): Promise<string> =>
  track.codec ?? (await track.getCodecParameterString().catch(() => null)) ?? 'unknown'
