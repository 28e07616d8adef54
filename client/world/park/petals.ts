import {
  BufferAttribute,
  DoubleSide,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from 'three'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from './light.ts'
import { Chance } from './random.ts'

const COUNT = 260
/** Side of the block of air about the camera that petals fall through, metres. */
const AIR = 26

/** Petals on the wind: a block of air that goes with the camera and repeats itself, so they are wherever one walks. */
export function createPetals(light: Light): Mesh<InstancedBufferGeometry, ShaderMaterial> {
  const chance = new Chance('petals')
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -0.6, 0, 1, -0.6, 0, 1, 0.6, 0, -1, 0.6, 0]), 3),
  )
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const start = Float32Array.from({ length: COUNT * 4 }, () => chance.next())
  geometry.setAttribute('start', new InstancedBufferAttribute(start, 4))
  geometry.instanceCount = COUNT
  const material = new ShaderMaterial({
    uniforms: light.uniforms,
    side: DoubleSide,
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      uniform float uTime;
      attribute vec4 start;
      varying vec2 vAt;
      varying vec3 vWorld;
      varying float vPick;
      void main() {
        const float AIR = ${AIR.toFixed(1)};
        vec3 fall = start.xyz * AIR + vec3(uTime * 0.5, -uTime * (0.5 + 0.35 * start.w), uTime * 0.22);
        fall += vec3(sin(uTime * 1.3 + start.w * 40.0), 0.25 * sin(uTime * 2.1 + start.x * 30.0), cos(uTime * 1.1 + start.y * 40.0)) * 0.35;
        vec3 corner = cameraPosition - AIR * 0.5;
        vec3 at = mod(fall - corner, AIR) + corner;
        at.y = mod(fall.y, 8.0);
        float spin = uTime * (1.5 + start.w * 2.0) + start.x * 20.0;
        vec3 right = vec3(cos(spin), sin(spin * 0.7) * 0.6, sin(spin));
        vec3 up = normalize(cross(right, vec3(sin(spin * 0.5), 0.3, cos(spin * 0.8))));
        at += (right * position.x + up * position.y) * (0.016 + 0.008 * start.w);
        vAt = position.xy / vec2(1.0, 0.6);
        vWorld = at;
        vPick = start.w;
        gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      varying vec2 vAt;
      varying vec3 vWorld;
      varying float vPick;
      void main() {
        if (length(vAt) > 1.0) discard;
        float sun = sunAt(vWorld, vec3(0.0));
        vec3 color = mix(vec3(0.94, 0.72, 0.74), vec3(0.98, 0.9, 0.88), vPick);
        vec3 shown = color * (uFill * 0.9 + uSunColor * 0.55 * sun);
        float near = smoothstep(0.5, 1.6, distance(vWorld, cameraPosition));
        gl_FragColor = vec4(hazed(shown, vWorld), near * 0.95);
        ${OUTPUT_GLSL}
      }`,
  })
  const petals = new Mesh(geometry, material)
  petals.name = 'petals'
  petals.frustumCulled = false
  petals.renderOrder = 30
  return petals
}
