/** The fountain of a plaza: basins of stone from pieces, and two meshes of its own: water that lies and water that leaps. */
import {
  BufferAttribute,
  CircleGeometry,
  DoubleSide,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from 'three'
import type { Decoration } from '../../../../shared/floorplan/model.ts'
import { lighter, paint } from '../draw/paint.ts'
import type { Sketch } from '../draw/sketch.ts'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../light.ts'
import { Chance } from '../random.ts'
import type { Theme } from '../themes.ts'

const RIM = 0.52
const WATER = 0.36
const BOWL = 1.55

export function drawFountain(sketch: Sketch, theme: Theme, radius: number): void {
  const stone = paint(theme.ground.stone[0])
  const sides = sketch.full ? 28 : 14
  for (let i = 0; i < sides; i++) {
    const angle = (i / sides) * Math.PI * 2
    const at = (r: number, y: number): [number, number, number] => [Math.sin(angle) * r, y, Math.cos(angle) * r]
    const long = (Math.PI * 2 * radius) / sides
    sketch.box({
      at: at(radius - 0.16, 0),
      size: [long + 0.02, RIM - 0.06, 0.3],
      paint: lighter(stone, 0.86),
      stuff: 'stone',
      turn: [angle],
      bevel: 0.02,
    })
    sketch.box({
      at: at(radius - 0.18, RIM - 0.07),
      size: [long + 0.05, 0.09, 0.46],
      paint: lighter(stone, 1.08),
      stuff: 'stone',
      turn: [angle],
      bevel: 0.03,
    })
    sketch.box({
      at: at(radius + 0.2, 0),
      size: [long * 1.14, 0.12, 0.5],
      paint: lighter(stone, 0.95),
      stuff: 'stone',
      turn: [angle],
      bevel: 0.03,
    })
  }
  sketch.turnedPiece({
    at: [0, 0.1, 0],
    radius: 0.62,
    height: 0.5,
    taper: 0.7,
    paint: stone,
    stuff: 'stone',
    bevel: 0.06,
  })
  sketch.turnedPiece({
    at: [0, 0.55, 0],
    radius: 0.24,
    height: 0.75,
    taper: 0.8,
    paint: stone,
    stuff: 'stone',
    bevel: 0.03,
  })
  sketch.turnedPiece({
    at: [0, 1.22, 0],
    radius: 0.42,
    height: 0.34,
    taper: 1.9,
    paint: lighter(stone, 1.05),
    stuff: 'stone',
    bevel: 0.05,
  })
  sketch.turnedPiece({
    at: [0, 1.5, 0],
    radius: 0.1,
    height: 0.35,
    taper: 0.6,
    paint: stone,
    stuff: 'stone',
    bevel: 0.02,
  })
}

/** Water of the fountains given; nothing of it is made where there are none. */
export function createWater(
  light: Light,
  fountains: readonly Decoration[],
): { readonly object: Group; dispose(): void } {
  const object = new Group()
  const pool = new CircleGeometry(1, 40)
  pool.rotateX(-Math.PI / 2)
  const still = stillMaterial(light)
  const jets = jetGeometry()
  const leaping = leapingMaterial(light)
  for (const fountain of fountains) {
    const surface = new Mesh(pool, still)
    surface.position.set(fountain.x, WATER, fountain.z)
    surface.scale.set(fountain.size - 0.25, 1, fountain.size - 0.25)
    surface.renderOrder = 2
    const jet = new Mesh(jets, leaping)
    jet.position.set(fountain.x, 0, fountain.z)
    jet.frustumCulled = false
    jet.renderOrder = 20
    object.add(surface, jet)
  }
  return {
    object,
    dispose() {
      for (const one of [pool, still, jets, leaping]) one.dispose()
    },
  }
}

function stillMaterial(light: Light): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: light.uniforms,
    vertexShader: /* glsl */ `
      varying vec3 vWorld;
      varying vec2 vAt;
      void main() {
        vAt = position.xz;
        vec4 world = modelMatrix * vec4(position, 1.0);
        vWorld = world.xyz;
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      varying vec3 vWorld;
      varying vec2 vAt;
      void main() {
        vec2 p = vWorld.xz;
        float reach = length(vAt);
        vec2 a = texture2D(uNoise, p * 0.16 + vec2(uTime * 0.02, uTime * 0.013)).gb;
        vec2 b = texture2D(uNoise, p * 0.31 - vec2(uTime * 0.017, uTime * 0.025)).bg;
        vec2 slope = (a + b - 1.0) * 0.28;
        // Rings run out from where the water falls.
        float ring = sin(reach * 42.0 - uTime * 5.0) * 0.16 * (1.0 - smoothstep(0.25, 0.95, reach));
        slope += normalize(vAt + 0.0001) * ring;
        vec3 normal = normalize(vec3(slope.x, 1.0, slope.y));
        vec3 view = normalize(cameraPosition - vWorld);
        vec3 mirror = reflect(-view, normal);
        float edge = 0.06 + 0.94 * pow(1.0 - max(dot(view, normal), 0.0), 4.0);
        vec3 sky = mix(uHaze, uFill * 1.5, smoothstep(0.05, 0.6, mirror.y));
        vec3 bed = vec3(0.10, 0.23, 0.24) * (uFill + uSunColor * 0.5) * (0.7 + 0.5 * a.x);
        vec3 shown = mix(bed, sky, edge);
        shown += uSunColor * pow(max(dot(mirror, uSun), 0.0), 220.0) * 2.0;
        float foam = smoothstep(0.62, 0.8, a.x + b.y * 0.4) * (1.0 - smoothstep(0.3, 0.5, abs(reach - 0.42) * 3.0));
        shown = mix(shown, vec3(0.85, 0.88, 0.88), foam * 0.5);
        gl_FragColor = vec4(hazed(shown, vWorld), 1.0);
        ${OUTPUT_GLSL}
      }`,
  })
}

