/**
 * What this machine can do in 3D, asked before anything heavy is loaded. `weak`: WebGL is there, but drawn by the processor or
 * with little memory; `none`: no WebGL 2.
 */
export type Capability = 'good' | 'weak' | 'none'

/** Renderers that are no graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i

let known: Capability | null = null

export function worldCapability(): Capability {
  known ??= measure()
  return known
}

function measure(): Capability {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  let gl: WebGL2RenderingContext | null = null
  try {
    gl = canvas.getContext('webgl2')
  } catch {
    return 'none'
  }
  if (!gl) return 'none'
  const named = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return SOFTWARE.test(renderer) || littleMemory() ? 'weak' : 'good'
}

/** Gigabytes, where the browser says so; 2 is an old phone. */
function littleMemory(): boolean {
  return 'deviceMemory' in navigator && Number(navigator.deviceMemory) <= 2
}
