import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../game-server/config.ts'
import { isPublic } from '../../game-server/webhooks/addresses.ts'
import { mayReach, placeOf } from '../../game-server/webhooks/reach.ts'

const byte = fc.integer({ min: 0, max: 255 })
const reach = (url: string) => mayReach(new URL(url), [])

describe('an address that leads can be sent to', () => {
  test.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:2800:220:1:248:1893:25c8:1946'])(
    'is one of the open internet: %s',
    (address) => expect(isPublic(address)).toBe(true),
  )

  test.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.100.100.200', '192.0.0.192', '168.63.129.16', '224.0.0.1', '255.255.255.255'],
    ...['198.18.0.1', '240.0.0.1', '::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', ''],
    ...['2001:db8::1', 'fe80::1%eth0', 'localhost', '127.1'],
  ])('is none of a network of one’s own, nor what wraps one: %s', (address) => expect(isPublic(address)).toBe(false))

  test('is none of the private networks, whatever stands behind their prefix', () => {
    const own = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
      fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
    )
    fc.assert(
      fc.property(own, ([a, b, c, d]) => {
        const dotted = `${a}.${b}.${c}.${d}`
        const number = ((a * 256 + b) * 256 + c) * 256 + d
        expect(isPublic(dotted)).toBe(false)
        expect(isPublic(`::ffff:${dotted}`)).toBe(false)
        for (const host of [
          dotted,
          `${dotted}.`,
          `${number}`,
          `0x${number.toString(16)}`,
          `0${a.toString(8)}.${b}.${c}.${d}`,
        ])
          expect(reach(`https://${host}/`)).toBe(false)
      }),
    )
  })
})

describe('an address of the web', () => {
  test.each(['https://crm.example.org/hooks/leads?key=1', 'https://crm.example.org:8443/', 'https://8.8.8.8/'])(
    'is sent to: %s',
    (url) => expect(reach(url)).toBe(true),
  )

  test.each([
    ...[
      'http://crm.example.org/',
      'https://crm.example.org:22/',
      'https://crm.example.org:6379/',
      'ftp://example.org/',
    ],
    ...['https://127.1/', 'https://0x7f.1/', 'https://017700000001/', 'https://2130706433/', 'https://127.0.0.1./'],
    ...['https://[::1]/', 'https://[::ffff:7f00:1]/', 'https://[fd00::1]/', 'https://①②⑦.0.0.1/', 'https://[::]/'],
  ])('is not sent to: %s', (url) => expect(reach(url)).toBe(false))

  test('may be anything that the settings name, and nothing beside it', () => {
    const ours = ['http://10.0.0.5:8080']
    expect(mayReach(new URL('http://10.0.0.5:8080/leads'), ours)).toBe(true)
    for (const other of [
      'http://10.0.0.5/',
      'http://10.0.0.5:8081/',
      'https://10.0.0.5:8080/',
      'http://10.0.0.6:8080/',
    ])
      expect(mayReach(new URL(other), ours)).toBe(false)
  })

  test.each([
    ['a private address', ['10.0.0.1']],
    ['a public and a private one', ['93.184.216.34', '127.0.0.1']],
    ['one of IPv4 in the clothes of IPv6', ['::ffff:169.254.169.254']],
  ])('is refused where its name leads to %s', async (_, addresses) => {
    const place = placeOf(new URL('https://crm.example.org/'), [], async () => addresses)
    await expect(place).rejects.toMatchObject({ why: 'refused' })
  })

  test('is unknown where nobody knows its name', async () => {
    const place = placeOf(new URL('https://crm.example.org/'), [], async () => [])
    await expect(place).rejects.toMatchObject({ why: 'unknown-host' })
  })

  test('is where its name leads to', async () => {
    const place = await placeOf(new URL('https://crm.example.org/'), [], async () => ['93.184.216.34'])
    expect(place).toEqual({ address: '93.184.216.34', family: 4 })
  })
})

describe('WEBHOOK_PRIVATE_ORIGINS', () => {
  test('are origins with a comma between them, none by default', () => {
    const given = (WEBHOOK_PRIVATE_ORIGINS: string) => readConfig({ WEBHOOK_PRIVATE_ORIGINS }).webhookPrivateOrigins
    expect(given('')).toEqual([])
    expect(given('https://crm.local:8443, http://10.0.0.5:80/')).toEqual(['https://crm.local:8443', 'http://10.0.0.5'])
    for (const wrong of ['crm.local', 'http://10.0.0.5/leads', 'http://a:b@10.0.0.5', 'file:///', 'http://a,'])
      expect(() => given(wrong)).toThrow('WEBHOOK_PRIVATE_ORIGINS must be origins')
  })
})
