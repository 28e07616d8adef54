/**
 * What the numbers of a look mean in colour: sRGB. Muted enough for the low sun, apart enough to tell friends from afar.
 */
import type { LookTrait } from '../../../shared/people/look.ts'

export const LOOK_COLORS = {
  skin: ['#f3d3bd', '#e8bd9d', '#d6a079', '#b97f57', '#8d5a3b', '#5f3b28'],
  hair: ['#1f1a18', '#3a2a21', '#5b3f2b', '#85603b', '#b98d52', '#d9bd83', '#8a3f22', '#9b9a97'],
  shirt: [
    '#e9e2d3',
    '#2f4a63',
    '#7a9a8a',
    '#c46a4a',
    '#d9a441',
    '#8c4b5c',
    '#5a7fa6',
    '#4c5b46',
    '#d8a7a0',
    '#6b5b84',
    '#b9c4c9',
    '#33383d',
  ],
  trousers: ['#2b3240', '#3c4a63', '#5b5247', '#8a7a63', '#c9bda6', '#2a2a2c', '#5d6b5a', '#6e4a3c'],
} as const satisfies Partial<Record<LookTrait, readonly string[]>>

/** What a cap or a headscarf is made of, chosen with the shirt so that it suits it. */
export const ACCENT_COLORS = [
  '#8c4b5c',
  '#d9c6a5',
  '#c46a4a',
  '#2f4a63',
  '#5f7f8a',
  '#d8b4a6',
  '#e4dccb',
  '#b98a4a',
  '#5c6b4a',
  '#cfd4cf',
  '#7a3f4b',
  '#a9845c',
] as const
