/** The worker that plans routes: a module of our own origin, so that a long search never holds up a frame. */
import type { RouteAsk } from './route-protocol.ts'
import { RouteWork } from './route-work.ts'

const work = new RouteWork(
  (news) => postMessage(news),
  () => performance.now(),
)

addEventListener('message', ({ data }: MessageEvent<RouteAsk>) => void work.asked(data))
