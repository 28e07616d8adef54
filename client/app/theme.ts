import { createTheme, type MantineColorsTuple, Modal } from '@mantine/core'
import { PALETTE } from './palette.ts'

export const DISPLAY = "'Literata Variable', Georgia, serif"
export const TEXT = "'Onest Variable', system-ui, sans-serif"

// Ten steps each, light to dark; the seventh is the brand's own tone (`primaryShade`).
const linden: MantineColorsTuple = [
  '#eff5ee',
  '#dfeadd',
  '#c3d7c0',
  '#a2c09f',
  '#82a882',
  '#639069',
  '#4e7d57',
  PALETTE.linden,
  PALETTE.lindenDeep,
  '#1e3a27',
]
const blossom: MantineColorsTuple = [
  '#fdf1f3',
  '#f9e0e5',
  '#f3c6ce',
  PALETTE.blossom,
  '#db8898',
  '#cb6a7e',
  '#c05d73',
  PALETTE.blossomDeep,
  '#95435a',
  '#7a3549',
]

export const theme = createTheme({
  primaryColor: 'linden',
  primaryShade: 7,
  colors: { linden, blossom },
  black: PALETTE.ink,
  fontFamily: TEXT,
  headings: { fontFamily: DISPLAY, fontWeight: '560' },
  defaultRadius: 'md',
  radius: { sm: '6px', md: '10px', lg: '16px', xl: '28px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({
      defaultProps: { radius: 20, padding: 26, overlayProps: { color: PALETTE.ink, backgroundOpacity: 0.42, blur: 2 } },
      styles: {
        content: { background: PALETTE.canvas },
        header: { background: PALETTE.canvas },
        title: { fontFamily: DISPLAY, fontSize: 24, fontWeight: 560, lineHeight: 1.2 },
      },
    }),
  },
})
