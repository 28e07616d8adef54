/** Milliseconds between two tries to load a part of the page that nobody waits for. */
const PAUSE = 3000

/** Loads a part of the page, however long the line is gone: what nobody asked for must not take the page with it. */
export const untilLoaded =
  <T>(load: () => Promise<T>): (() => Promise<T>) =>
  async () => {
    for (;;) {
      try {
        return await load()
      } catch {
        await new Promise((wake) => setTimeout(wake, PAUSE))
      }
    }
  }
