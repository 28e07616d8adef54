import { BufferAttribute, BufferGeometry, Color, type IUniform, Mesh, ShaderMaterial } from 'three'
import type { Hall } from '../../../../shared/floorplan/model.ts'
import { toHall } from '../../../../shared/floorplan/point.ts'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../light.ts'
import type { Theme } from '../themes.ts'
import { COVERS, type Laid } from './polygons.ts'

const PATTERNS_GLSL = /* glsl */ `
float dice(vec2 p) { return fract(sin(dot(p, vec2(127.1, 311.7))) * 43758.5453); }

// 1 in the joint of "width" metres about whole multiples of "pitch"; fades where joints get thinner than a pixel.
float joint(float at, float pitch, float width) {
  float soft = fwidth(at);
  float off = abs(fract(at / pitch - 0.5) - 0.5) * pitch;
  return (1.0 - smoothstep(width * 0.5, width * 0.5 + soft + 0.001, off)) * clamp(width / max(soft, 0.0001), 0.0, 1.0);
}

// Unevenness as the low sun shows it: the slope of the noise towards the sun.
float relief(vec2 p, float scale, float depth) {
  vec2 step_ = normalize(uSun.xz) * 0.35 / 256.0;
  vec2 at = p * scale;
  return 1.0 + depth * (texture2D(uNoise, at).g - texture2D(uNoise, at + step_ * 4.0).g) * 6.0;
}
`

/** Grass to the hills, and everything laid upon it: two draws. */
export function createGround(
  theme: Theme,
  light: Light,
  hall: Hall,
): {
  readonly grass: Mesh<BufferGeometry, ShaderMaterial>
  readonly paving: Mesh<BufferGeometry, ShaderMaterial>
  lay(laid: readonly Laid[]): void
} {
  const grass = new Mesh(meadow(hall), grassMaterial(theme, light, hall))
  grass.name = 'grass'
  grass.frustumCulled = false
  // Painted after what stands on it, which hides most of it.
  grass.renderOrder = 80
  const paving = new Mesh(new BufferGeometry(), pavingMaterial(theme, light))
  paving.name = 'paving'
  paving.frustumCulled = false
  paving.renderOrder = -10
  paving.visible = false
  return {
    grass,
    paving,
    lay(laid) {
      paving.geometry.dispose()
      paving.geometry = polygons(laid)
      paving.visible = laid.length > 0
    },
  }
}

/** A disc about the hall: flat where people walk, soft hills beyond. */
function meadow(hall: Hall): BufferGeometry {
  const flat = Math.hypot(hall.width, hall.depth) / 2 + 12
  const rings = [
    0,
    flat * 0.5,
    flat,
    flat + 15,
    flat + 35,
    flat + 60,
    flat + 95,
    flat + 140,
    flat + 200,
    flat + 280,
    flat + 400,
    flat + 600,
  ]
  const around = 72
  const positions: number[] = []
  const index: number[] = []
  rings.forEach((radius, ring) => {
    for (let i = 0; i <= around; i++) {
      const angle = (i / around) * Math.PI * 2
      const x = Math.sin(angle) * radius
      const z = Math.cos(angle) * radius
      positions.push(x, hillAt(x, z, flat), z)
      if (ring === 0 || i === around) continue
      const a = (ring - 1) * (around + 1) + i
      const b = a + around + 1
      index.push(a, b, a + 1, a + 1, b, b + 1)
    }
  })
  const made = new BufferGeometry()
  made.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  made.setIndex(index)
  made.computeVertexNormals()
  return made
}

/** Height of the ground, m; `flat` is the radius within which it is 0. */
export function hillAt(x: number, z: number, flat: number): number {
  const beyond = Math.hypot(x, z) - flat
  if (beyond <= 0) return 0
  const rise = Math.min(1, beyond / 260)
  const wave = Math.sin(x * 0.011 + 1.3) * Math.cos(z * 0.013 - 0.4) * 0.5 + Math.sin((x + z) * 0.006 + 2) * 0.5 + 0.55
  return rise * rise * (10 + 30 * Math.max(0, wave))
}

