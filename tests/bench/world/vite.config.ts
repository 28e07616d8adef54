import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The harness page on a server of its own: `vite --config tests/bench/world/vite.config.ts --port 4510`. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: resolve(import.meta.dirname, '../../../assets/demo'),
  plugins: [react()],
  // Stills are taken while others edit: a page never reloads by itself.
  server: { hmr: false },
  build: { target: 'es2023', chunkSizeWarningLimit: 2000 },
})
