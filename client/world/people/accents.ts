/** What a cap, a headscarf or a tie is made of, chosen with the shirt (`LOOK_COLOURS.shirt`) so that it suits it. */
export const ACCENT_COLOURS = [
  '#d9c6a5',
  '#3f4f63',
  '#e8e0cf',
  '#6f4a2f',
  '#d99aa0',
  '#7a3f4b',
  '#8a5a44',
  '#c4694f',
  '#e2c067',
  '#e8e0cf',
  '#2f6b62',
  '#d8b46a',
] as const