/** Drops on their way: `start` angle, when, how far, how high. */
function jetGeometry(): InstancedBufferGeometry {
  const chance = new Chance('fountain')
  const made = new InstancedBufferGeometry()
  made.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3))
  made.setIndex([0, 1, 2, 0, 2, 3])
  const drops = 620
  const data = new Float32Array(drops * 4)
  for (let i = 0; i < drops; i++) {
    const ring = i % 10 < 3 ? 0 : 1
    const spokes = 16
    const angle = ring === 0 ? chance.next() * 7 : ((i % spokes) / spokes) * Math.PI * 2 + chance.about(0.02)
    data.set([angle, chance.next(), ring === 0 ? chance.between(0.1, 0.75) : chance.between(1.9, 2.15), ring], i * 4)
  }
  made.setAttribute('drop', new InstancedBufferAttribute(data, 4))
  made.instanceCount = drops
  return made
}

function leapingMaterial(light: Light): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: light.uniforms,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    vertexShader: /* glsl */ `
      uniform float uTime;
      attribute vec4 drop;
      varying vec2 vAt;
      varying float vAge;
      varying vec3 vWorld;
      void main() {
        float age = fract(drop.y + uTime * (drop.w > 0.5 ? 0.62 : 0.75));
        // From the bowl's spout up and over (centre), or from the rim inwards in arcs.
        float reach = drop.w > 0.5 ? mix(2.75, 2.75 - drop.z, age) : drop.z * age;
        float height = drop.w > 0.5 ? ${WATER.toFixed(2)} + 4.0 * 1.35 * age * (1.0 - age) + 0.85 * age : ${(BOWL + 0.25).toFixed(2)} + 4.0 * 0.95 * age * (1.0 - age) - 1.35 * age * age;
        vec3 at = (modelMatrix * vec4(sin(drop.x) * reach, height, cos(drop.x) * reach, 1.0)).xyz;
        vec3 way = normalize(cameraPosition - at);
        vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), way));
        float size = 0.024 + 0.02 * age;
        at += right * position.x * size + vec3(0.0, 1.0, 0.0) * position.y * size * 2.4;
        vAt = position.xy;
        vAge = age;
        vWorld = at;
        gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      varying vec2 vAt;
      varying float vAge;
      varying vec3 vWorld;
      void main() {
        float body = 1.0 - smoothstep(0.4, 1.0, length(vAt));
        vec3 way = normalize(vWorld - cameraPosition);
        float against = pow(max(dot(way, uSun), 0.0), 3.0);
        vec3 color = vec3(0.72, 0.8, 0.84) * (uFill + uSunColor * (0.3 + 0.5 * against));
        gl_FragColor = vec4(hazed(color, vWorld), body * (0.62 - 0.3 * vAge));
        ${OUTPUT_GLSL}
      }`,
  })
}
