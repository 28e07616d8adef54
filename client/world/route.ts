/**
 * The route of one's visit on the floor: the way to the next stop as a broad ribbon, later ones faint, and the stops'
 * numbers above the ground. Two draws, laid anew only when the route changes.
 */
import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Color,
  DoubleSide,
  Group,
  Mesh,
  ShaderMaterial,
  SRGBColorSpace,
  type Texture,
} from 'three'
import type { DrawnRoute } from '../../shared/route/drawn.ts'
import { PALETTE } from '../app/palette.ts'
import { routeAhead, useVisit } from '../state/visit.ts'
import type { Part } from './frame.ts'
import { OUTPUT_GLSL } from './park/light.ts'

/** Metres. */
const HALF_WIDTH = { present: 0.22, later: 0.11 } as const
const ABOVE_GROUND = 0.03
const SIGN_HEIGHT = 2.5
/** Pixels of a number's cell, and cells in a row of their sheet. */
const CELL = 64
const COLUMNS = 16

export class RouteOnFloor implements Part {
  readonly object = new Group()
  readonly steps: Part['steps'] = { labels: () => this.look() }
  private readonly hallId: string
  private readonly ribbon = mesh(ribbonMaterial(), 20)
  private readonly signs = mesh(signMaterial(), 23)
  private of: unknown[] = []

  constructor(hallId: string) {
    this.hallId = hallId
    this.object.name = 'route'
    this.object.add(this.ribbon, this.signs)
  }

  dispose(): void {
    for (const { geometry, material } of [this.ribbon, this.signs]) {
      geometry.dispose()
      material.dispose()
    }
    this.sheet?.dispose()
  }

  private look(): void {
    const state = useVisit.getState()
    const of = [state.planned, state.visit.guide]
    if (of.every((one, i) => one === this.of[i])) return
    this.of = of
    const route = routeAhead(this.hallId, state)
    this.ribbon.visible = route.legs.length > 0
    this.signs.visible = route.stops.length > 0
    lay(this.ribbon.geometry, ribbonOf(route.legs))
    lay(this.signs.geometry, signsOf(route.stops))
    this.sheet?.dispose()
    this.sheet = sheetOf(route.stops)
  }

  private get sheet(): Texture | null {
    return this.signs.material.uniforms.uSheet?.value ?? null
  }

  private set sheet(sheet: Texture | null) {
    this.signs.material.uniforms.uSheet = { value: sheet }
  }
}

interface Shape {
  readonly positions: number[]
  readonly marks: number[]
  readonly quads: number
}

/** Marks: across the ribbon, along it in metres, 1 where one goes next. */
function ribbonOf(legs: DrawnRoute['legs']): Shape {
  const positions: number[] = []
  const marks: number[] = []
  for (const { path, present } of legs) {
    const half = HALF_WIDTH[present ? 'present' : 'later']
    let along = 0
    for (let i = 1; i < path.length; i++) {
      const from = path[i - 1] as { x: number; z: number }
      const to = path[i] as { x: number; z: number }
      const length = Math.hypot(to.x - from.x, to.z - from.z)
      if (length === 0) continue
      const [nx, nz] = [(-(to.z - from.z) / length) * half, ((to.x - from.x) / length) * half]
      for (const [at, gone] of [
        [from, along],
        [to, along + length],
      ] as const) {
        for (const side of [1, -1]) {
          positions.push(at.x + nx * side, ABOVE_GROUND, at.z + nz * side)
          marks.push(side, gone, present ? 1 : 0)
        }
      }
      along += length
    }
  }
  return { positions, marks, quads: positions.length / 12 }
}

/** Marks: corner of the sign, number of its cell. */
function signsOf(stops: DrawnRoute['stops']): Shape {
  const positions: number[] = []
  const marks: number[] = []
  stops.forEach(({ at }, cell) => {
    for (const [u, v] of [
      [-1, -1],
      [-1, 1],
      [1, -1],
      [1, 1],
    ] as const) {
      positions.push(at.x, SIGN_HEIGHT, at.z)
      marks.push(u, v, cell)
    }
  })
  return { positions, marks, quads: stops.length }
}

