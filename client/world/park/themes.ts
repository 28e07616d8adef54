/**
 * How a hall looks, as data. One theme so far: a spring morning in a park of pavilions.
 *
 * Colours are sRGB; strengths multiply them in linear light, with 1 for a white surface turned to the light.
 */
import type { Planting } from '../../../shared/floorplan/model.ts'

export interface Theme {
  readonly sun: {
    /** Degrees clockwise from north: where the sun stands. */
    readonly azimuth: number
    /** Degrees above the horizon. */
    readonly elevation: number
    readonly color: string
    readonly strength: number
  }
  readonly sky: {
    readonly zenith: string
    readonly middle: string
    readonly horizon: string
    readonly glow: string
    /** Light that falls from the whole sky and comes back from the ground. */
    readonly fill: string
    readonly fillStrength: number
    readonly bounce: string
    readonly bounceStrength: number
  }
  /** Air: density of exponential-squared fog, 1/m, and its colour away from and towards the sun. */
  readonly haze: { readonly density: number; readonly color: string; readonly glow: string }
  readonly ground: {
    readonly grass: readonly [string, string, string]
    readonly gravel: readonly [string, string]
    readonly stone: readonly [string, string]
    readonly brick: readonly [string, string]
    readonly timber: readonly [string, string]
    readonly slab: readonly [string, string]
    readonly soil: string
    readonly curb: string
  }
  readonly wood: { readonly oak: string; readonly larch: string; readonly dark: string; readonly bark: string }
  readonly linen: string
  readonly iron: string
  readonly paper: string
  readonly lamp: string
  readonly planting: Readonly<Record<Exclude<Planting, 'none'>, PlantingLook>>
}

/** A species: proportions in metres of a grown tree, colours of what hangs on it. */
export interface PlantingLook {
  readonly height: number
  /** Lowest leaves, m: people and fascias fit under them. */
  readonly clear: number
  /** Half-axes of the crown, m. */
  readonly spread: number
  readonly rise: number
  readonly trunk: number
  readonly bark: string
  readonly leaves: readonly [string, string]
  readonly blossom: readonly [string, string] | null
  /** Share of a spray that is blossom. */
  readonly inBloom: number
  /** How far boughs hang, 0…1. */
  readonly droop: number
}

export const SPRING_PARK: Theme = {
  sun: { azimuth: 62, elevation: 33, color: '#fff0d6', strength: 2.0 },
  sky: {
    zenith: '#6fa6cf',
    middle: '#a9cfe2',
    horizon: '#efe6d6',
    glow: '#ffe3b0',
    fill: '#c3d6ec',
    fillStrength: 0.95,
    bounce: '#b8b096',
    bounceStrength: 0.46,
  },
  haze: { density: 0.0034, color: '#e3e4dc', glow: '#fbe8c8' },
  ground: {
    grass: ['#64793f', '#7f9153', '#4c5f34'],
    gravel: ['#c2b7a2', '#a99d85'],
    stone: ['#c3beb0', '#a7a192'],
    brick: ['#b07b60', '#8f5f4c'],
    timber: ['#b28a5c', '#8d6a45'],
    slab: ['#cfc6b3', '#b8ad97'],
    soil: '#54402d',
    curb: '#c9c4b8',
  },
  wood: { oak: '#b29069', larch: '#cfb48f', dark: '#957e69', bark: '#5d4a3a' },
  linen: '#f3ead6',
  iron: '#30383a',
  paper: '#f7f2e6',
  lamp: '#ffdf9e',
  planting: {
    linden: {
      height: 12.6,
      clear: 4.0,
      spread: 4.6,
      rise: 4.5,
      trunk: 0.27,
      bark: '#84735f',
      leaves: ['#8ba254', '#6d8a45'],
      blossom: ['#efe9bf', '#dfd7a0'],
      inBloom: 0.3,
      droop: 0.25,
    },
    cherry: {
      height: 9.3,
      clear: 4.0,
      spread: 4.5,
      rise: 2.9,
      trunk: 0.22,
      bark: '#7d6a60',
      leaves: ['#a98d5f', '#8fa057'],
      blossom: ['#fde6ea', '#f4bfcc'],
      inBloom: 0.95,
      droop: 0.15,
    },
    apple: {
      height: 8.5,
      clear: 3.8,
      spread: 3.9,
      rise: 2.5,
      trunk: 0.2,
      bark: '#85776a',
      leaves: ['#86a850', '#6c9143'],
      blossom: ['#fdf6ee', '#f3ccd2'],
      inBloom: 0.6,
      droop: 0.1,
    },
    birch: {
      height: 13.8,
      clear: 3.9,
      spread: 3.3,
      rise: 5.0,
      trunk: 0.17,
      bark: '#e9e4d8',
      leaves: ['#9aab66', '#829a55'],
      blossom: null,
      inBloom: 0,
      droop: 0.7,
    },
  },
}
