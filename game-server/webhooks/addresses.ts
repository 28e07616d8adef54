/** Which addresses of the network are everybody's: what is left is somebody's own, perhaps ours. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * IPv4 that is not reached from everywhere (IANA's special-purpose registry, RFC 6890), and the address at which a large
 * cloud answers its machines.
 */
const OWN_IPV4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  168.63.129.16/32`

/** The part of IPv6 that is handed out at all (RFC 4291), and in it what is special or wraps an address of IPv4. */
const GLOBAL_IPV6 = '2000::/3'
const OWN_IPV6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

const own4 = listOf(OWN_IPV4, 'ipv4')
const own6 = listOf(OWN_IPV6, 'ipv6')
const global6 = listOf(GLOBAL_IPV6, 'ipv6')

/** Whether an address (without brackets) is one of the open internet. What is no address is none. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !own4.check(address, 'ipv4')
  return isIPv6(address) && global6.check(address, 'ipv6') && !own6.check(address, 'ipv6')
}

function listOf(subnets: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const subnet of subnets.split(/\s+/)) {
    const [net = '', prefix] = subnet.split('/')
    list.addSubnet(net, Number(prefix), family)
  }
  return list
}