function lay(geometry: BufferGeometry, { positions, marks, quads }: Shape): void {
  const index: number[] = []
  for (let quad = 0; quad < quads; quad++) {
    const v = quad * 4
    index.push(v, v + 1, v + 2, v + 2, v + 1, v + 3)
  }
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('mark', new BufferAttribute(new Float32Array(marks), 3))
  geometry.setIndex(index)
}

/** The numbers of the stops on one sheet. */
function sheetOf(stops: DrawnRoute['stops']): Texture | null {
  if (stops.length === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = COLUMNS * CELL
  canvas.height = rowsFor(stops.length) * CELL
  const pen = canvas.getContext('2d')
  stops.forEach(({ number, present }, cell) => {
    if (pen) paint(pen, ((cell % COLUMNS) + 0.5) * CELL, (Math.floor(cell / COLUMNS) + 0.5) * CELL, number, present)
  })
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  return texture
}

/** Sheets grow by doubling, so that their height is one a graphics card likes. */
const rowsFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(count / COLUMNS))))

function paint(pen: CanvasRenderingContext2D, x: number, y: number, number: number, present: boolean): void {
  const [disc, ink] = present ? [PALETTE.blossomDeep, '#fffdf8'] : ['#fffdf8', PALETTE.blossomDeep]
  pen.beginPath()
  pen.arc(x, y, CELL / 2 - 5, 0, Math.PI * 2)
  pen.fillStyle = disc
  pen.fill()
  pen.lineWidth = 4
  pen.strokeStyle = ink
  pen.stroke()
  pen.fillStyle = ink
  pen.font = `600 ${number > 99 ? 24 : 30}px "Onest Variable", system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(String(number), x, y + 1)
}

function mesh(material: ShaderMaterial, renderOrder: number): Mesh<BufferGeometry, ShaderMaterial> {
  const made = new Mesh(new BufferGeometry(), material)
  made.frustumCulled = false
  made.renderOrder = renderOrder
  made.visible = false
  return made
}

function ribbonMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uColor: { value: new Color(PALETTE.blossomDeep) }, uEdge: { value: new Color(PALETTE.canvas) } },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    vertexShader: /* glsl */ `
      attribute vec3 mark;
      varying vec3 vMark;
      void main() {
        vMark = mark;
        gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
        gl_Position.z -= 0.0001 * gl_Position.w;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 uColor;
      uniform vec3 uEdge;
      varying vec3 vMark;
      void main() {
        float across = abs(vMark.x);
        // Arrows that point along the way, a metre and a half apart.
        float arrow = fract(vMark.y / 1.5 + across * 0.16);
        float head = smoothstep(0.0, 0.03, arrow) * smoothstep(0.2, 0.17, arrow) * smoothstep(0.72, 0.62, across);
        vec3 color = mix(uColor, uEdge, vMark.z * max(head, smoothstep(0.78, 0.86, across)));
        float dash = step(0.42, fract(vMark.y / 0.8));
        float alpha = smoothstep(1.0, 0.9, across) * mix(0.5 * dash, 0.86, vMark.z);
        if (alpha < 0.01) discard;
        gl_FragColor = vec4(color, alpha);
        ${OUTPUT_GLSL}
      }`,
  })
}

function signMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uSheet: { value: null } },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    // Signs face us, and grow with distance so that numbers can be read to the end of an alley.
    vertexShader: /* glsl */ `
      attribute vec3 mark;
      varying vec2 vMark;
      varying float vCell;
      void main() {
        vMark = mark.xy;
        vCell = mark.z;
        vec4 middle = viewMatrix * vec4(position, 1.0);
        middle.xy += mark.xy * max(0.34, -middle.z * 0.017);
        gl_Position = projectionMatrix * middle;
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D uSheet;
      varying vec2 vMark;
      varying float vCell;
      void main() {
        vec2 cells = vec2(textureSize(uSheet, 0)) / ${CELL.toFixed(1)};
        vec2 cell = vec2(mod(vCell + 0.5, cells.x) - 0.5, floor((vCell + 0.5) / cells.x));
        vec2 inside = vec2(vMark.x * 0.5 + 0.5, 0.5 - vMark.y * 0.5);
        vec2 at = (cell + inside) / cells;
        vec4 ink = texture2D(uSheet, vec2(at.x, 1.0 - at.y));
        if (ink.a < 0.02) discard;
        gl_FragColor = ink;
        ${OUTPUT_GLSL}
      }`,
  })
}
