/**
 * The light of a hall: uniforms shared by every material of the park, and the GLSL they read them with.
 *
 * One directional sun, a hemisphere, no shadow maps. Shadows are baked into `shade` (see ground/shade.ts) and looked up
 * along the sun's ray, so dapples of a tree fall on a counter as well as on the path. Materials of others may spread
 * `light.uniforms` into theirs and include `LIGHT_GLSL` to stand in the same light.
 */
import { Color, type IUniform, type Texture, Vector3, Vector4 } from 'three'
import type { Theme } from './themes.ts'

export interface Light {
  readonly uniforms: Readonly<Record<string, IUniform>>
  /** From the ground towards the sun, unit length. */
  readonly towardsSun: Vector3
  /** Baked shade of a hall: red solid things, green crowns, blue contact; `area` is the rectangle it covers, m. */
  setShade(shade: Texture, area: { readonly x: number; readonly z: number; width: number; depth: number }): void
  /** Grain and clouds; until then everything is smooth. */
  setNoise(noise: Texture): void
  /** Seconds, for wind and water. */
  setTime(time: number): void
}

export function createLight(theme: Theme): Light {
  const azimuth = (theme.sun.azimuth * Math.PI) / 180
  const elevation = (theme.sun.elevation * Math.PI) / 180
  const towardsSun = new Vector3(
    Math.sin(azimuth) * Math.cos(elevation),
    Math.sin(elevation),
    -Math.cos(azimuth) * Math.cos(elevation),
  )
  const uniforms = {
    uSun: { value: towardsSun },
    uSunColor: { value: new Color(theme.sun.color).multiplyScalar(theme.sun.strength) },
    uFill: { value: new Color(theme.sky.fill).multiplyScalar(theme.sky.fillStrength) },
    uBounce: { value: new Color(theme.sky.bounce).multiplyScalar(theme.sky.bounceStrength) },
    uHaze: { value: new Color(theme.haze.color) },
    uHazeGlow: { value: new Color(theme.haze.glow) },
    uHazeDensity: { value: theme.haze.density },
    uShade: { value: null as Texture | null },
    uShadeArea: { value: new Vector4(-1e5, -1e5, 1e-5, 1e-5) },
    uNoise: { value: null as Texture | null },
    uTime: { value: 0 },
  }
  return {
    uniforms,
    towardsSun,
    setShade(shade, area) {
      uniforms.uShade.value = shade
      uniforms.uShadeArea.value.set(area.x - area.width / 2, area.z - area.depth / 2, 1 / area.width, 1 / area.depth)
    },
    setNoise(noise) {
      uniforms.uNoise.value = noise
    },
    setTime(time) {
      uniforms.uTime.value = time
    },
  }
}

export const LIGHT_GLSL = /* glsl */ `
uniform vec3 uSun;
uniform vec3 uSunColor;
uniform vec3 uFill;
uniform vec3 uBounce;
uniform vec3 uHaze;
uniform vec3 uHazeGlow;
uniform float uHazeDensity;
uniform sampler2D uShade;
uniform vec4 uShadeArea;
uniform sampler2D uNoise;
uniform float uTime;

// Red solid things, green crowns, blue contact: 0 open, 1 covered.
vec3 shadeAt(vec2 place) {
  vec2 uv = (place - uShadeArea.xy) * uShadeArea.zw;
  vec2 inside = step(vec2(0.0), uv) * step(uv, vec2(1.0));
  return texture2D(uShade, vec2(uv.x, 1.0 - uv.y)).rgb * inside.x * inside.y;
}

// Share of the sun that reaches a point above the ground: crowns are met along the ray, walls beside the surface.
float sunAt(vec3 world, vec3 normal) {
  vec2 along = world.xz - uSun.xz / uSun.y * max(world.y, 0.0);
  float crowns = shadeAt(along).g;
  float solid = shadeAt(world.xz + normal.xz * 0.45).r;
  return (1.0 - crowns) * (1.0 - solid);
}

// Light on a matt surface, to be multiplied by its colour. "open": share of the sky it sees, "sun": of the sun.
vec3 lit(vec3 normal, float sun, float open) {
  vec3 sky = mix(uBounce, uFill, normal.y * 0.5 + 0.5);
  return uSunColor * max(dot(normal, uSun), 0.0) * sun + sky * open + uBounce * 0.35 * open;
}

vec3 hazed(vec3 color, vec3 world) {
  vec3 way = world - cameraPosition;
  float far = length(way);
  float amount = 1.0 - exp(-far * far * uHazeDensity * uHazeDensity);
  float towards = max(dot(way / max(far, 0.001), uSun), 0.0);
  vec3 air = mix(uHaze, uHazeGlow, pow(towards, 3.0));
  return mix(color, air, amount);
}
`

/** What every fragment of the park ends with. */
export const OUTPUT_GLSL = /* glsl */ `
#include <tonemapping_fragment>
#include <colorspace_fragment>
`
