import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Shaders travel without their comments and indentation, which a minifier of scripts leaves in: 3 KB gzip of the world. */
const shaders: Plugin = {
  name: 'shaders',
  apply: 'build',
  enforce: 'pre',
  transform(code) {
    const shader = /\/\* glsl \*\/ `[^`]*`/g
    return code.search(shader) < 0
      ? null
      : { code: code.replace(shader, (text) => text.replace(/\/\/.*$/gm, '').replace(/^\s+/gm, '')), map: null }
  },
}

export default defineConfig({
  root: 'client',
  publicDir: '../assets/public',
  plugins: [react(), shaders],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
})
