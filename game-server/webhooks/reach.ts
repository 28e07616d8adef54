import { lookup, Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublic } from './addresses.ts'

/** Where strangers may send us: the port of the web and the one it commonly moves to. */
const PORTS = ['', '8443']
/** How long a name server may take, ms, and how often it is asked. */
const ASKING = { timeout: 2000, tries: 2 }

/** Somewhere that messages go: the address that was checked is the one that is connected to. */
export interface Place {
  readonly address: string
  readonly family: 4 | 6
}

/** The addresses of a name, none where nobody knows it. `ours`: of the organizers' own network. */
export type Resolve = (host: string, ours: boolean) => Promise<string[]>

/** An address that is not sent to, or has none. */
export class NotReached extends Error {
  readonly why: 'refused' | 'unknown-host'
  constructor(why: NotReached['why']) {
    super(why)
    this.why = why
  }
}

/**
 * Whether `url` may be sent to, as far as can be told without asking for its address: https, at a port of the web, and
 * no address of a private network. `privateOrigins` may be all that.
 */
export function mayReach(url: URL, privateOrigins: readonly string[]): boolean {
  if (privateOrigins.includes(url.origin)) return true
  if (url.protocol !== 'https:' || !PORTS.includes(url.port)) return false
  const host = hostOf(url)
  return isIP(host) === 0 || isPublic(host)
}

/**
 * Where `url` is now. A name with a single address that is not public is refused whole: it is meant to lead there.
 *
 * @throws NotReached
 */
export async function placeOf(url: URL, privateOrigins: readonly string[], resolve: Resolve): Promise<Place> {
  if (!mayReach(url, privateOrigins)) throw new NotReached('refused')
  const host = hostOf(url)
  const ours = privateOrigins.includes(url.origin)
  const addresses = isIP(host) === 0 ? await resolve(host, ours) : [host]
  if (!ours && !addresses.every(isPublic)) throw new NotReached('refused')
  const [address] = addresses
  if (address === undefined) throw new NotReached('unknown-host')
  return { address, family: isIP(address) === 6 ? 6 : 4 }
}

/**
 * Names that strangers give are asked of the name servers alone, which hold up none of our threads; those of our own
 * network may be known to the system in other ways.
 */
export const resolve: Resolve = async (host, ours) => {
  if (ours) return lookup(host).then(({ address }) => [address], nobody)
  const resolver = new Resolver(ASKING)
  const answers = await Promise.all([resolver.resolve4(host).catch(nobody), resolver.resolve6(host).catch(nobody)])
  return answers.flat()
}

const nobody = (): string[] => []

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
