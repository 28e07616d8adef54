/** The paints of the printed plan. What is the salon's own comes from the palette; the rest is paper and wash. */
import type { Paving, Planting } from '../../../shared/floorplan/model.ts'
import { PALETTE } from '../../app/palette.ts'

export const INK = {
  line: '#4d584c',
  paper: '#f6efde',
  paperEdge: '#ece2c9',
  lawn: '#dbe3c0',
  lawnDeep: '#c9d6a9',
  hedge: '#7d9a63',
  hedgeDeep: '#557646',
  forecourt: '#f4ead4',
  plaza: '#f1e6cd',
  timber: PALETTE.timber,
  stone: '#d9cfba',
  water: PALETTE.water,
  waterLight: '#c6e0e4',
  shade: '#3d4a35',
  lamp: '#e9b450',
} as const

export const PAVING: Record<Paving, { readonly wash: string; readonly joint: string }> = {
  gravel: { wash: '#f3e7cb', joint: '#c9b68c' },
  stone: { wash: '#eee6d8', joint: '#c5b9a4' },
  brick: { wash: '#f0dcc6', joint: '#cfa588' },
  timber: { wash: '#eadcc0', joint: '#c0a274' },
}

/** Of a crown: its wash, the pigment that gathers at the edge, and what is in blossom on it. */
export const CROWN: Record<
  Planting,
  {
    readonly wash: string
    readonly edge: string
    readonly bloom: string | null
  }
> = {
  linden: { wash: '#9bb767', edge: '#5f8045', bloom: '#dfd98a' },
  cherry: { wash: '#efb9c2', edge: '#bf7686', bloom: '#fbe3e6' },
  apple: { wash: '#c5d39a', edge: '#839a5c', bloom: '#fbf1ee' },
  birch: { wash: '#b7cd85', edge: '#7d9c56', bloom: null },
  none: { wash: '#a9bf7c', edge: '#6c8a50', bloom: null },
}