export const flatRadius = (hall: Hall): number => Math.hypot(hall.width, hall.depth) / 2 + 12

function polygons(laid: readonly Laid[]): BufferGeometry {
  const positions: number[] = []
  const place: number[] = []
  const form: number[] = []
  const index: number[] = []
  for (const one of laid) {
    const first = positions.length / 3
    const cover = COVERS.indexOf(one.cover)
    const add = (x: number, z: number): void => {
      const at = toHall({ x, z }, one)
      positions.push(at.x, 0.004, at.z)
      place.push(x, z)
      form.push(one.width / 2, one.round ? -1 : one.depth / 2, cover, one.alley)
    }
    if (one.round) {
      const sides = one.width > 6 ? 96 : 24
      add(0, 0)
      for (let i = 0; i <= sides; i++) {
        const angle = (i / sides) * Math.PI * 2
        add(Math.sin(angle) * (one.width / 2), Math.cos(angle) * (one.width / 2))
        if (i > 0) index.push(first, first + i, first + i + 1)
      }
    } else {
      const w = one.width / 2
      const d = one.depth / 2
      add(-w, -d)
      add(-w, d)
      add(w, d)
      add(w, -d)
      index.push(first, first + 1, first + 2, first, first + 2, first + 3)
    }
  }
  const made = new BufferGeometry()
  made.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  made.setAttribute('place', new BufferAttribute(new Float32Array(place), 2))
  made.setAttribute('form', new BufferAttribute(new Float32Array(form), 4))
  made.setIndex(index)
  return made
}

function grassMaterial(theme: Theme, light: Light, hall: Hall): ShaderMaterial {
  const [deep, fresh, dark] = theme.ground.grass
  return new ShaderMaterial({
    uniforms: {
      ...light.uniforms,
      uDeep: { value: new Color(deep) },
      uFresh: { value: new Color(fresh) },
      uDark: { value: new Color(dark) },
      uFlat: { value: flatRadius(hall) },
    },
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 2,
    vertexShader: /* glsl */ `
      varying vec3 vWorld;
      varying vec3 vNormal;
      void main() {
        vWorld = position;
        vNormal = normal;
        gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      ${PATTERNS_GLSL}
      uniform vec3 uDeep;
      uniform vec3 uFresh;
      uniform vec3 uDark;
      uniform float uFlat;
      varying vec3 vWorld;
      varying vec3 vNormal;
      void main() {
        vec2 p = vWorld.xz;
        float patches = texture2D(uNoise, p * 0.012).b;
        float clumps = texture2D(uNoise, p * 0.11).g;
        float blades = texture2D(uNoise, p * vec2(0.9, 0.6)).g;
        float tips = texture2D(uNoise, p * 0.7).r * 0.6 + texture2D(uNoise, p * 1.9).r * 0.5;
        vec3 color = mix(uDeep, uFresh, smoothstep(0.25, 0.75, patches * 0.55 + clumps * 0.5));
        color = mix(color, uDark, 0.55 * smoothstep(0.42, 0.75, blades) * (1.0 - 0.5 * clumps));
        color *= 0.66 + 0.62 * tips;
        // Daisies and dandelions where nobody mows.
        vec2 cell = floor(p / 0.21);
        vec2 in_ = fract(p / 0.21) - 0.5 - (vec2(dice(cell), dice(cell + 7.3)) - 0.5) * 0.6;
        float meadow = smoothstep(0.52, 0.7, texture2D(uNoise, p * 0.02 + 0.4).g);
        float some = step(0.97 - 0.16 * meadow, dice(cell + 3.1));
        float soft = (fwidth(p.x) + fwidth(p.y)) * 0.5 / 0.21;
        float flower = some * (1.0 - smoothstep(0.07, 0.07 + soft + 0.02, length(in_))) * clamp(0.16 / max(soft, 0.001), 0.0, 1.0);
        color = mix(color, dice(cell + 5.7) > 0.45 ? vec3(0.86, 0.84, 0.76) : vec3(0.85, 0.62, 0.1), flower * 0.9);

        vec3 normal = normalize(vNormal);
        vec3 shade = shadeAt(p);
        float sun = (1.0 - shade.r) * (1.0 - shade.g);
        float open = (1.0 - 0.75 * shade.b) * (1.0 - 0.28 * shade.g);
        vec3 light = lit(normal, sun * relief(p, 0.5, 0.22), open);
        // Blades let the low sun through when one looks against it.
        vec3 way = normalize(vWorld - cameraPosition);
        float against = pow(max(dot(way, normalize(vec3(uSun.x, 0.12, uSun.z))), 0.0), 3.0);
        vec3 shown = color * light + color * vec3(1.0, 1.05, 0.45) * uSunColor * sun * (0.08 + 0.3 * against);
        // Woods and fields on the hills.
        float away = smoothstep(uFlat, uFlat + 120.0, length(p));
        shown = mix(shown, shown * mix(vec3(0.8, 0.92, 0.8), vec3(1.15, 1.08, 0.8), smoothstep(0.4, 0.6, texture2D(uNoise, p * 0.003).g)), away);
        gl_FragColor = vec4(hazed(shown, vWorld), 1.0);
        ${OUTPUT_GLSL}
      }`,
  })
}

