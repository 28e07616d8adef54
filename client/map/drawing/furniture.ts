/** What stands along alleys, on plazas and at gates, as the small signs of a printed plan. */
import type { Decoration, Entrance, Stage } from '../../../shared/floorplan/model.ts'
import { entranceObstacles, PILLAR } from '../../../shared/floorplan/obstacles.ts'
import { stageLayout } from '../../../shared/floorplan/stage-layout.ts'
import { INK } from './ink.ts'
import { around, aroundPoint, type Brush, type Item, pen, within } from './item.ts'
import { mixed, veiled } from './tint.ts'

/** Small things are left out of small pictures, pixels a metre. */
const SMALL_FROM = 5

export function bench(record: Decoration): Item {
  return {
    bounds: aroundPoint(record, record.size),
    paint(brush, scale) {
      if (scale < SMALL_FROM) return
      within(brush, record, () => slats(brush, record.size, 0.5, scale))
    },
  }
}

function slats(brush: Brush, length: number, depth: number, scale: number): void {
  brush.fillStyle = veiled(INK.shade, 0.2)
  brush.fillRect(-length / 2 + 0.12, -depth / 2 + 0.14, length, depth)
  brush.fillStyle = mixed(INK.timber, '#fff6e2', 0.35)
  brush.strokeStyle = mixed(INK.timber, INK.line, 0.5)
  brush.lineWidth = pen(0.03, scale, 0.6)
  brush.beginPath()
  brush.rect(-length / 2, -depth / 2, length, depth)
  brush.fill()
  brush.stroke()
}

export function lamp({ x, z }: Decoration): Item {
  return {
    bounds: aroundPoint({ x, z }, 1),
    paint(brush, scale) {
      if (scale < SMALL_FROM) return
      dot(brush, x, z, 0.85, veiled(INK.lamp, 0.22))
      dot(brush, x, z, 0.26, INK.lamp)
      brush.strokeStyle = veiled(INK.line, 0.8)
      brush.lineWidth = pen(0.04, scale, 0.6)
      brush.stroke()
    },
  }
}

export function signpost(record: Decoration): Item {
  return {
    bounds: aroundPoint(record, 1),
    paint(brush, scale) {
      if (scale < SMALL_FROM) return
      dot(brush, record.x, record.z, 0.2, INK.line)
      brush.strokeStyle = mixed(INK.timber, INK.line, 0.3)
      brush.lineWidth = pen(0.16, scale, 1)
      within(brush, record, () => {
        brush.beginPath()
        brush.moveTo(-0.7, 0)
        brush.lineTo(0.7, 0)
        brush.moveTo(0, -0.5)
        brush.lineTo(0, 0.5)
        brush.stroke()
      })
    },
  }
}

export function planter(record: Decoration): Item {
  return {
    bounds: aroundPoint(record, record.size),
    paint(brush, scale) {
      within(brush, record, () => {
        brush.fillStyle = '#a9c07a'
        brush.strokeStyle = INK.line
        brush.lineWidth = pen(0.05, scale, 0.6)
        brush.beginPath()
        brush.roundRect(-record.size / 2, -0.25, record.size, 0.5, 0.12)
        brush.fill()
        brush.stroke()
      })
    },
  }
}

/** A basin with rings on the water and a jet in the middle. */
export function fountain({ x, z, size }: Decoration): Item {
  return {
    bounds: aroundPoint({ x, z }, size),
    paint(brush, scale) {
      dot(brush, x + 0.4, z + 0.45, size * 1.02, veiled(INK.shade, 0.16))
      dot(brush, x, z, size, INK.stone)
      brush.strokeStyle = INK.line
      brush.lineWidth = pen(0.08, scale)
      brush.stroke()
      dot(brush, x, z, size * 0.86, INK.waterLight)
      brush.stroke()
      dot(brush, x + size * 0.12, z + size * 0.14, size * 0.62, veiled(INK.water, 0.55))
      brush.strokeStyle = veiled('#ffffff', 0.9)
      brush.lineWidth = pen(0.07, scale, 0.6)
      for (const share of [0.3, 0.5, 0.7]) {
        for (let i = 0; i < 3; i++) {
          brush.beginPath()
          brush.arc(x, z, size * share, i * 2.1 + share * 5, i * 2.1 + share * 5 + 1.3)
          brush.stroke()
        }
      }
      dot(brush, x, z, size * 0.16, INK.paper)
      brush.strokeStyle = INK.line
      brush.stroke()
    },
  }
}

