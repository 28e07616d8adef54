// zod tries whether it may compile its checks. The policy of our pages forbids it and reports every attempt as an
// attack, so it is told before it loads; https://zod.dev/api?id=jitless
globalThis.__zod_globalConfig = { jitless: true }
