/** `npm start`: the client, built where missing or stale, and the server. */
import { buildClient } from './build.ts'

await buildClient()
await import('../game-server/main.ts')
