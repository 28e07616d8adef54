/** Upright cards with pictures of one sheet, few enough to be laid anew whenever one comes or goes: one draw. */
import { BufferAttribute, BufferGeometry, type CanvasTexture, DoubleSide, Mesh, ShaderMaterial, Vector3 } from 'three'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../park/light.ts'

/** Where a card stands, and which part of the sheet it shows. */
export interface Card {
  /** Middle of its lower edge, metres. */
  readonly x: number
  readonly y: number
  readonly z: number
  /** The way it faces, degrees. */
  readonly heading: number
  readonly width: number
  readonly height: number
  /** Of the sheet, 0–1, from its upper left corner. */
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** `lit`: shines by itself; otherwise it stands in the light of the park. */
export function cardsOf(sheet: CanvasTexture, light: Light, lit: boolean): Mesh<BufferGeometry, ShaderMaterial> {
  const mesh = new Mesh(new BufferGeometry(), material(sheet, light, lit))
  mesh.frustumCulled = false
  mesh.renderOrder = 12
  mesh.visible = false
  return mesh
}

export function lay(mesh: Mesh<BufferGeometry, ShaderMaterial>, cards: readonly Card[]): void {
  const places: number[] = []
  const ways: number[] = []
  const uvs: number[] = []
  const index: number[] = []
  const right = new Vector3()
  cards.forEach(({ x, y, z, heading, width, height, from, to }, n) => {
    const yaw = (heading * Math.PI) / 180
    right.set(Math.cos(yaw), 0, -Math.sin(yaw)).multiplyScalar(width / 2)
    for (const [side, up] of CORNERS) {
      places.push(x + right.x * side, y + height * up, z + right.z * side)
      ways.push(Math.sin(yaw), Math.cos(yaw))
      uvs.push(side < 0 ? from[0] : to[0], up ? from[1] : to[1])
    }
    const v = n * 4
    index.push(v, v + 1, v + 2, v + 2, v + 1, v + 3)
  })
  const { geometry } = mesh
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(places), 3))
  geometry.setAttribute('way', new BufferAttribute(new Float32Array(ways), 2))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uvs), 2))
  geometry.setIndex(index)
  mesh.visible = cards.length > 0
}

const CORNERS = [
  [-1, 0],
  [1, 0],
  [-1, 1],
  [1, 1],
] as const

function material(sheet: CanvasTexture, light: Light, lit: boolean): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...light.uniforms, uSheet: { value: sheet } },
    transparent: true,
    side: DoubleSide,
    vertexShader: /* glsl */ `
      attribute vec2 way;
      varying vec2 vUv;
      varying vec3 vPlace;
      varying vec2 vWay;
      void main() {
        vUv = uv;
        vPlace = position;
        vWay = way;
        gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform sampler2D uSheet;
      varying vec2 vUv;
      varying vec3 vPlace;
      varying vec2 vWay;
      void main() {
        // What is written is read from its front; from behind the card is plain.
        vec4 ink = texture2D(uSheet, vec2(vUv.x, 1.0 - vUv.y));
        if (ink.a < 0.04) discard;
        vec3 color = ink.rgb / ink.a;
        ${
          lit
            ? 'if (!gl_FrontFacing) discard;'
            : `if (!gl_FrontFacing) color = vec3(0.24, 0.17, 0.11);
        vec3 up = vec3(vWay.x, 0.35, vWay.y) * (gl_FrontFacing ? 1.0 : -1.0);
        float facing = max(0.0, dot(normalize(up), uSun));
        float open = 1.0 - shadeAt(vPlace.xz).r * 0.7;
        color *= uFill * 0.9 + uBounce * 0.35 + uSunColor * facing * open * 0.6;`
        }
        gl_FragColor = vec4(color, ink.a);
        ${OUTPUT_GLSL}
      }`,
  })
}
