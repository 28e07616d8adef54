/** Pictures that stand for films and documents, made in the browser of whoever uploads them. */

/** Longest side, pixels. */
const SIDE = 1280

/**
 * A frame of a film.
 *
 * @throws Error when this browser cannot play it
 */
export async function frameOf(film: HTMLVideoElement): Promise<Blob> {
  const scale = Math.min(1, SIDE / Math.max(film.videoWidth, film.videoHeight))
  const { canvas, context } = sheet(film.videoWidth * scale, film.videoHeight * scale)
  context.drawImage(film, 0, 0, canvas.width, canvas.height)
  return jpegOf(canvas)
}

/** The first page of a PDF; null for one that cannot be shown, such as one with a password. */
export async function firstPageOf(file: Blob): Promise<Blob | null> {
  const [{ getDocument, GlobalWorkerOptions }, { default: PdfWorker }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
  ])
  GlobalWorkerOptions.workerPort ??= new PdfWorker()
  const loading = getDocument({ data: new Uint8Array(await file.arrayBuffer()) })
  try {
    const document = await loading.promise
    const page = await document.getPage(1)
    const whole = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: Math.min(3, SIDE / Math.max(whole.width, whole.height)) })
    const { canvas } = sheet(viewport.width, viewport.height)
    await page.render({ canvas, viewport }).promise
    return await jpegOf(canvas)
  } catch {
    return null
  } finally {
    await loading.destroy()
  }
}

/** A white sheet to draw on. */
export function sheet(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no pictures.')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, context }
}

const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture.'))), 'image/jpeg', 0.9)
  })
