/** Names of files that people's words become: one plain name that every system takes, never a path. */

/** Longest name without ending, characters. */
const LONGEST = 80

/** Names that Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** `text` as the name of a file; `fallback` where nothing of it is left. */
export function fileName(text: string, fallback: string): string {
  const plain = text
    .normalize('NFC')
    // Control characters, and marks that would turn the reading direction around.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/[\\/:*?"<>|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
  const short = trimmed([...trimmed(plain)].slice(0, LONGEST).join(''))
  return short === '' ? fallback : DEVICES.test(short) ? `${short}_` : short
}

/** Gives each name once: a second one of the same, however it is written, gets a number. */
export class UniqueNames {
  private readonly taken = new Set<string>()

  /** `folder` ends with a slash or is empty; `ending` begins with a dot. */
  of(folder: string, name: string, ending: string): string {
    for (let number = 1; ; number++) {
      const path = `${folder}${number === 1 ? name : `${name} (${number})`}${ending}`
      const key = path.toLowerCase()
      if (this.taken.has(key)) continue
      this.taken.add(key)
      return path
    }
  }
}

/** No blanks or dots around it: `..` is no name, and Windows drops them at the end. */
const trimmed = (text: string): string => text.replaceAll(/^[\s.]+|[\s.]+$/g, '')
