/**
 * Roofs: one sheet of cloth or glass, bent by the vertex shader into the shape of its pavilion, so eight designs are one
 * draw call. Linen glows from inside where the sun stands on it.
 *
 * Lanes: 0 centre of the eaves (m) and shape · 1 yaw, hem (m), stripes across, openness · 2 half width, rise, half depth
 * (m), glass 0…1 · 3 colour (linear), strength of the stripes' colour mixed from the colour into linen.
 */
import { Color, DoubleSide, ShaderMaterial } from 'three'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../light.ts'
import type { Theme } from '../themes.ts'

export const ROOF_SHAPES = {
  vault: 0,
  gable: 1,
  butterfly: 2,
  kiosk: 3,
  rotunda: 4,
  sail: 5,
  shell: 6,
  flat: 7,
} as const
export type RoofShape = keyof typeof ROOF_SHAPES

export function roofMaterial(light: Light, theme: Theme): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...light.uniforms, uLinen: { value: new Color(theme.linen) } },
    side: DoubleSide,
    vertexShader: /* glsl */ `
      attribute float drop;
      attribute vec4 lane0;
      attribute vec4 lane1;
      attribute vec4 lane2;
      attribute vec4 lane3;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec2 vAt;
      varying float vDrop;
      varying vec4 vColor;
      varying vec4 vCloth;
      varying vec2 vHalf;

      // Height over the eaves as a share of the rise; p within (−1, −1)…(1, 1).
      float heightOf(float shape, vec2 p) {
        vec2 q = abs(p);
        if (shape < 0.5) return sqrt(max(0.0, 1.0 - p.x * p.x * 0.985)) - 0.122;
        if (shape < 1.5) return 1.0 - q.x;
        if (shape < 2.5) return pow(q.x, 1.25);
        if (shape < 3.5) return pow(1.0 - max(q.x, q.y), 1.35) ;
        if (shape < 4.5) { float r = min(1.0, length(p)); return pow(1.0 - r, 1.25); }
        if (shape < 5.5) return 0.5 + 0.5 * p.x * p.y - 0.12 * (1.0 - q.x * q.x) * (1.0 - q.y * q.y);
        if (shape < 6.5) { float back = p.y * 0.5 + 0.5; return sqrt(max(0.0, 1.0 - p.x * p.x * 0.97)) * (0.42 + 0.58 * back * back); }
        return 0.0;
      }

      // A square laid onto a disc for round roofs.
      vec2 laid(float shape, vec2 p) {
        if (shape < 3.5 || shape > 4.5) return p;
        return p * sqrt(1.0 - 0.5 * p.yx * p.yx);
      }

      void main() {
        float shape = lane0.w;
        vec2 half_ = lane2.xz;
        vec2 p = laid(shape, position.xz);
        float rise = lane2.y;
        float y = heightOf(shape, p) * rise;
        vec2 e = vec2(0.04, 0.0);
        vec2 inner = p * 0.955;
        float dx = (heightOf(shape, inner + e.xy) - heightOf(shape, inner - e.xy)) * rise / (0.08 * half_.x);
        float dz = (heightOf(shape, inner + e.yx) - heightOf(shape, inner - e.yx)) * rise / (0.08 * half_.y);
        vec3 normal = normalize(vec3(-dx, 1.0, -dz));
        vec3 local = vec3(p.x * half_.x, y, p.y * half_.y);
        if (drop > 0.0) {
          local.y -= drop * lane1.y;
          vec2 out_ = abs(position.x) > abs(position.z) ? vec2(sign(position.x), 0.0) : vec2(0.0, sign(position.z));
          if (shape > 3.5 && shape < 4.5) out_ = normalize(p);
          normal = vec3(out_.x, 0.12, out_.y);
        }
        float s = sin(lane1.x);
        float c = cos(lane1.x);
        vWorld = lane0.xyz + vec3(local.x * c + local.z * s, local.y, -local.x * s + local.z * c);
        vNormal = vec3(normal.x * c + normal.z * s, normal.y, -normal.x * s + normal.z * c);
        vAt = local.xz;
        vDrop = drop;
        vColor = lane3;
        vCloth = vec4(lane1.y, lane1.z, lane1.w, lane2.w);
        vHalf = half_;
        gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform vec3 uLinen;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec2 vAt;
      varying float vDrop;
      varying vec4 vColor;
      varying vec4 vCloth;
      varying vec2 vHalf;

      float line(float at, float width) {
        float soft = fwidth(at);
        float off = abs(fract(at - 0.5) - 0.5);
        return (1.0 - smoothstep(width * 0.5, width * 0.5 + soft + 0.001, off)) * clamp(width / max(soft, 0.0001), 0.0, 1.0);
      }

      void main() {
        vec3 normal = normalize(vNormal);
        bool inside = !gl_FrontFacing;
        if (inside) normal = -normal;
        float stripes = vCloth.y;
        float across = vAt.x / max(vHalf.x * 2.0, 0.1) * stripes;
        vec3 color = vColor.rgb;
        if (stripes > 0.5) {
          float soft = fwidth(across) * 0.7;
          float even = smoothstep(0.5 - soft, 0.5 + soft, abs(fract(across) - 0.5) * 2.0);
          color = mix(uLinen, vColor.rgb, even * vColor.a);
        }
        // A scalloped hem, cut at each stripe or half a metre.
        if (vDrop > 0.0) {
          float along = (vAt.x + vAt.y) / 0.42;
          float wave = abs(sin(along * 3.14159));
          if (vDrop > 0.62 + 0.38 * sqrt(wave)) discard;
          color *= 0.96;
        }
        float weave = texture2D(uNoise, vAt * 3.0).r;
        float fold = texture2D(uNoise, vAt * 0.18 + vWorld.xz * 0.01).g;
        color *= 0.93 + 0.08 * weave + 0.06 * (fold - 0.5);
        float crowns = shadeAt(vWorld.xz - uSun.xz / uSun.y * vWorld.y).g;
        float sun = 1.0 - crowns;
        float straight = max(dot(normal, uSun), 0.0);
        float behind = max(dot(-normal, uSun), 0.0);
        float glass = vCloth.w;
        vec3 shown;
        if (glass > 0.5) {
          // Frosted panes between glazing bars.
          float bars = max(line(vAt.x / 0.75, 0.07), line(vAt.y / 0.9, 0.05));
          vec3 view = normalize(cameraPosition - vWorld);
          vec3 mirror = reflect(-view, normal);
          vec3 sky = mix(uHaze, uFill * 1.5, smoothstep(0.0, 0.7, mirror.y));
          float edge = 0.18 + 0.6 * pow(1.0 - max(dot(view, normal), 0.0), 3.0);
          vec3 frost = vec3(0.80, 0.86, 0.84) * (uFill + uSunColor * (0.22 * straight + 0.35 * behind) * sun);
          shown = mix(frost, sky, edge) + uSunColor * sun * pow(max(dot(mirror, uSun), 0.0), 60.0) * 0.5;
          shown = mix(shown, vColor.rgb * lit(normal, sun, 0.9), bars);
        } else {
          vec3 light = lit(normal, sun, inside ? 0.72 : 1.0);
          light += uSunColor * behind * sun * 0.42;
          light += inside ? uSunColor * vec3(0.16, 0.14, 0.11) * sun : vec3(0.0);
          float seams = stripes < 0.5 ? line(vAt.x / 1.0, 0.012) : 0.0;
          shown = color * light * (1.0 - 0.14 * seams);
        }
        gl_FragColor = vec4(hazed(shown, vWorld), 1.0);
        ${OUTPUT_GLSL}
      }`,
  })
}
