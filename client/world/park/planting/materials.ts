/**
 * Leaves, bark and far trees.
 *
 * Lanes of a tuft (a handful of leaf cards): 0 centre and scale (m) · 1 heart of the crown it belongs to, from which its
 * normals bend outwards, and the spray's cell · 2 tint (linear) and openness · 3 turn (radians), sway (m), translucency, stand:
 * 1 where its cards stand on the ground.
 * Lanes of a limb: 0 start and radius · 1 end and radius · 2 bend at the middle and bark: 1 birch · 3 colour, seed.
 * Lanes of a far tree: 0 foot and width · 1 cell, height, tilt of hue, mirrored ±1 · 2 tint · 3 none.
 */
import { CustomBlending, DoubleSide, OneFactor, ShaderMaterial, type Texture, ZeroFactor } from 'three'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../light.ts'
import { ATLAS_COLUMNS, ATLAS_ROWS } from './leaf-atlas.ts'

/** `bake`: plain colours for the pictures of far trees. */
export function tuftMaterial(
  light: Light,
  leaves: { value: Texture | null },
  soft: boolean,
  bake = false,
): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...light.uniforms, uLeaves: leaves },
    defines: { ...(bake ? { BAKE: 1 } : {}), ...(soft ? { SOFT: 1 } : {}) },
    side: DoubleSide,
    alphaToCoverage: soft,
    // Alpha says which samples are covered; what is kept there stays opaque, or the page would shine through.
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: ZeroFactor,
    blendSrcAlpha: bake ? OneFactor : ZeroFactor,
    blendDstAlpha: bake ? ZeroFactor : OneFactor,
    vertexShader: /* glsl */ `
      uniform float uTime;
      attribute vec3 heart;
      attribute vec4 lane0;
      attribute vec4 lane1;
      attribute vec4 lane2;
      attribute vec4 lane3;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec2 vUv;
      varying vec4 vTint;
      varying float vThrough;

      void main() {
        float s = sin(lane3.x);
        float c = cos(lane3.x);
        vec3 local = vec3(position.x * c + position.z * s, position.y, -position.x * s + position.z * c) * lane0.w;
vec3 world = lane0.xyz + local;
        #ifndef BAKE
          // Seen from high above, crowns draw together: the hall beneath them is what one looks for.
          float above = smoothstep(9.0, 26.0, cameraPosition.y) * step(2.6, lane1.y) * step(0.0, lane1.w) * step(lane1.w, 3.5);
          world = mix(world, lane1.xyz, above * 0.34);
        #endif
        vec3 from = vec3(heart.x * c + heart.z * s, heart.y, -heart.x * s + heart.z * c);
        vec3 outwards = normalize(world - lane1.xyz + from * 0.6);
        float gust = sin(uTime * 0.7 + world.x * 0.11 + world.z * 0.07) * 0.6 + 0.4;
        vec3 sway = vec3(sin(uTime * 1.7 + world.x * 0.9 + world.y), 0.35 * sin(uTime * 2.3 + world.z * 1.3), cos(uTime * 1.4 + world.z * 0.8));
        float foot = mix(1.0, clamp(position.y + 0.5, 0.0, 1.0), lane3.w);
        world += sway * gust * lane3.y * foot;
        vWorld = world;
        vNormal = outwards;
        vec2 cell = vec2(mod(lane1.w, ${ATLAS_COLUMNS}.0), floor(lane1.w / ${ATLAS_COLUMNS}.0 + 0.01));
        vUv = (cell + 0.01 + uv * 0.98) / vec2(${ATLAS_COLUMNS}.0, ${ATLAS_ROWS}.0);
        vTint = lane2;
        vTint.a *= 1.0 - 0.55 * lane3.w * (1.0 - foot);
        vThrough = lane3.z;
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform sampler2D uLeaves;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec2 vUv;
      varying vec4 vTint;
      varying float vThrough;

      void main() {
        vec4 leaf = texture2D(uLeaves, vUv);
        // Averaging thins small leaves out; give a far spray its cover back.
        vec2 texels = vUv * vec2(2048.0, 1536.0);
        float level = log2(max(1.0, max(length(dFdx(texels)), length(dFdy(texels)))));
        // A card seen edge-on is a streak; let it go.
        vec3 way = normalize(vWorld - cameraPosition);
        vec3 flat_ = normalize(cross(dFdx(vWorld), dFdy(vWorld)));
        float facing = smoothstep(0.06, 0.3, abs(dot(flat_, way)));
        #ifdef BAKE
          facing = 1.0;
        #endif
        // Near, leaves are cut sharp; far, a spray is as thin as the share of it that is leaf.
        float far = smoothstep(1.6, 4.2, level);
        #ifdef SOFT
          float sharp = (leaf.a - 0.42) / max(fwidth(leaf.a), 0.02) + 0.5;
          float cover = min(1.0, mix(sharp, leaf.a * 1.12, far)) * facing;
          if (cover < 0.04) discard;
        #else
          float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
          if (leaf.a * facing < mix(0.42, 0.12 + 0.8 * grain, far)) discard;
          float cover = 1.0;
        #endif
        vec3 color = leaf.rgb * vTint.rgb;
        vec3 normal = normalize(vNormal);
        float open = vTint.a;
        #ifdef BAKE
          gl_FragColor = vec4(sqrt(color * (0.35 + 0.65 * open)), 1.0);
        #else
          float turnedTo = dot(normal, uSun);
          float direct = max(turnedTo * 0.8 + 0.2, 0.0) * (0.25 + 0.75 * open);
          float against = pow(max(dot(way, uSun), 0.0), 2.0);
          // Low plants stand in the shade of others; crowns shade themselves by their openness.
          float sun = vWorld.y < 2.4 ? mix(sunAt(vWorld, vec3(0.0)), 1.0, smoothstep(1.0, 2.4, vWorld.y)) : 1.0;
          float through = (0.34 + 0.66 * against) * vThrough * (0.5 + 0.5 * open) * (0.6 - 0.4 * turnedTo);
          // Sun through a leaf is yellower than the leaf; through a petal it is only brighter.
          float green = clamp((color.g - color.r) * 8.0 + 0.35, 0.0, 1.0) * step(color.r, color.g + 0.02);
          vec3 glowing = color * mix(vec3(1.0, 0.96, 0.96), vec3(1.06, 1.08, 0.68), green);
          vec3 sky = mix(uBounce * 1.2, uFill, normal.y * 0.5 + 0.5) * (0.4 + 0.6 * open);
          vec3 shown = color * (uSunColor * direct * sun + sky + uBounce * 0.3 * open) + glowing * uSunColor * through * sun;
          gl_FragColor = vec4(hazed(shown, vWorld), cover);
          ${OUTPUT_GLSL}
        #endif
      }`,
  })
}

