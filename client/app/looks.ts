/**
 * The colours that the numbers of a look stand for, for the 3D world, the map's dots and the entry's portrait alike:
 * what people would wear on a spring morning, muted enough to live under warm light.
 */
export const LOOK_COLOURS = {
  skin: ['#f3d3bd', '#e6b999', '#cf9a76', '#a9734f', '#7d4f35', '#583725'],
  hair: ['#2a211c', '#4a3226', '#6f4a2f', '#9a6d3f', '#c79e63', '#a3482c', '#8b8782', '#d9d4cb'],
  shirt: [
    '#4f7fa0',
    '#c4694f',
    '#5f8a5c',
    '#e2c067',
    '#8a6a9c',
    '#d99aa0',
    '#e8e0cf',
    '#3f4f63',
    '#6fa3a0',
    '#a8483f',
    '#b7a48a',
    '#2f6b62',
  ],
  trousers: ['#2f3742', '#4a5568', '#6b5a48', '#39424a', '#8a7a66', '#53473f', '#27405c', '#5c6157'],
} as const