function pavingMaterial(theme: Theme, light: Light): ShaderMaterial {
  const pair = (colors: readonly [string, string]): IUniform<Color[]> => ({ value: colors.map((c) => new Color(c)) })
  const { gravel, stone, brick, timber, slab, soil } = theme.ground
  return new ShaderMaterial({
    uniforms: {
      ...light.uniforms,
      uGravel: pair(gravel),
      uStone: pair(stone),
      uBrick: pair(brick),
      uTimber: pair(timber),
      uSlab: pair(slab),
      uSoil: { value: new Color(soil) },
    },
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      attribute vec2 place;
      attribute vec4 form;
      varying vec3 vWorld;
      varying vec2 vPlace;
      varying vec4 vForm;
      void main() {
        vWorld = position;
        vPlace = place;
        vForm = form;
        gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      ${PATTERNS_GLSL}
      uniform vec3 uGravel[2];
      uniform vec3 uStone[2];
      uniform vec3 uBrick[2];
      uniform vec3 uTimber[2];
      uniform vec3 uSlab[2];
      uniform vec3 uSoil;
      varying vec3 vWorld;
      varying vec2 vPlace;
      varying vec4 vForm;

      // Slabs of "size" in a running bond: colour factor and joint.
      vec3 slabs(vec2 p, vec2 size, vec3 light_, vec3 dark_, float width) {
        float row = floor(p.y / size.y);
        float x = p.x + mod(row, 2.0) * size.x * 0.5;
        vec2 id = vec2(floor(x / size.x), row);
        float pick = dice(id);
        float gap = max(joint(x, size.x, width), joint(p.y, size.y, width));
        vec3 color = mix(dark_, light_, 0.25 + 0.75 * pick);
        return color * (1.0 - 0.42 * gap);
      }

      // Two bricks long-ways, two across, like a fish's bones.
      vec3 herringbone(vec2 p, vec3 light_, vec3 dark_) {
        vec2 turned = vec2(p.x + p.y, p.y - p.x) * 0.70711;
        const float W = 0.11;
        vec2 cell = floor(turned / W);
        float k = mod(cell.x - cell.y, 4.0);
        bool flat_ = k < 2.0;
        vec2 start = flat_ ? vec2(cell.x - k, cell.y) : vec2(cell.x, cell.y - (3.0 - k));
        vec2 in_ = turned / W - start;
        vec2 size = flat_ ? vec2(2.0, 1.0) : vec2(1.0, 2.0);
        vec2 edge = min(in_, size - in_);
        float soft = fwidth(turned.x) / W;
        float gap = (1.0 - smoothstep(0.05, 0.05 + soft + 0.02, min(edge.x, edge.y))) * clamp(0.1 / max(soft, 0.001), 0.0, 1.0);
        return mix(dark_, light_, dice(start)) * (1.0 - 0.45 * gap);
      }

      void main() {
        vec2 p = vPlace;
        float cover = vForm.z;
        bool round_ = vForm.y < 0.0;
        float border = round_ ? vForm.x - length(p) : min(vForm.x - abs(p.x), vForm.y - abs(p.y));
        float rim = round_ ? border : vForm.x - abs(p.x);
        vec3 color;
        float alpha = 1.0;
        float gloss = 0.0;
        float rough = 0.2;
        vec2 w = vWorld.xz;
        float clouds = texture2D(uNoise, w * 0.055).g;
        if (cover < 0.5) {
          float pebble = texture2D(uNoise, w * 0.55).r;
          float grit = texture2D(uNoise, w * 1.6 + 0.3).r;
          color = mix(uGravel[1], uGravel[0], 0.2 + 0.75 * clouds) * (0.62 + 0.44 * pebble + 0.28 * grit);
          // Damp hollows, and a scatter of single darker stones.
          color *= 1.0 - 0.16 * smoothstep(0.45, 0.75, texture2D(uNoise, w * 0.018).b);
          color *= 1.0 - 0.3 * smoothstep(0.8, 0.92, texture2D(uNoise, w * 0.31 + 0.7).r);
          // A border of stone setts; trodden paler down the middle.
          if (!round_ && rim < 0.42) color = slabs(p.yx, vec2(0.21, 0.14), uStone[0], uStone[1], 0.014) * (0.85 + 0.2 * clouds);
          color *= 1.0 + 0.1 * smoothstep(0.4, 2.2, rim);
          rough = 0.6;
        } else if (cover < 1.5) {
          color = slabs(p, vec2(0.9, 0.6), uStone[0], uStone[1], 0.014) * (0.86 + 0.24 * clouds);
          color *= 0.94 + 0.1 * texture2D(uNoise, w * 2.2).r;
          gloss = 0.5;
        } else if (cover < 2.5) {
          float course = step(rim, 0.46);
          color = course > 0.5 ? slabs(p.yx, vec2(0.22, 0.115), uBrick[0], uBrick[1], 0.012) : herringbone(p, uBrick[0], uBrick[1]);
          color *= 0.84 + 0.3 * clouds;
          gloss = 0.25;
        } else if (cover < 3.5) {
          float board = p.y / 0.145;
          float pick = dice(vec2(floor(board), 3.0));
          float grain = texture2D(uNoise, vec2(p.x * 0.16 + pick * 7.0, p.y * 2.4)).g;
          color = mix(uTimber[1], uTimber[0], pick * 0.7 + 0.2) * (0.74 + 0.42 * grain);
          color *= 1.0 - 0.6 * joint(p.y, 0.145, 0.01);
          color *= 1.0 - 0.5 * (1.0 - smoothstep(0.012, 0.02, abs(rim - 0.3)));
          gloss = 0.3;
        } else if (cover < 4.5) {
          float hue = fract(vForm.w * 0.37 + 0.1);
          vec3 warm = mix(vec3(1.0), vec3(1.06, 0.97, 0.88), step(0.5, hue));
          color = slabs(p, vec2(1.2, 0.8), uSlab[0], uSlab[1], 0.012) * warm * (0.9 + 0.18 * clouds);
          color *= 0.95 + 0.1 * texture2D(uNoise, w * 2.6).r;
          gloss = 0.3;
        } else if (cover < 5.5) {
          float radius = length(p);
          float ring = floor(radius / 0.7);
          float count = max(6.0, floor(ring * 6.2832 * 0.7 / 0.95));
          float angle = atan(p.y, p.x) / 6.2832 + 0.5 + mod(ring, 2.0) * 0.5 / count;
          float pick = dice(vec2(floor(angle * count), ring));
          float gap = max(joint(radius, 0.7, 0.014), joint(angle * count, 1.0, 0.014 * count / (6.2832 * max(radius, 0.5))));
          vec3 pale = mix(uSlab[1], uSlab[0], 0.3 + 0.7 * pick);
          vec3 dark_ = mix(uStone[1], uBrick[0], 0.35);
          float band = step(0.5, fract(ring / 6.0 + 0.09)) * step(fract(ring / 6.0 + 0.09), 0.66);
          float star = step(fract(angle * 16.0 - mod(ring, 2.0) * 8.0 / count), 0.08) * step(ring, 14.0);
          color = mix(pale, dark_, max(band, star * 0.8) * 0.75) * (1.0 - 0.4 * gap) * (0.88 + 0.2 * clouds);
          gloss = 0.5;
        } else if (cover < 6.5) {
          color = uSoil * (0.6 + 0.6 * texture2D(uNoise, w * 1.7).r + 0.3 * clouds);
          color = mix(color, vec3(0.2, 0.19, 0.17), 1.0 - smoothstep(0.06, 0.075, border));
          rough = 0.6;
        } else {
          // Petals: one to a cell of 7 cm, ever fewer away from the trunk.
          vec2 cell = floor(w / 0.07);
          float density = smoothstep(0.0, 0.75, border / vForm.x) * (0.25 + 0.9 * texture2D(uNoise, w * 0.13).g);
          float pick = dice(cell);
          float turn_ = pick * 40.0;
          vec2 in_ = fract(w / 0.07) - 0.5 - (vec2(dice(cell + 1.7), dice(cell + 9.2)) - 0.5) * 0.5;
          in_ = vec2(in_.x * cos(turn_) - in_.y * sin(turn_), in_.x * sin(turn_) + in_.y * cos(turn_)) * vec2(1.0, 1.7);
          float soft = fwidth(w.x) / 0.07 + fwidth(w.y) / 0.07;
          float there = step(pick, density * 0.42);
          float petal = there * (1.0 - smoothstep(0.2, 0.24 + soft, length(in_)));
          float average = density * 0.42 * 0.10;
          alpha = mix(petal, average, smoothstep(0.5, 1.6, soft));
          color = mix(vec3(0.93, 0.68, 0.70), vec3(0.97, 0.86, 0.84), dice(cell + 4.4));
        }

        vec3 shade = shadeAt(w);
        float sun = (1.0 - shade.r) * (1.0 - shade.g);
        float open = (1.0 - 0.8 * shade.b) * (1.0 - 0.22 * shade.g) * (1.0 - 0.12 * shade.r);
        vec3 light = lit(vec3(0.0, 1.0, 0.0), sun * relief(w, 0.9, rough), open);
        // Crowns tint what light they let down.
        light *= mix(vec3(1.0), vec3(0.97, 1.02, 0.92), shade.g);
        vec3 shown = color * light;
        vec3 view = normalize(cameraPosition - vWorld);
        float edge = pow(1.0 - max(view.y, 0.0), 5.0);
        vec3 mirror = reflect(-view, vec3(0.0, 1.0, 0.0));
        float sheen = pow(max(dot(normalize(mirror + vec3(0.0, -0.05, 0.0)), uSun), 0.0), 14.0);
        shown += (uHaze * 0.28 * edge * open + uSunColor * sheen * 0.22 * sun) * gloss * (0.6 + 0.8 * clouds);
        gl_FragColor = vec4(hazed(shown, vWorld), alpha);
        ${OUTPUT_GLSL}
      }`,
  })
}
