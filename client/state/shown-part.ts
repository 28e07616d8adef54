import { create } from 'zustand'

/** What of a booth its panel shows. */
export type BoothPart = 'about' | 'products' | 'materials' | 'people' | 'programme'

interface ShownPart {
  /** The booth this is about: every other one shows its beginning. */
  readonly boothId: string | null
  readonly part: BoothPart
  /** The product that is open within its part. */
  readonly productId: string | null
  show(boothId: string, part: BoothPart, productId?: string | null): void
}

/** Where the panel of a booth is open: links, the world and the panel itself turn to it. */
export const useShownPart = create<ShownPart>()((set) => ({
  boothId: null,
  part: 'about',
  productId: null,
  show: (boothId, part, productId = null) => set({ boothId, part, productId }),
}))
