import '@fontsource-variable/literata/wght.css'
import '@fontsource-variable/onest/wght.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/theme.css'
import { startLanguages } from './app/i18n.ts'
import { paintPage } from './app/palette.ts'

startLanguages()
paintPage()
createRoot(document.getElementById('root') as HTMLElement).render(<App />)
