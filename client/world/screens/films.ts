/**
 * Films on the nearest screens: a handful of muted video elements that are handed from screen to screen. Sound plays in the
 * booth's panel, never here.
 */
import { LinearFilter, Mesh, type PlaneGeometry, ShaderMaterial, SRGBColorSpace, VideoTexture } from 'three'
import { OUTPUT_GLSL } from '../park/light.ts'
import type { Screen } from '../park/screens.ts'

export class Film {
  readonly mesh: Mesh<PlaneGeometry, ShaderMaterial>
  /** Index of the screen it plays on; −1: none. */
  screen = -1
  private readonly element: HTMLVideoElement
  private readonly texture: VideoTexture
  private readonly shown = { value: 0 }

  constructor(plane: PlaneGeometry) {
    this.element = document.createElement('video')
    this.element.muted = true
    this.element.loop = true
    this.element.playsInline = true
    this.element.preload = 'auto'
    this.texture = new VideoTexture(this.element)
    this.texture.colorSpace = SRGBColorSpace
    this.texture.minFilter = LinearFilter
    this.texture.generateMipmaps = false
    this.mesh = new Mesh(plane, filmMaterial(this.texture, this.shown))
    this.mesh.name = 'film'
    this.mesh.visible = false
    this.mesh.matrixAutoUpdate = false
    this.mesh.renderOrder = 12
  }

  play(index: number, screen: Screen, address: string): void {
    this.screen = index
    this.shown.value = 0
    this.mesh.position.set(screen.position.x, screen.position.y, screen.position.z)
    this.mesh.rotation.y = (screen.heading * Math.PI) / 180
    this.mesh.scale.set(screen.width, screen.height, 1)
    this.mesh.updateMatrix()
    this.mesh.updateMatrixWorld(true)
    this.element.src = address
    // A browser that saves power may refuse; then the poster stays.
    this.element.play().catch(() => undefined)
  }

  stop(): void {
    this.screen = -1
    this.mesh.visible = false
    this.element.pause()
    this.element.removeAttribute('src')
    this.element.load()
  }

  /** Fades in once there is a picture. */
  update(delta: number): void {
    if (this.screen < 0) return
    const running = this.element.readyState >= 2 && !this.element.paused
    this.mesh.visible = running
    if (running) this.shown.value = Math.min(1, this.shown.value + delta * 2.5)
  }

  dispose(): void {
    this.stop()
    this.texture.dispose()
    this.mesh.material.dispose()
  }
}

function filmMaterial(texture: VideoTexture, shown: { value: number }): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uFilm: { value: texture }, uShown: shown },
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() {
        vUv = uv;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
        gl_Position.z -= 0.0003 * gl_Position.w;
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D uFilm;
      uniform float uShown;
      varying vec2 vUv;
      void main() {
        gl_FragColor = vec4(texture2D(uFilm, vUv).rgb * 0.95, uShown);
        ${OUTPUT_GLSL}
      }`,
  })
}
