import { z } from 'zod'
import { boothDetails, product } from '../booth/content.ts'

/** GET /api/offers: what a planner needs to know of every booth at once. Booths that say nothing of it are left out. */
export const boothOffer = z.object({
  exhibitorId: z.string(),
  /** Days and clock times in the salon's zone; none: always staffed. */
  hours: boothDetails.shape.hours,
  products: z.array(product.pick({ id: true, name: true })),
})
export type BoothOffer = Readonly<z.infer<typeof boothOffer>>
