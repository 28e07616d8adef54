/** The part of a picture that was chosen, turned upright, as a file to upload. */
interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Longest side that is worth sending: the server keeps no larger one. */
const LONGEST = 2048

/**
 * @param turned degrees clockwise
 * @param part pixels of the turned picture
 * @throws Error when the browser cannot read the picture
 */
export async function cropped(source: File, turned: number, part: Part): Promise<File> {
  const picture = await createImageBitmap(source)
  const angle = (turned * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const [width, height] = [picture.width * cos + picture.height * sin, picture.width * sin + picture.height * cos]
  const scale = Math.min(1, LONGEST / Math.max(part.width, part.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(part.width * scale)),
    Math.max(1, Math.round(part.height * scale)),
  )
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no pictures.')
  context.scale(scale, scale)
  context.translate(width / 2 - part.x, height / 2 - part.y)
  context.rotate(angle)
  context.drawImage(picture, -picture.width / 2, -picture.height / 2)
  picture.close()
  // PNG keeps what is see-through in a logo.
  const type = source.type === 'image/jpeg' ? 'image/jpeg' : 'image/png'
  const blob = await canvas.convertToBlob({ type, quality: 0.92 })
  return new File([blob], source.name, { type, lastModified: source.lastModified })
}
