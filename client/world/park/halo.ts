import { AdditiveBlending, Color, Mesh, PlaneGeometry, ShaderMaterial, Vector2 } from 'three'
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import type { Theme } from './themes.ts'

/** A warm light on the ground round the booth pointed at. */
export function createHalo(
  plan: HallPlan,
  theme: Theme,
): { readonly object: Mesh; show(boothId: string | null): void; dispose(): void } {
  const booths = new Map(plan.booths.map((booth) => [booth.id, booth]))
  const size = { value: new Vector2(1, 1) }
  const material = new ShaderMaterial({
    uniforms: { uSize: size, uColor: { value: new Color(theme.lamp) } },
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    polygonOffsetUnits: -4,
    vertexShader: /* glsl */ `
      uniform vec2 uSize;
      varying vec2 vAt;
      void main() {
        vec2 reach = uSize * 0.5 + 1.4;
        vAt = position.xz * 2.0 * reach;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position.x * 2.0 * reach.x, 0.02, position.z * 2.0 * reach.y, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      uniform vec2 uSize;
      uniform vec3 uColor;
      varying vec2 vAt;
      void main() {
        vec2 q = abs(vAt) - uSize * 0.5 - 0.1;
        float away = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
        float line = 1.0 - smoothstep(0.02, 0.06, abs(away - 0.06));
        float glow = exp(-max(away, 0.0) * 3.2) * step(0.0, away) * 0.5 + 0.1 * step(away, 0.0);
        gl_FragColor = vec4(uColor * (glow + line * 0.8), 1.0);
      }`,
  })
  const plane = new PlaneGeometry(1, 1)
  plane.rotateX(-Math.PI / 2)
  const object = new Mesh(plane, material)
  object.name = 'halo'
  object.visible = false
  object.frustumCulled = false
  object.renderOrder = -5
  return {
    object,
    show(boothId) {
      const booth = boothId === null ? undefined : booths.get(boothId)
      object.visible = booth !== undefined
      if (!booth) return
      size.value.set(booth.width, booth.depth)
      object.position.set(booth.x, 0, booth.z)
      object.rotation.y = (booth.heading * Math.PI) / 180
      object.updateMatrixWorld()
    },
    dispose() {
      plane.dispose()
      material.dispose()
    },
  }
}
