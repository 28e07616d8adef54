/**
 * What somebody wrote and the server does not have yet, kept in this browser under their name: whoever else uses the
 * computer neither sees nor overwrites it, and signing out takes it away.
 */
type Shelf = Pick<Storage, 'length' | 'key' | 'removeItem'>

const PREFIX = 'alleya-own'

/** Where a copy of `what` is kept; ids carry no spaces. */
export const ownKey = (personId: string, ...what: readonly string[]): string => [PREFIX, personId, ...what].join(' ')

/** Takes everybody's copies away: whoever signs out leaves nothing behind. */
export function forgetOwnCopies(shelf: Shelf): void {
  const keys = Array.from({ length: shelf.length }, (_, n) => shelf.key(n))
  for (const key of keys) if (key?.startsWith(`${PREFIX} `)) shelf.removeItem(key)
}