export function limbMaterial(light: Light, bake = false): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: light.uniforms,
    defines: bake ? { BAKE: 1 } : {},
    vertexShader: /* glsl */ `
      attribute vec4 lane0;
      attribute vec4 lane1;
      attribute vec4 lane2;
      attribute vec4 lane3;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec3 vBark;
      varying vec4 vColor;
      varying float vBirch;

      void main() {
        float t = position.y;
        vec3 mid = (lane0.xyz + lane1.xyz) * 0.5 + lane2.xyz;
        vec3 at = mix(mix(lane0.xyz, mid, t), mix(mid, lane1.xyz, t), t);
        vec3 tangent = normalize(mix(mid - lane0.xyz, lane1.xyz - mid, t) + vec3(0.0, 0.0001, 0.0));
        vec3 side = normalize(cross(tangent, abs(tangent.y) > 0.9 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0)));
        vec3 front = cross(side, tangent);
        vec3 out_ = side * position.x + front * position.z;
        float radius = mix(lane0.w, lane1.w, t);
        // A trunk widens into its roots.
        float foot = max(0.0, 1.0 - at.y / 0.7);
        radius *= 1.0 + foot * foot * 0.75 * step(lane0.y, 0.1);
        vWorld = at + out_ * radius;
        vNormal = out_;
        vBark = vec3(atan(position.x, position.z) * 0.32, t * distance(lane0.xyz, lane1.xyz), radius);
        vColor = lane3;
        vBirch = lane2.w;
        gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec3 vBark;
      varying vec4 vColor;
      varying float vBirch;

      void main() {
        vec3 normal = normalize(vNormal);
        vec3 color = vColor.rgb;
        vec2 at = vec2(vBark.x, vBark.y) + vColor.a;
        float furrow = texture2D(uNoise, vec2(at.x * 2.2, at.y * 0.22)).g;
        float grain = texture2D(uNoise, at * vec2(3.0, 1.1)).b;
        if (vBirch > 0.5) {
          float band = texture2D(uNoise, vec2(at.x * 0.35, at.y * 2.1)).g;
          float scar = smoothstep(0.64, 0.76, band) * smoothstep(0.35, 0.6, grain);
          color = mix(color * (0.9 + 0.12 * furrow), vec3(0.045, 0.038, 0.034), scar * 0.9);
          color = mix(color, vec3(0.07, 0.055, 0.045), (1.0 - smoothstep(0.0, 0.9, vWorld.y)) * smoothstep(0.25, 0.6, furrow));
          color = mix(color, vec3(0.12, 0.085, 0.06), 1.0 - smoothstep(0.03, 0.09, vBark.z));
        } else {
          color *= 0.5 + 0.75 * furrow + 0.25 * (grain - 0.4);
          color = mix(color, color * vec3(0.82, 1.0, 0.7), 0.35 * smoothstep(0.5, 0.8, grain) * (1.0 - smoothstep(0.0, 2.5, vWorld.y)));
        }
        #ifdef BAKE
          gl_FragColor = vec4(sqrt(color * 0.6), 1.0);
        #else
          float open = 0.8 * (0.55 + 0.45 * smoothstep(0.0, 0.5, vWorld.y));
          float sun = sunAt(vWorld, normal) * (1.0 - smoothstep(3.0, 6.0, vWorld.y) * 0.55);
          gl_FragColor = vec4(hazed(color * lit(normal, sun, open), vWorld), 1.0);
          ${OUTPUT_GLSL}
        #endif
      }`,
  })
}

