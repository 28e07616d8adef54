/** Content type by extension. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
}

const COMPRESSIBLE = new Set(['html', 'js', 'css', 'json', 'webmanifest', 'txt', 'vtt', 'svg', 'ico', 'wasm'])

const extension = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** Content type of a file of the client. */
export const siteType = (path: string): string | null => TYPES[extension(path)] ?? null

/** Content type of pictures, films, sounds and their captions: what somebody gave us is shown as nothing else. */
export function mediaType(path: string): string | null {
  const type = siteType(path)
  return type && /^(?:image|video|audio)\/|^text\/vtt/.test(type) ? type : null
}

/** Whether compressing it pays: pictures, fonts and films are compressed already. */
export const isCompressible = (path: string): boolean => COMPRESSIBLE.has(extension(path))
