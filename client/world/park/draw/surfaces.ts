/**
 * What joined pieces are made of. One material for all of them: a piece says its stuff in a lane, the shader draws grain,
 * boards, weave or speckle in the piece's own metres, so a counter is never a stretched picture of a counter.
 *
 * Lanes of a piece: 0 centre and bevel (m) · 1 turn · 2 half-extents (m) and stuff · 3 colour (linear) and openness: the
 * share of the sky it sees, 1 more for what stands indoors. A turned piece's taper is the fraction of lane 2 w: half of top radius over bottom radius.
 */
import { ShaderMaterial } from 'three'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../light.ts'

export const STUFF = {
  paint: 0,
  timber: 1,
  boards: 2,
  cloth: 3,
  stone: 4,
  metal: 5,
  paper: 6,
  lamp: 7,
  soil: 8,
  glass: 9,
  slats: 10,
} as const
export type Stuff = keyof typeof STUFF

export function surfaceMaterial(light: Light, turned: boolean): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: light.uniforms,
    defines: turned ? { TURNED: 1 } : {},
    vertexShader: /* glsl */ `
      attribute vec3 inset;
      attribute vec4 lane0;
      attribute vec4 lane1;
      attribute vec4 lane2;
      attribute vec4 lane3;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec3 vLocal;
      varying vec3 vFace;
      varying vec3 vHalf;
      varying vec4 vColor;
      varying float vStuff;
      varying float vSeed;

      vec3 turned(vec4 q, vec3 v) { return v + 2.0 * cross(q.xyz, cross(q.xyz, v) + q.w * v); }

      void main() {
        vec3 half_ = lane2.xyz;
        float bevel = min(lane0.w, min(half_.x, min(half_.y, half_.z)));
        vec3 local;
        #ifdef TURNED
          float taper = fract(lane2.w) * 2.0;
          float width = mix(1.0, taper, position.y * 0.5 + 0.5);
          float reach = length(position.xz);
          vec2 out_ = reach > 0.0 ? position.xz / reach : vec2(0.0);
          local.xz = out_ * max(0.0, half_.x * width - inset.x * bevel) * reach;
          local.y = position.y * half_.y - sign(position.y) * inset.y * bevel;
        #else
          local = position * half_ - sign(position) * inset * bevel;
        #endif
        vLocal = local;
        vFace = normal;
        vHalf = half_;
        vec3 world = lane0.xyz + turned(lane1, local);
        vWorld = world;
        vNormal = turned(lane1, normal);
        vColor = lane3;
        vStuff = floor(lane2.w);
        vSeed = dot(lane0.xyz, vec3(0.37, 1.71, 0.73)) + half_.x;
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec3 vLocal;
      varying vec3 vFace;
      varying vec3 vHalf;
      varying vec4 vColor;
      varying float vStuff;
      varying float vSeed;

      // A dark line where "at" crosses a whole number, "width" of it, fading out when it gets thinner than a pixel.
      float seam(float at, float width) {
        float soft = fwidth(at);
        float off = abs(fract(at - 0.5) - 0.5);
        float line = 1.0 - smoothstep(width * 0.5, width * 0.5 + soft + 0.001, off);
        return line * clamp(width / max(soft, 0.0001), 0.0, 1.0);
      }

      void main() {
        vec3 normal = normalize(vNormal);
        if (!gl_FrontFacing) normal = -normal;
        vec3 face = abs(vFace);
        // In the face: x across, y along the grain (the longest way of the piece).
        vec2 at = face.x > face.y && face.x > face.z ? vLocal.zy : face.y > face.z ? vLocal.xz : vLocal.xy;
        vec2 size = face.x > face.y && face.x > face.z ? vHalf.zy : face.y > face.z ? vHalf.xz : vHalf.xy;
        if (size.x > size.y) at = at.yx;
        vec3 color = vColor.rgb;
        float gloss = 0.0;
        // Openness past 1 is a thing indoors: the rest is its openness, and lamps and pale cloth light it warmly.
        float indoors = step(1.001, vColor.a);
        float open = vColor.a - indoors;
        float glow = 0.0;
        float through = 0.0;

        if (vStuff < 0.5) { // paint
          color *= 0.97 + 0.06 * texture2D(uNoise, at * 0.9 + vSeed).g;
          gloss = 0.12;
        } else if (vStuff < 1.5) { // timber
          vec2 grain = vec2(at.x * 2.6, at.y * 0.12) + vSeed;
          float rings = texture2D(uNoise, grain).g;
          float fibre = texture2D(uNoise, grain * vec2(5.0, 3.0)).r;
          color *= 0.78 + 0.36 * rings + 0.14 * (fibre - 0.5);
          gloss = 0.06;
        } else if (vStuff < 2.5) { // boards, upright
          float board = at.x * 0.0 + (face.y > 0.5 ? vLocal.x : face.x > face.z ? vLocal.z : vLocal.x) / 0.145;
          float pick = texture2D(uNoise, vec2(floor(board) * 0.137 + vSeed, 0.31)).r;
          float rings = texture2D(uNoise, vec2(fract(board) * 0.35 + pick, vLocal.y * 0.1)).g;
          color *= (0.86 + 0.26 * (pick - 0.5) + 0.2 * rings) * (1.0 - 0.55 * seam(board, 0.06));
        } else if (vStuff < 3.5) { // cloth
          color *= 0.94 + 0.1 * texture2D(uNoise, at * 6.0 + vSeed).r;
          through = 0.35;
        } else if (vStuff < 4.5) { // stone
          float clouds = texture2D(uNoise, at * 0.6 + vSeed).g;
          float speck = texture2D(uNoise, at * 5.0 + vSeed).r;
          color *= 0.84 + 0.2 * clouds + 0.14 * (speck - 0.4);
        } else if (vStuff < 5.5) { // metal
          gloss = 0.55;
        } else if (vStuff < 6.5) { // paper
          color *= 0.96 + 0.06 * texture2D(uNoise, at * 3.0 + vSeed).r;
        } else if (vStuff < 7.5) { // lamp
          glow = 1.0;
        } else if (vStuff < 8.5) { // soil
          color *= 0.6 + 0.7 * texture2D(uNoise, at * 4.0 + vSeed).r;
        } else if (vStuff < 9.5) { // glass
          gloss = 1.0;
        } else { // slats, lying across
          float slat = vLocal.y / 0.09;
          color *= 0.9 + 0.25 * texture2D(uNoise, vec2(floor(slat) * 0.17, vLocal.x * 0.2)).g;
          color *= 1.0 - 0.6 * seam(slat, 0.14);
        }

        // What stands on the ground is darker where it meets it.
        open *= 0.62 + 0.38 * smoothstep(0.0, 0.45, vWorld.y);
        float sun = sunAt(vWorld, normal) * smoothstep(0.15, 0.7, open);
        vec3 light = lit(normal, sun, open);
        light += indoors * open * vec3(0.27, 0.24, 0.2) * (0.7 + 0.3 * normal.y);
        light += uSunColor * through * max(dot(-normal, uSun), 0.0) * sun;
        vec3 shown = color * light;

        vec3 view = normalize(cameraPosition - vWorld);
        vec3 mirror = reflect(-view, normal);
        float edge = pow(1.0 - max(dot(view, normal), 0.0), 4.0);
        vec3 sky = mix(uBounce, mix(uHaze, uFill, 0.4), smoothstep(-0.2, 0.3, mirror.y)) * open;
        shown += sky * gloss * (0.08 + 0.6 * edge);
        shown += uSunColor * sun * gloss * pow(max(dot(mirror, uSun), 0.0), 40.0) * 0.7;
        shown = mix(shown, color * 1.7, glow);

        gl_FragColor = vec4(hazed(shown, vWorld), 1.0);
        ${OUTPUT_GLSL}
      }`,
  })
}
