import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { ApiEnv } from './context.ts'

/** Nothing from elsewhere, no frames, no plug-ins; styles inline because components of the interface set them. */
const PAGES = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  scriptSrc: ["'self'"],
  // Textures are decoded by workers made from blobs.
  workerSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'", 'blob:'],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
}

/** A picture opened as a page of its own must not run what it may contain. */
const MEDIA = {
  defaultSrc: ["'none'"],
  imgSrc: ["'self'"],
  mediaSrc: ["'self'"],
  styleSrc: ["'unsafe-inline'"],
  frameAncestors: ["'none'"],
  sandbox: [],
}

/** What browsers may do with our answers. */
export function securityHeaders(https: boolean): MiddlewareHandler<ApiEnv> {
  const common = {
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'strict-origin-when-cross-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  }
  const pages = secureHeaders({ ...common, contentSecurityPolicy: PAGES })
  const media = secureHeaders({ ...common, contentSecurityPolicy: MEDIA })
  return (c, next) => (/^\/(?:media|files)\//.test(c.req.path) ? media : pages)(c, next)
}
