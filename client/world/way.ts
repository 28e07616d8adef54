/**
 * Where the visitor is going: a ring on the ground at the end and a dotted line that leads there. One draw.
 */
import { BufferAttribute, BufferGeometry, Color, DynamicDrawUsage, Mesh, ShaderMaterial } from 'three'
import { PALETTE } from '../app/palette.ts'
import type { Visitor } from '../state/visitor.ts'
import type { Frame, Part } from './frame.ts'
import { OUTPUT_GLSL } from './park/light.ts'

const LEGS = 64
const HALF_WIDTH = 0.07
const RING = 0.55
/** The way is asked for so often, seconds. */
const EVERY = 0.12
/** Seconds to come and go. */
const FADE = 0.25

export class Way implements Part {
  readonly object: Mesh<BufferGeometry, ShaderMaterial>
  readonly steps: Part['steps'] = { labels: (frame) => this.update(frame) }
  private readonly visitor: Visitor
  private readonly places = new Float32Array((LEGS + 1) * 4 * 3)
  /** Across the line (or the ring's plane), along it in metres, and 1 for the ring. */
  private readonly marks = new Float32Array((LEGS + 1) * 4 * 3)
  private readonly shown = { value: 0 }
  private readonly time = { value: 0 }
  private since = EVERY
  private walking = false

  constructor(visitor: Visitor) {
    this.visitor = visitor
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(this.places, 3).setUsage(DynamicDrawUsage))
    geometry.setAttribute('mark', new BufferAttribute(this.marks, 3).setUsage(DynamicDrawUsage))
    const index: number[] = []
    for (let leg = 0; leg <= LEGS; leg++) {
      const v = leg * 4
      // Seen from above: the other way round nobody would see it.
      index.push(v, v + 2, v + 1, v + 1, v + 2, v + 3)
    }
    geometry.setIndex(index)
    geometry.setDrawRange(0, 0)
    this.object = new Mesh(geometry, material(this.shown, this.time))
    this.object.name = 'way'
    this.object.frustumCulled = false
    this.object.renderOrder = 22
    this.object.visible = false
  }

  dispose(): void {
    this.object.geometry.dispose()
    this.object.material.dispose()
  }

  private update({ now, delta, time }: Frame): void {
    this.since += delta
    if (this.since >= EVERY) {
      this.since = 0
      this.lay(this.visitor.ahead(now))
    }
    this.time.value = time
    const goal = this.walking ? 1 : 0
    this.shown.value += (goal - this.shown.value) * (1 - Math.exp(-delta / FADE))
    this.object.visible = this.shown.value > 0.01
  }

  private lay(ahead: readonly { readonly x: number; readonly z: number }[]): void {
    const end = ahead.at(-1)
    this.walking = ahead.length > 1
    if (!end || !this.walking) return
    // Measured from the goal, so that dots stay where they are while we walk past them.
    let along = 0
    let leg = 0
    for (let i = ahead.length - 1; i > 0 && leg < LEGS; i--, leg++) {
      const to = ahead[i] as { x: number; z: number }
      const from = ahead[i - 1] as { x: number; z: number }
      const length = Math.hypot(to.x - from.x, to.z - from.z)
      const nx = length > 0 ? (-(to.z - from.z) / length) * HALF_WIDTH : 0
      const nz = length > 0 ? ((to.x - from.x) / length) * HALF_WIDTH : 0
      this.corner(leg * 4, from.x + nx, from.z + nz, 1, along + length, 0)
      this.corner(leg * 4 + 1, from.x - nx, from.z - nz, -1, along + length, 0)
      this.corner(leg * 4 + 2, to.x + nx, to.z + nz, 1, along, 0)
      this.corner(leg * 4 + 3, to.x - nx, to.z - nz, -1, along, 0)
      along += length
    }
    for (let k = 0; k < 4; k++) {
      const u = k % 2 === 0 ? -1 : 1
      const v = k < 2 ? -1 : 1
      this.corner(leg * 4 + k, end.x + u * RING, end.z + v * RING, u, v, 1)
    }
    const { geometry } = this.object
    geometry.setDrawRange(0, (leg + 1) * 6)
    for (const name of ['position', 'mark']) {
      const attribute = geometry.getAttribute(name)
      if (attribute instanceof BufferAttribute) attribute.needsUpdate = true
    }
  }

  private corner(vertex: number, x: number, z: number, u: number, v: number, ring: number): void {
    this.places.set([x, 0.03, z], vertex * 3)
    this.marks.set([u, v, ring], vertex * 3)
  }
}

function material(shown: { value: number }, time: { value: number }): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: {
      uShown: shown,
      uTime: time,
      uColor: { value: new Color(PALETTE.canvas) },
      uEdge: { value: new Color(PALETTE.linden) },
    },
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      attribute vec3 mark;
      varying vec3 vMark;
      void main() {
        vMark = mark;
        gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
        gl_Position.z -= 0.0001 * gl_Position.w;
      }`,
    fragmentShader: /* glsl */ `
      uniform float uShown;
      uniform float uTime;
      uniform vec3 uColor;
      uniform vec3 uEdge;
      varying vec3 vMark;
      void main() {
        vec3 color = uColor;
        float alpha;
        if (vMark.z > 0.5) {
          float r = length(vMark.xy);
          float pulse = 0.5 + 0.5 * sin(uTime * 3.0);
          float ring = smoothstep(0.56, 0.62, r) * smoothstep(0.86, 0.8, r);
          float dot_ = smoothstep(0.2 + 0.05 * pulse, 0.14, r);
          alpha = max(ring, dot_ * 0.9) + smoothstep(1.0, 0.8, r) * 0.12;
          color = mix(color, uEdge, smoothstep(0.76, 0.86, r) * 0.8);
        } else {
          float along = fract(vMark.y / 0.55) - 0.5;
          float r = length(vec2(along * 0.55 / 0.07, vMark.x));
          alpha = smoothstep(1.0, 0.75, r) * smoothstep(0.3, 1.2, vMark.y);
        }
        alpha *= uShown * 0.92;
        if (alpha < 0.01) discard;
        gl_FragColor = vec4(color, alpha);
        ${OUTPUT_GLSL}
      }`,
  })
}
