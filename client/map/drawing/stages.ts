/** A stage as an amphitheatre: a raked fan of benches before a timber platform with a shell behind it. */
import type { Stage } from '../../../shared/floorplan/model.ts'
import { stageLayout } from '../../../shared/floorplan/stage-layout.ts'
import { PALETTE } from '../../app/palette.ts'
import { INK } from './ink.ts'
import { around, type Item, pen, within } from './item.ts'
import { mixed, veiled } from './tint.ts'

export function stage(stage: Stage): Item {
  const { pieces } = stageLayout(stage)
  const platform = pieces.find((piece) => piece.kind === 'platform')
  const benches = pieces.filter((piece) => piece.kind === 'bench')
  const backdrop = pieces.find((piece) => piece.kind === 'backdrop')
  return {
    bounds: around(stage),
    paint(brush, scale) {
      const line = pen(0.05, scale, 0.7)
      within(brush, stage, () => {
        const corner = Math.min(stage.width, stage.depth) * 0.3
        brush.beginPath()
        brush.roundRect(-stage.width / 2, -stage.depth / 2, stage.width, stage.depth, [
          corner / 3,
          corner / 3,
          corner,
          corner,
        ])
        brush.fillStyle = INK.forecourt
        brush.fill()
        brush.strokeStyle = mixed(INK.line, INK.lawn, 0.42)
        brush.lineWidth = line
        brush.stroke()
        if (!platform) return
        // The rake: rings that darken outwards, cut to the plot.
        brush.save()
        brush.clip()
        const centre = platform.z + platform.depth / 2 - platform.depth / 2
        for (let r = platform.depth / 2 + 2.4; r < stage.depth + 6; r += 1.7) {
          brush.strokeStyle = veiled('#bfa67b', 0.28)
          brush.lineWidth = line
          brush.beginPath()
          brush.arc(0, centre, r, 0.05, Math.PI - 0.05)
          brush.stroke()
        }
        brush.restore()
        for (const bench of benches) {
          brush.save()
          brush.translate(bench.x, bench.z)
          brush.rotate((-bench.heading * Math.PI) / 180)
          const width = bench.width * 0.98
          const depth = Math.max(bench.depth, 1.6 / scale)
          brush.fillStyle = veiled(INK.shade, 0.16)
          brush.fillRect(-width / 2, -depth / 2 - 0.22, width, depth)
          brush.fillStyle = mixed(PALETTE.timber, INK.paper, 0.28)
          brush.fillRect(-width / 2, -depth / 2, width, depth)
          if (scale >= 9) {
            brush.strokeStyle = veiled(INK.line, 0.7)
            brush.lineWidth = pen(0.03, scale, 0.5)
            brush.strokeRect(-width / 2, -depth / 2, width, depth)
          }
          brush.restore()
        }
        brush.fillStyle = veiled(INK.shade, 0.22)
        brush.fillRect(
          platform.x - platform.width / 2 + 0.5,
          platform.z - platform.depth / 2 + 0.5,
          platform.width,
          platform.depth,
        )
        brush.fillStyle = mixed(PALETTE.timber, INK.paper, 0.5)
        brush.fillRect(platform.x - platform.width / 2, platform.z - platform.depth / 2, platform.width, platform.depth)
        brush.strokeStyle = veiled(INK.line, 0.85)
        brush.lineWidth = line
        brush.beginPath()
        if (scale >= 8) {
          for (let z = platform.z - platform.depth / 2 + 0.4; z < platform.z + platform.depth / 2; z += 0.4) {
            brush.moveTo(platform.x - platform.width / 2, z)
            brush.lineTo(platform.x + platform.width / 2, z)
          }
          brush.globalAlpha = 0.4
          brush.stroke()
          brush.globalAlpha = 1
        }
        brush.strokeRect(
          platform.x - platform.width / 2,
          platform.z - platform.depth / 2,
          platform.width,
          platform.depth,
        )
        shell(brush, platform, backdrop?.z ?? platform.z, line)
      })
    },
  }
}

/** The roof over the back of the platform: a fan of canvas, as band-stands have. */
function shell(
  brush: Parameters<Item['paint']>[0],
  platform: {
    readonly x: number
    readonly z: number
    readonly width: number
    readonly depth: number
  },
  back: number,
  line: number,
): void {
  const wide = platform.width / 2
  const deep = platform.depth * 0.62
  const ribs = 10
  for (let i = 0; i < ribs; i++) {
    const from = Math.PI - (i / ribs) * Math.PI
    const to = Math.PI - ((i + 1.03) / ribs) * Math.PI
    brush.fillStyle = i % 2 === 0 ? PALETTE.canvas : mixed(PALETTE.blossom, PALETTE.canvas, 0.35)
    brush.beginPath()
    brush.moveTo(platform.x, back)
    brush.ellipse(platform.x, back, wide, deep, 0, from, to, true)
    brush.closePath()
    brush.fill()
  }
  brush.strokeStyle = veiled(INK.line, 0.85)
  brush.lineWidth = line
  brush.beginPath()
  brush.ellipse(platform.x, back, wide, deep, 0, Math.PI, 0, true)
  brush.closePath()
  brush.stroke()
}
