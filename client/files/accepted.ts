/** What the device's own dialog offers for each kind of file. */
export const ACCEPTED = {
  picture: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
  film: ['video/mp4'],
  document: ['application/pdf', '.pptx'],
} as const

export type Accepted = keyof typeof ACCEPTED
