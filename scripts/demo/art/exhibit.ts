/** What the drawing code needs to know of an exhibitor in assets/demo/exhibitors.json. */
export interface Exhibit {
  readonly id: string
  readonly kind: 'business' | 'region' | 'institution'
  readonly name: { readonly ru: string; readonly en: string }
  readonly shortName: { readonly ru: string; readonly en: string }
  readonly color: string
  /** Place in the list: neighbours on an alley get different layouts and families of marks. */
  readonly index: number
}
