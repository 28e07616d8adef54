/**
 * What people are clad in, drawn by shaders. Seams, faces, buttons and hems are painted per pixel from where a point lies on
 * the sculpture, so they stay sharp at any distance and cost no triangles.
 */
import { Color, DoubleSide, type IUniform, ShaderMaterial, type Texture } from 'three'
import { LOOK_COLOURS } from '../../app/looks.ts'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../park/light.ts'
import { ACCENT_COLOURS } from './accents.ts'
import { HAIR_STYLE, OUTFIT, REGION, SLEEVE_END } from './anatomy.ts'
import { POSE_GLSL } from './pose.ts'

const colors = (list: readonly string[]): IUniform<Color[]> => ({ value: list.map((one) => new Color(one)) })

/** Uniforms all people share; `clock` in seconds. */
export function peopleUniforms(light: Light, clock: IUniform<number>): { [name: string]: IUniform } {
  return {
    ...light.uniforms,
    uClock: clock,
    uSkins: colors(LOOK_COLOURS.skin),
    uHairs: colors(LOOK_COLOURS.hair),
    uTops: colors(LOOK_COLOURS.shirt),
    uBottoms: colors(LOOK_COLOURS.trousers),
    uAccents: colors(ACCENT_COLOURS),
  }
}

/** `plain`: without faces and small things, for people far away. */
export function bodyMaterial(shared: { [name: string]: IUniform }, shapes: Texture, plain: boolean): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...shared, uShape: { value: shapes } },
    defines: plain ? { PLAIN: 1 } : {},
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${POSE_GLSL}
      uniform vec3 uSkins[6];
      uniform vec3 uHairs[8];
      uniform vec3 uTops[12];
      uniform vec3 uBottoms[8];
      uniform vec3 uAccents[12];
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec3 vRest;
      varying float vOpen;
      flat varying vec4 vKind;
      flat varying float vSeed;
      flat varying vec3 vSkin;
      flat varying vec3 vHair;
      flat varying vec3 vTop;
      flat varying vec3 vBottom;
      flat varying vec3 vAccent;

      void main() {
        Body body = bodyOf();
        vWorld = body.place;
        vNormal = body.normal;
        vRest = body.rest;
        vOpen = body.open;
        vKind = vec4(part.x, mod(floor(lane2.x / 3.0), 4.0), floor(lane2.x / 12.0), mod(lane2.x, 3.0));
        vSeed = lane2.w;
        int top = int(floor(lane2.y / 48.0) + 0.5);
        vSkin = uSkins[int(mod(lane2.y, 6.0) + 0.5)];
        vHair = uHairs[int(mod(floor(lane2.y / 6.0), 8.0) + 0.5)];
        vTop = uTops[top];
        vBottom = uBottoms[int(mod(lane2.z, 8.0) + 0.5)];
        vAccent = uAccents[top];
        gl_Position = projectionMatrix * viewMatrix * vec4(body.place, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec3 vRest;
      varying float vOpen;
      flat varying vec4 vKind;
      flat varying float vSeed;
      flat varying vec3 vSkin;
      flat varying vec3 vHair;
      flat varying vec3 vTop;
      flat varying vec3 vBottom;
      flat varying vec3 vAccent;

      ${CLOTHES_GLSL}
      ${FACE_GLSL}

      void main() {
        vec3 normal = normalize(gl_FrontFacing ? vNormal : -vNormal);
        Surface surface = surfaceAt(normal);
        float open = min(vOpen, surface.open);
        float sun = sunAt(vWorld, normal);
        // Light goes a little way round skin and into cloth.
        vec3 direct = uSunColor * clamp(dot(normal, uSun) * (1.0 - surface.soft) + surface.soft, 0.0, 1.0) * sun;
        vec3 sky = mix(uBounce, uFill, normal.y * 0.5 + 0.5) * open + uBounce * 0.35 * open;
        vec3 way = normalize(cameraPosition - vWorld);
        float edge = pow(1.0 - abs(dot(normal, way)), 3.0);
        float back = max(dot(-way, uSun), 0.0);
        vec3 shown = surface.color * (direct + sky);
        shown += uSunColor * sun * edge * back * back * 0.35 * (surface.color * 0.7 + 0.3) + uFill * edge * 0.05 * open;
        shown += surface.gloss * uSunColor * sun * pow(max(dot(normal, normalize(way + uSun)), 0.0), 40.0);
        gl_FragColor = vec4(hazed(shown, vWorld), 1.0);
        ${OUTPUT_GLSL}
      }`,
  })
}

const is = (value: number): string => `< ${value}.5`

const CLOTHES_GLSL = /* glsl */ `
struct Surface { vec3 color; float open; float soft; float gloss; };

// 1 where "at" is below "edge", one pixel soft.
float below(float at, float edge) { float w = max(fwidth(at), 1e-5); return 1.0 - smoothstep(edge - w * 0.5, edge + w * 0.5, at); }
float line(float at, float middle, float half_) { float w = max(fwidth(at), 1e-5); return (1.0 - smoothstep(half_ - w * 0.5, half_ + w, abs(at - middle))) * min(1.0, 2.0 * half_ / w); }
float chance(float salt) { return fract(sin(vSeed * 91.7 + salt * 17.3) * 4375.85); }

vec3 face(vec3 skin, inout float gloss);

vec3 inner() { return mix(vec3(0.86, 0.85, 0.82), mix(vAccent, vec3(0.8), 0.45), step(0.55, chance(1.0))); }

// Cloth of the upper body at a height "y" and distance "x" from its middle line.
vec3 cloth(float y, float x, float outfit) {
  vec3 color = vTop;
#ifndef PLAIN
  float pattern = chance(2.0);
  if (outfit ${is(OUTFIT.shirt)}) {
    if (pattern > 0.78) color = mix(color, mix(vec3(0.85), color, 0.25), smoothstep(-0.15, 0.15, sin(y * 150.0)) * 0.8);
    else if (pattern > 0.62) color = mix(color, vAccent, below(-y, -1.2));
  } else if (outfit > 1.5 && outfit ${is(OUTFIT.dress)}) {
    vec2 cell = vec2(atan(vRest.x, vRest.z) * 7.0, y * 34.0);
    cell.x += 0.5 * mod(floor(cell.y), 2.0);
    float dot_ = length(fract(cell) - 0.5);
    if (pattern > 0.45) color = mix(color, mix(vec3(0.9, 0.87, 0.8), vAccent, step(0.75, pattern)), 1.0 - smoothstep(0.16, 0.24, dot_));
  }
#endif
  return color;
}

Surface surfaceAt(vec3 normal) {
  float region = vKind.x;
  float outfit = vKind.y;
  float style = vKind.z;
  float y = vRest.y;
  float x = vRest.x;
  float front = step(0.0, vRest.z);
  Surface s = Surface(vTop, 1.0, 0.18, 0.0);
  bool torso = region ${is(REGION.torso)};
  bool skirt = region > 7.5;
  if (torso || skirt) {
    s.color = cloth(y, x, outfit);
    if (outfit ${is(OUTFIT.shirt)}) {
      if (torso && y < 0.93) s.color = vBottom;
#ifndef PLAIN
      if (torso) {
        float collar = y - 1.492 - vRest.z * -0.22;
        s.color = mix(s.color, s.color * 0.82, line(collar, 0.0, 0.007));
        if (chance(5.0) > 0.6) s.color = mix(s.color, s.color * 0.7, front * line(x, 0.0, 0.0035) * below(-y, -1.33));
      } else s.color *= 1.0 - 0.16 * line(y, 0.9, 0.003);
#endif
    } else if (outfit ${is(OUTFIT.jacket)}) {
      if (torso && y < 0.9) s.color = vBottom;
      float v = (y - 1.13) * 0.3 - abs(x);
      float opening = skirt ? (1.06 - y) * 0.2 - abs(x) : -1.0;
      float inside = front * max(below(-v, 0.0) * below(-y, -1.13), below(-opening, 0.0));
#ifndef PLAIN
      float lapel = front * below(-v, 0.034) * below(-y, -1.17) * (1.0 - inside);
      s.color *= 1.0 - 0.14 * lapel;
      s.color *= 1.0 - 0.3 * front * line(v, -0.034, 0.0016) * below(-y, -1.17);
      s.color *= 1.0 - 0.4 * front * line(x, 0.0, 0.0025) * below(y, 1.13);
      float button = min(length(vec2(x - 0.012, y - 1.1)), length(vec2(x - 0.012, y - 1.02)));
      s.color = mix(s.color, s.color * 0.45, front * below(button, 0.007));
      s.color *= 1.0 - 0.3 * front * line(y, 0.97, 0.0022) * step(0.06, abs(x)) * step(abs(x), 0.125);
#endif
      vec3 shirt = inner();
#ifndef PLAIN
      if (vKind.w > 0.5 && chance(3.0) > 0.66) shirt = mix(shirt, vAccent * 0.8, below(abs(x), 0.011 + (1.48 - y) * 0.035));
      else shirt *= 1.0 - 0.25 * line(x, 0.0, 0.002);
#endif
      if (skirt) shirt = y < 1.0 ? vBottom : shirt;
      s.color = mix(s.color, shirt, inside);
    } else if (outfit ${is(OUTFIT.dress)}) {
      float scoop = y - (1.405 + abs(x) * 0.75 + x * x * 2.0);
      s.color = mix(s.color, vSkin, torso ? front * below(-scoop, 0.0) : 0.0);
      if (torso && y > 1.487) s.color = vSkin;
#ifndef PLAIN
      s.color = mix(s.color, vBottom, line(y, 1.075, 0.014) * step(0.4, chance(4.0)));
      if (torso) s.color *= 1.0 - 0.2 * front * line(scoop, -0.008, 0.004);
      if (skirt) s.open = 0.82 + 0.18 * cos(atan(x, vRest.z) * 9.0 + sin(y * 20.0)) * smoothstep(1.0, 0.6, y);
#endif
    } else {
      if (torso && y < 0.9) s.color = vBottom;
      float v = (y - 1.3) * 0.42 - abs(x);
      float inside = front * below(-v, 0.0) * below(-y, -1.3);
#ifndef PLAIN
      s.color *= 1.0 - 0.12 * front * below(-v, 0.05) * below(-y, -1.34);
      s.color *= 1.0 - 0.3 * front * line(v, -0.05, 0.0018) * below(-y, -1.34);
      s.color *= 1.0 - 0.35 * front * line(x, 0.035, 0.0025) * below(y, 1.31);
      float rows = min(abs(y - 1.2), min(abs(y - 0.98), abs(y - 0.84)));
      s.color = mix(s.color, s.color * 0.4, front * below(length(vec2(abs(x + 0.005) - 0.055, rows)), 0.009));
      s.color *= 1.0 - 0.28 * line(y, 1.075, 0.02) - 0.25 * line(abs(y - 1.075), 0.02, 0.002);
#endif
      s.color = mix(s.color, mix(inner(), vAccent, 0.6), inside);
    }
  } else if (region ${is(REGION.leg)}) {
    s.color = vBottom;
    if (outfit > 1.5 && outfit ${is(OUTFIT.dress)}) {
      float tights = step(0.5, chance(6.0));
      s.color = mix(vSkin, vec3(0.03, 0.028, 0.035), tights * 0.85);
    }
#ifndef PLAIN
    else {
      s.color *= 0.93 + 0.14 * texture2D(uNoise, vec2(x * 3.0, y * 1.4)).g;
      s.color *= 1.0 - 0.2 * line(y, 0.085, 0.003);
    }
#endif
  } else if (region ${is(REGION.shoe)}) {
    float sporty = step(0.45, chance(7.0)) * (1.0 - step(2.5, outfit));
    vec3 leather = mix(vec3(0.035, 0.025, 0.02), vec3(0.13, 0.06, 0.03), step(0.5, chance(8.0)));
    if (outfit > 1.5 && outfit ${is(OUTFIT.dress)}) {
      s.color = mix(vBottom * 0.8, vSkin, below(-y, -0.055) * step(vRest.z, 0.1));
    } else s.color = mix(leather, mix(vec3(0.75, 0.74, 0.7), vTop * 0.6, step(0.6, chance(9.0))), sporty);
    s.color = mix(s.color, mix(vec3(0.02), vec3(0.72), sporty), below(y, 0.02));
    s.gloss = 0.12 * (1.0 - sporty);
  } else if (region ${is(REGION.arm)}) {
    float end = outfit ${is(OUTFIT.shirt)} ? ${SLEEVE_END[0].toFixed(3)} : outfit ${is(OUTFIT.jacket)} ? ${SLEEVE_END[1].toFixed(3)} : outfit ${is(OUTFIT.dress)} ? ${SLEEVE_END[2].toFixed(3)} : ${SLEEVE_END[3].toFixed(3)};
    vec3 sleeve = cloth(y, x, outfit);
#ifndef PLAIN
    sleeve *= 0.94 + 0.12 * texture2D(uNoise, vec2(x * 3.0 + vRest.z * 3.0, y * 2.0)).g;
    sleeve *= 1.0 - 0.25 * line(y, end + 0.014, 0.002);
#endif
    s.color = mix(sleeve, vSkin, below(y, end));
    s.soft = mix(0.18, 0.28, below(y, end));
  } else if (region > 6.5) {
    s.color = vHair;
    s.gloss = 0.03;
    if (style > 5.5) {
      s.color = vAccent;
      s.gloss = 0.0;
#ifndef PLAIN
      if (style ${is(HAIR_STYLE.cap)}) s.color *= 1.0 - 0.25 * line(abs(atan(x, vRest.z)), 0.52, 0.012);
      else s.color *= 0.86 + 0.2 * sin(y * 95.0 + abs(atan(x, vRest.z)) * 7.0) * 0.5 + 0.06;
#endif
    }
#ifndef PLAIN
    else {
      float strand = texture2D(uNoise, vec2(atan(x, vRest.z + 0.01) * 1.7, y * 0.7)).b + 0.5 * texture2D(uNoise, vec2(atan(x, vRest.z + 0.01) * 5.0, y * 1.3)).g;
      s.color *= 0.6 + 0.42 * strand;
    }
#endif
    s.soft = 0.22;
  } else {
    s.color = vSkin;
    s.soft = 0.3;
    s.gloss = 0.03;
    bool scarf = style > 6.5;
    if (region > 4.5 && region ${is(REGION.neck)}) {
      if (scarf) s.color = vAccent * 0.85;
    } else if (region > 5.5) {
      float around = abs(atan(x, vRest.z + 0.006));
      float h = y - 1.522;
      if (scarf && (around > 1.0 || h < 0.004)) s.color = vAccent * 0.9;
      else {
#ifndef PLAIN
        s.color = face(s.color, s.gloss);
#endif
        // Under a cap hair shows at the sides; close-cropped hair shows under its edge.
        float grown = style > 5.5 ? 0.0 : 0.012;
        float hairline = around < 1.2 ? 0.3 : around < 1.44 ? 0.098 : around < 1.75 ? 0.142 : mix(0.12, 0.04, smoothstep(1.75, 2.4, around));
        if (!scarf) s.color = mix(s.color, vHair * 0.8, below(-h, -hairline + grown) * step(1.2, around));
      }
    }
  }
  return s;
}
`

const FACE_GLSL = /* glsl */ `
vec3 face(vec3 skin, inout float gloss) {
  float h = vRest.y - 1.522;
  if (vRest.z < 0.0) return skin;
  float x = vRest.x;
  float ax = abs(x);
  vec3 color = skin;
  vec3 rosy = skin * vec3(1.0, 0.62, 0.58);
  color = mix(color, rosy, 0.34 * exp(-dot(vec2(ax - 0.043, h - 0.08), vec2(ax - 0.043, h - 0.08)) / 0.0004));
  color = mix(color, rosy, 0.3 * exp(-dot(vec2(x, h - 0.077), vec2(x, h - 0.077)) / 0.00018));
  color *= 1.0 - 0.2 * exp(-pow((h - 0.121) / 0.006, 2.0) - pow((ax - 0.031) / 0.02, 2.0));
  color *= 1.0 - 0.16 * exp(-pow((h - 0.099) / 0.004, 2.0) - pow((ax - 0.029) / 0.016, 2.0));
  // Nostrils, the shade under the nose and under the lip.
  color *= 1.0 - 0.55 * exp(-pow((h - 0.0672) / 0.0026, 2.0) - pow((ax - 0.0075) / 0.0042, 2.0));
  color *= 1.0 - 0.22 * exp(-pow((h - 0.0655) / 0.004, 2.0) - pow(x / 0.014, 2.0));
  color *= 1.0 - 0.2 * exp(-pow((h - 0.034) / 0.004, 2.0) - pow(x / 0.016, 2.0));

  bool shaven = vKind.w < 1.5 || (vKind.y > 1.5 && vKind.y < 2.5) || (vKind.z > 1.5 && vKind.z < 4.5) || vKind.z > 6.5;
  float stubble = shaven ? 0.0 : step(0.45, chance(11.0));
  float full = step(0.76, chance(11.0)) * stubble;
  float jaw = smoothstep(0.078, 0.06, h + 0.5 * max(0.0, 0.045 - ax) - 0.3 * max(0.0, ax - 0.045));
  float lip = exp(-pow((h - 0.0605) / 0.0045, 2.0)) * step(ax, 0.03);
  color = mix(color, vHair * 0.75, max(jaw, lip) * mix(0.28, 0.86, full) * stubble);

  // Mouth: two lips and the line between them, a hint of a smile.
  float smile = h - 0.0485 - 5.0 * x * x * (0.5 + chance(12.0));
  float wide = 1.0 - smoothstep(0.02, 0.0255, ax);
  vec3 lips = skin * mix(vec3(0.86, 0.55, 0.52), vec3(0.78, 0.33, 0.34), vKind.w < 0.5 ? 0.55 : 0.12);
  float lower = smile > 0.0 ? 0.0055 * (1.0 - 0.25 * exp(-x * x / 0.00002)) : 0.0068;
  color = mix(color, lips, below(abs(smile), lower * sqrt(max(0.0, 1.0 - ax * ax / 0.00062))) * wide * 0.85);
  color = mix(color, lips * 0.35, line(smile, 0.0, 0.0011) * wide);

  // Eyes: almond, iris with a highlight, lashes; they blink.
  float blink = smoothstep(0.965, 0.985, sin(uTime * 0.83 + vSeed * 60.0) * sin(uTime * 0.37 + vSeed * 20.0 + 1.0));
  float ex = (ax - 0.0305) / 0.0152;
  float arch = max(0.0, 1.0 - ex * ex);
  float upper = 0.0068 * pow(arch, 0.6) * (1.0 - blink);
  float low = 0.0044 * arch;
  float eh = h - 0.1105 + 0.0012 * -ex * -1.0;
  float insideEye = below(eh, upper) * below(-eh, low) * step(0.0, arch - 0.01);
  vec3 white = vec3(0.82, 0.8, 0.77) * (0.72 + 0.28 * smoothstep(upper, -low, eh));
  float iris = length(vec2(ax - 0.0305, eh - 0.0012));
  float hue = chance(13.0);
  vec3 irisColor = hue > 0.82 ? vec3(0.16, 0.27, 0.36) : hue > 0.68 ? vec3(0.15, 0.2, 0.09) : vec3(0.09, 0.045, 0.02);
  white = mix(white, irisColor * (0.7 + 60.0 * iris), below(iris, 0.0058));
  white = mix(white, vec3(0.008), below(iris, 0.0026));
  white = mix(white, vec3(1.0), below(length(vec2(x - (x > 0.0 ? 0.0305 : -0.0305) - 0.0017, eh - 0.003)), 0.0011));
  color = mix(color, white, insideEye);
  float lash = vKind.w < 0.5 ? 0.0016 : 0.001;
  color = mix(color, vec3(0.02, 0.014, 0.012), line(eh, upper + lash * 0.4, lash) * step(0.02, arch));
  color *= 1.0 - 0.25 * line(eh, -low, 0.0007) * step(0.05, arch);

  float by = 0.1275 + 0.0055 * (1.0 - pow((ax - 0.033) / 0.018, 2.0)) + 0.002 * (chance(14.0) - 0.5);
  float thick = (vKind.w < 0.5 ? 0.0021 : 0.0031) * smoothstep(0.0535, 0.034, ax) * smoothstep(0.011, 0.017, ax);
  color = mix(color, vHair * 0.55, below(abs(h - by), thick) * 0.85 * step(0.0004, thick));

  if (chance(15.0) > 0.74) {
    float rim = length(vec2((ax - 0.0325) / 0.0235, (h - 0.1085) / 0.0175));
    float frame = line(rim, 1.0, 0.085) + line(h, 0.113, 0.0014) * below(ax, 0.0095) + line(h, 0.1135, 0.0016) * below(-ax, -0.055);
    color = mix(color, mix(vec3(0.02), vec3(0.12, 0.06, 0.03), step(0.87, chance(15.0))), min(1.0, frame));
    gloss += 0.3 * below(rim, 0.95);
  }
  return color;
}
`

/** Shadows in the sun: a body laid flat on the ground along the light. Drawn once a pixel by the stencil. */
export function shadowMaterial(shared: { [name: string]: IUniform }, shapes: Texture): ShaderMaterial {
  const material = new ShaderMaterial({
    uniforms: { ...shared, uShape: { value: shapes } },
    side: DoubleSide,
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      ${POSE_GLSL}
      uniform vec3 uSun;
      varying vec3 vWorld;
      varying float vUp;
      void main() {
        vec3 place = bodyOf().place;
        vUp = place.y;
        place.xz -= uSun.xz / uSun.y * place.y;
        place.y = 0.012;
        vWorld = place;
        gl_Position = projectionMatrix * viewMatrix * vec4(place, 1.0);
        gl_Position.z -= 0.00002 * gl_Position.w;
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      varying vec3 vWorld;
      varying float vUp;
      void main() {
        float sun = sunAt(vWorld, vec3(0.0, 1.0, 0.0));
        float far = length(cameraPosition - vWorld);
        // The sun is not a point: a shadow pales away from the feet.
        float strength = (0.5 - 0.16 * clamp(vUp / 1.7, 0.0, 1.0)) * sun * (1.0 - smoothstep(40.0, 60.0, far));
        if (strength < 0.01) discard;
        gl_FragColor = vec4(0.055, 0.06, 0.09, strength);
        ${OUTPUT_GLSL}
      }`,
  })
  material.stencilWrite = true
  material.stencilRef = 1
  material.stencilFunc = 517 // NotEqual
  material.stencilZPass = 7681 // Replace
  return material
}

/** The soft dark under feet where there is no sun to throw a shadow. */
export function contactMaterial(shared: { [name: string]: IUniform }): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: shared,
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      attribute vec4 lane0;
      attribute vec4 lane1;
      varying vec2 vAt;
      varying float vFar;
      void main() {
        vAt = position.xz;
        float s = sin(lane0.z);
        float c = cos(lane0.z);
        vec2 local = position.xz * vec2(0.36, 0.3 + 0.12 * min(1.0, lane1.x) + 0.35 * fract(lane1.w));
        vec3 world = vec3(lane0.x + local.x * c + local.y * s, 0.01, lane0.y - local.x * s + local.y * c);
        vFar = length(cameraPosition - world);
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
        gl_Position.z -= 0.00002 * gl_Position.w;
      }`,
    fragmentShader: /* glsl */ `
      varying vec2 vAt;
      varying float vFar;
      void main() {
        float dark = smoothstep(1.0, 0.1, length(vAt));
        gl_FragColor = vec4(0.05, 0.05, 0.06, dark * dark * 0.42 * (1.0 - smoothstep(45.0, 60.0, vFar)));
        ${OUTPUT_GLSL}
      }`,
  })
}
