import { CanvasTexture, SRGBColorSpace } from 'three'

/** Pixels. */
const SIZE = { width: 512, height: 112 } as const

/** How wide a sign is for its height. */
export const LIVE_SHAPE = SIZE.width / SIZE.height

/** The lit sign of a booth where somebody is there for visitors: a lamp, and a word. */
export function liveSheet(word: string): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE.width
  canvas.height = SIZE.height
  const pen = canvas.getContext('2d')
  if (pen) {
    pen.fillStyle = '#17301f'
    pen.beginPath()
    pen.roundRect(4, 8, SIZE.width - 8, SIZE.height - 16, 26)
    pen.fill()
    pen.lineWidth = 5
    pen.strokeStyle = '#8be39b'
    pen.stroke()
    const lamp = pen.createRadialGradient(62, SIZE.height / 2, 3, 62, SIZE.height / 2, 34)
    lamp.addColorStop(0, '#e9ffe9')
    lamp.addColorStop(0.4, '#7ef08f')
    lamp.addColorStop(1, 'rgb(126 240 143 / 0%)')
    pen.fillStyle = lamp
    pen.fillRect(20, 10, 90, SIZE.height - 20)
    pen.font = '600 44px "Onest Variable", system-ui, sans-serif'
    pen.textBaseline = 'middle'
    pen.fillStyle = '#eafbe9'
    pen.fillText(word, 106, SIZE.height / 2 + 2, SIZE.width - 130)
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  return texture
}