/** Pictures of trees that turn with the camera; `columns` × `rows` cells hold square roots of plain colours. */
export function farTreeMaterial(
  light: Light,
  pictures: { value: Texture | null },
  columns: number,
  rows: number,
): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...light.uniforms, uPictures: pictures },
    vertexShader: /* glsl */ `
      attribute vec4 lane0;
      attribute vec4 lane1;
      attribute vec4 lane2;
      varying vec3 vWorld;
      varying vec2 vUv;
      varying vec2 vAt;
      varying vec3 vRight;
      varying vec3 vTint;
      void main() {
        vec3 foot = lane0.xyz;
        // From high above they draw together as near crowns do.
        float size = 1.0 - 0.26 * smoothstep(9.0, 26.0, cameraPosition.y);
        vec3 way = cameraPosition - foot - vec3(0.0, lane1.y * 0.5, 0.0);
        vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), way));
        // Leans back when looked down upon, so that crowns keep their roundness.
        float down = clamp(way.y / length(way), 0.0, 0.8);
        vec3 up = normalize(vec3(0.0, 1.0, 0.0) - normalize(way) * down * 0.9);
        vWorld = foot + (right * position.x * lane0.w + up * (position.y + 0.5) * lane1.y) * size;
        vec2 cell = vec2(mod(lane1.x, ${columns}.0), floor(lane1.x / ${columns}.0 + 0.01));
        float u = lane1.w > 0.0 ? uv.x : 1.0 - uv.x;
        vUv = (cell + 0.005 + vec2(u, uv.y) * 0.99) / vec2(${columns}.0, ${rows}.0);
        vAt = position.xy * 2.0;
        vRight = right;
        vTint = lane2.rgb;
        gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform sampler2D uPictures;
      varying vec3 vWorld;
      varying vec2 vUv;
      varying vec2 vAt;
      varying vec3 vRight;
      varying vec3 vTint;
      void main() {
        vec4 picture = texture2D(uPictures, vUv);
        if (picture.a < 0.4) discard;
        // Edges are mixed with the empty background: divide it out again.
        vec3 root = picture.rgb / picture.a;
        vec3 color = root * root * vTint;
        vec3 towards = normalize(cross(vRight, vec3(0.0, 1.0, 0.0)));
        vec3 normal = normalize(vRight * vAt.x * 1.1 + vec3(0.0, vAt.y - 0.15, 0.0) + towards * 0.7);
        float turnedTo = dot(normal, uSun);
        vec3 way = normalize(vWorld - cameraPosition);
        float against = pow(max(dot(way, uSun), 0.0), 2.0);
        vec3 sky = mix(uBounce * 1.2, uFill, normal.y * 0.5 + 0.5);
        vec3 shown = color * (uSunColor * max(turnedTo * 0.8 + 0.2, 0.0) + sky);
        shown += color * vec3(1.1, 1.08, 0.7) * uSunColor * (0.12 + 0.45 * against);
        gl_FragColor = vec4(hazed(shown, vWorld), 1.0);
        ${OUTPUT_GLSL}
      }`,
  })
}
