/**
 * Where one looks at the map: the place in the middle of the view and how large a metre is drawn.
 *
 * Cameras are values: every movement gives a new one. Screen places are CSS pixels from the top left of the view.
 */
import type { Point } from '../../shared/floorplan/point.ts'

export interface Camera extends Point {
  /** CSS pixels a metre. */
  readonly scale: number
}

export interface Pixel {
  readonly x: number
  readonly y: number
}

/** The view: its size, and how much of each edge lies under bars and buttons. CSS pixels. */
export interface Viewport {
  readonly width: number
  readonly height: number
  readonly insets: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
}

/** What there is to see: the hall's size in metres, around (0, 0). */
export interface Extent {
  readonly width: number
  readonly depth: number
}

/** A step of a person is as large as a thumbnail: closer shows nothing more. */
export const CLOSEST = 56
/** Paper shown around the hall when all of it is in view, metres. */
const MARGIN = 4

export const toScreen = (camera: Camera, view: Viewport, place: Point): Pixel => ({
  x: view.width / 2 + (place.x - camera.x) * camera.scale,
  y: view.height / 2 + (place.z - camera.z) * camera.scale,
})

export const toPlace = (camera: Camera, view: Viewport, at: Pixel): Point => ({
  x: camera.x + (at.x - view.width / 2) / camera.scale,
  z: camera.z + (at.y - view.height / 2) / camera.scale,
})

/** The whole hall, in the part of the view that nothing covers. */
export function fitted(extent: Extent, view: Viewport): Camera {
  const { insets } = view
  const free = {
    width: Math.max(80, view.width - insets.left - insets.right),
    height: Math.max(80, view.height - insets.top - insets.bottom),
  }
  const scale = Math.min(free.width / (extent.width + 2 * MARGIN), free.height / (extent.depth + 2 * MARGIN))
  return { x: (insets.right - insets.left) / 2 / scale, z: (insets.bottom - insets.top) / 2 / scale, scale }
}

/** Looking at `place` in the middle of what nothing covers. */
export const lookingAt = (place: Point, scale: number, view: Viewport): Camera => ({
  x: place.x + (view.insets.right - view.insets.left) / 2 / scale,
  z: place.z + (view.insets.bottom - view.insets.top) / 2 / scale,
  scale,
})

/** `factor` times closer; what is under `at` stays there. */
export function zoomed(camera: Camera, view: Viewport, at: Pixel, factor: number, extent: Extent): Camera {
  const scale = Math.min(CLOSEST, Math.max(fitted(extent, view).scale * 0.8, camera.scale * factor))
  const under = toPlace(camera, view, at)
  return {
    x: under.x - (at.x - view.width / 2) / scale,
    z: under.z - (at.y - view.height / 2) / scale,
    scale,
  }
}

/** Dragged by so many pixels. */
export const dragged = (camera: Camera, by: Pixel): Camera => ({
  x: camera.x - by.x / camera.scale,
  z: camera.z - by.y / camera.scale,
  scale: camera.scale,
})

/** The middle of the view never leaves the hall. */
export const kept = (camera: Camera, extent: Extent): Camera => ({
  x: clamp(camera.x, extent.width / 2),
  z: clamp(camera.z, extent.depth / 2),
  scale: camera.scale,
})

/** A share `t` (0…1) of the way from one camera to another; the scale by ratio, so that zooming feels even. */
export const onTheWay = (from: Camera, to: Camera, t: number): Camera => ({
  x: from.x + (to.x - from.x) * t,
  z: from.z + (to.z - from.z) * t,
  scale: from.scale * (to.scale / from.scale) ** t,
})

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value))
