import { defineConfig } from 'drizzle-kit'

/** `drizzle-kit generate` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './game-server/db/schema/*.ts',
  out: './game-server/db/migrations',
  casing: 'snake_case',
})
