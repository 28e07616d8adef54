import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry } from 'three'
import { LIGHT_GLSL, type Light, OUTPUT_GLSL } from './light.ts'
import type { Theme } from './themes.ts'

/** The sky: one shader on a dome that follows the camera, its horizon the colour of the haze, so the world has no edge. */
export function createSky(theme: Theme, light: Light): Mesh<SphereGeometry, ShaderMaterial> {
  const material = new ShaderMaterial({
    uniforms: {
      ...light.uniforms,
      uZenith: { value: new Color(theme.sky.zenith) },
      uMiddle: { value: new Color(theme.sky.middle) },
      uHorizon: { value: new Color(theme.sky.horizon) },
      uGlow: { value: new Color(theme.sky.glow) },
    },
    vertexShader: /* glsl */ `
      varying vec3 vWay;
      void main() {
        vWay = position;
        gl_Position = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0);
        gl_Position.z = gl_Position.w * 0.999999;
      }`,
    fragmentShader: /* glsl */ `
      ${LIGHT_GLSL}
      uniform vec3 uZenith;
      uniform vec3 uMiddle;
      uniform vec3 uHorizon;
      uniform vec3 uGlow;
      varying vec3 vWay;

      void main() {
        vec3 way = normalize(vWay);
        float up = max(way.y, 0.0);
        float towards = max(dot(way, uSun), 0.0);
        vec3 sky = mix(uMiddle, uZenith, smoothstep(0.18, 0.8, up));
        vec3 horizon = mix(uHorizon, uHazeGlow, pow(towards, 3.0));
        sky = mix(horizon, sky, smoothstep(0.0, 0.34, up));
        sky += uGlow * (pow(towards, 6.0) * 0.2 + pow(towards, 90.0) * 0.7 + smoothstep(0.9995, 0.9998, towards) * 3.0);

        // Clouds on a flat layer, thinner towards the zenith, lit from the side of the sun.
        vec2 layer = way.xz / (up + 0.16);
        vec2 drift = vec2(uTime * 0.0006, 0.0);
        float broad = texture2D(uNoise, layer * 0.055 + drift).g;
        float fine = texture2D(uNoise, layer * 0.21 + drift * 2.0).b;
        float cloud = smoothstep(0.50, 0.86, broad * 0.78 + fine * 0.3) * smoothstep(0.02, 0.2, up);
        float beyond = texture2D(uNoise, layer * 0.055 + drift + uSun.xz * 0.02).g;
        vec3 white = mix(vec3(0.80, 0.84, 0.90), vec3(1.08, 1.02, 0.94), clamp((broad - beyond) * 4.0 + 0.62, 0.0, 1.0));
        sky = mix(sky, mix(white, horizon, 1.0 - smoothstep(0.0, 0.3, up)), cloud * 0.82);

        // Below and just above the horizon there is nothing but air.
        vec3 air = mix(uHaze, uHazeGlow, pow(towards, 3.0));
        sky = mix(air, sky, smoothstep(-0.01, 0.12, way.y));
        gl_FragColor = vec4(sky, 1.0);
        ${OUTPUT_GLSL}
      }`,
    side: BackSide,
    depthWrite: false,
  })
  const dome = new Mesh(new SphereGeometry(1, 32, 20), material)
  dome.name = 'sky'
  dome.frustumCulled = false
  // After everything solid: only what stays uncovered is painted.
  dome.renderOrder = 90
  return dome
}