/** An amphitheatre: a lawn stepped in arcs, benches, and a timber platform under its backdrop. */
export function stage(record: Stage): Item {
  const { pieces, speaker } = stageLayout(record)
  const platform = pieces.find((piece) => piece.kind === 'platform')
  return {
    bounds: around(record),
    paint(brush, scale) {
      const { width, depth } = record
      within(brush, record, () => {
        brush.fillStyle = mixed(INK.forecourt, INK.lawnDeep, 0.28)
        brush.strokeStyle = veiled(INK.line, 0.75)
        brush.lineWidth = pen(0.1, scale)
        brush.beginPath()
        brush.roundRect(-width / 2, -depth / 2, width, depth, 3)
        brush.fill()
        brush.stroke()
        if (platform) {
          brush.save()
          brush.clip()
          terraces(brush, width, depth, platform.z, platform.depth, scale)
          brush.restore()
        }
        for (const piece of pieces) {
          within(brush, piece, () => {
            if (piece.kind === 'bench') slats(brush, piece.width, piece.depth, scale)
            else if (piece.kind === 'platform') boards(brush, piece.width, piece.depth, scale)
            else if (piece.kind === 'backdrop') {
              brush.fillStyle = INK.line
              brush.fillRect(-piece.width / 2, -piece.depth / 2, piece.width, piece.depth)
            }
          })
        }
        dot(brush, speaker.x, speaker.z, 0.45, mixed(INK.timber, INK.line, 0.4))
      })
    },
  }
}

function terraces(brush: Brush, width: number, depth: number, z: number, first: number, scale: number): void {
  brush.strokeStyle = veiled(INK.line, 0.22)
  brush.lineWidth = pen(0.05, scale, 0.6)
  for (let radius = first / 2 + 2.35; radius < Math.hypot(width, depth); radius += 1.7) {
    brush.beginPath()
    brush.arc(0, z, radius, 0, Math.PI)
    brush.stroke()
  }
}

function boards(brush: Brush, width: number, depth: number, scale: number): void {
  brush.fillStyle = veiled(INK.shade, 0.2)
  brush.fillRect(-width / 2 + 0.4, -depth / 2 + 0.45, width, depth)
  brush.fillStyle = mixed(INK.timber, '#fff3dc', 0.5)
  brush.strokeStyle = mixed(INK.timber, INK.line, 0.4)
  brush.lineWidth = pen(0.06, scale)
  brush.beginPath()
  brush.rect(-width / 2, -depth / 2, width, depth)
  brush.fill()
  brush.stroke()
  if (scale < SMALL_FROM) return
  brush.strokeStyle = veiled(mixed(INK.timber, INK.line, 0.3), 0.5)
  brush.lineWidth = pen(0.03, scale, 0.5)
  brush.beginPath()
  for (let x = -width / 2 + 0.8; x < width / 2; x += 0.8) {
    brush.moveTo(x, -depth / 2)
    brush.lineTo(x, depth / 2)
  }
  brush.stroke()
}

/** Two pillars and the lintel between them; the ground before it is open paper, since that's where one comes from. */
export function gate(record: Entrance): Item {
  const pillars = entranceObstacles(record)
  return {
    bounds: aroundPoint(record, record.width),
    paint(brush, scale) {
      within(brush, record, () => {
        brush.fillStyle = mixed(INK.timber, '#fff3dc', 0.25)
        brush.strokeStyle = INK.line
        brush.lineWidth = pen(0.08, scale)
        brush.beginPath()
        brush.rect(-record.width / 2, -0.35, record.width, 0.7)
        brush.fill()
        brush.stroke()
      })
      for (const pillar of pillars) {
        within(brush, pillar, () => {
          brush.fillStyle = INK.stone
          brush.beginPath()
          brush.rect(-PILLAR * 0.7, -PILLAR * 0.7, PILLAR * 1.4, PILLAR * 1.4)
          brush.fill()
          brush.stroke()
        })
      }
    },
  }
}

function dot(brush: Brush, x: number, z: number, radius: number, colour: string): void {
  brush.fillStyle = colour
  brush.beginPath()
  brush.arc(x, z, radius, 0, Math.PI * 2)
  brush.fill()
}
