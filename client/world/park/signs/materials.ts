/**
 * Cards with letters or a logo.
 *
 * Lanes: 0 middle, channel and half its openness · 1 turn · 2 left, bottom, right, top in the page · 3 width, height (m),
 * colour packed as three bytes of square roots, none.
 */
import { ShaderMaterial, type Texture } from 'three'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from '../light.ts'

const VERTEX = /* glsl */ `
  attribute vec4 lane0;
  attribute vec4 lane1;
  attribute vec4 lane2;
  attribute vec4 lane3;
  varying vec3 vWorld;
  varying vec3 vNormal;
  varying vec2 vUv;
  varying vec3 vColor;
  varying vec2 vChannel;

  vec3 turned(vec4 q, vec3 v) { return v + 2.0 * cross(q.xyz, cross(q.xyz, v) + q.w * v); }

  void main() {
    vWorld = lane0.xyz + turned(lane1, vec3(position.xy * lane3.xy, 0.0));
    vNormal = turned(lane1, vec3(0.0, 0.0, 1.0));
    vUv = mix(lane2.xy, lane2.zw, uv);
    vec3 bytes = vec3(floor(lane3.z / 65536.0), mod(floor(lane3.z / 256.0), 256.0), mod(lane3.z, 256.0)) / 255.0;
    vColor = bytes * bytes;
    vChannel = vec2(floor(lane0.w), fract(lane0.w) * 2.0);
    gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
    // A card lies on its board: a hair nearer than the board, at any distance.
    gl_Position.z -= 0.0006 * gl_Position.w / max(1.0, gl_Position.w * 0.1);
  }`

export function textMaterial(light: Light, page: Texture): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...light.uniforms, uPage: { value: page } },
    transparent: true,
    depthWrite: false,
    vertexShader: VERTEX,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform sampler2D uPage;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec2 vUv;
      varying vec3 vColor;
      varying vec2 vChannel;
      void main() {
        vec3 masks = texture2D(uPage, vUv).rgb;
        float mask = vChannel.x < 0.5 ? masks.r : vChannel.x < 1.5 ? masks.g : masks.b;
        // Looked at closely, letters are cut sharp along the middle of their soft edge.
        float soft = fwidth(mask);
        float cut = clamp((mask - 0.5) / max(soft, 0.02) + 0.5, 0.0, 1.0);
        float texels = length(fwidth(vUv) * vec2(textureSize(uPage, 0)));
        float alpha = mix(cut, mask, smoothstep(0.5, 1.2, texels));
        if (alpha < 0.02) discard;
        float sun = sunAt(vWorld, vNormal);
        vec3 shown = vColor * lit(normalize(vNormal), sun, min(1.0, vChannel.y + 0.1));
        gl_FragColor = vec4(hazed(shown, vWorld), alpha);
        ${OUTPUT_GLSL}
      }`,
  })
}

export function logoMaterial(light: Light, page: Texture): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...light.uniforms, uPage: { value: page } },
    transparent: true,
    depthWrite: false,
    vertexShader: VERTEX,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform sampler2D uPage;
      varying vec3 vWorld;
      varying vec3 vNormal;
      varying vec2 vUv;
      varying vec3 vColor;
      varying vec2 vChannel;
      void main() {
        vec4 logo = texture2D(uPage, vUv);
        if (logo.a < 0.05) discard;
        float sun = sunAt(vWorld, vNormal);
        vec3 shown = logo.rgb * lit(normalize(vNormal), sun, min(1.0, vChannel.y + 0.1));
        gl_FragColor = vec4(hazed(shown, vWorld), logo.a);
        ${OUTPUT_GLSL}
      }`,
  })
}
