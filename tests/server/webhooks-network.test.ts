import { createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openNetwork } from '../../game-server/webhooks/post.ts'
import { CERTIFICATE, openReceiver, type WebhookReceiver } from './webhook-receiver.ts'

const MESSAGE = { headers: { 'webhook-id': 'msg_1' }, body: '{"type":"webhook.test"}' }
const open = new AbortController().signal

describe('a message', () => {
  let there: WebhookReceiver
  beforeEach(async () => {
    there = await openReceiver()
  })
  afterEach(() => there.close())

  const post = (url = there.url, options = {}) => openNetwork([there.origin], options).post(url, MESSAGE, open)

  test('arrives as it is, and the status of the answer is told', async () => {
    there.answer = (response) => response.writeHead(202).end('thanks')
    expect(await post()).toMatchObject({ code: 202, fault: null })
    expect(there.received).toMatchObject([{ body: MESSAGE.body, headers: { 'webhook-id': 'msg_1' } }])
    expect(there.received[0]?.headers['content-type']).toBe('application/json')
  })

  test('goes to the address that was checked, whatever the name leads to a moment later', async () => {
    const { port } = new URL(there.origin)
    const origin = `http://crm.invalid:${port}`
    const asked: string[] = []
    const names = async (host: string) => (asked.push(host) === 1 ? ['127.0.0.1'] : ['10.255.255.1'])
    expect(await openNetwork([origin], { names }).post(`${origin}/leads`, MESSAGE, open)).toMatchObject({ code: 204 })
    expect(asked).toEqual(['crm.invalid'])
    expect(there.received[0]?.headers.host).toBe(`crm.invalid:${port}`)
  })

  test('never leaves for a private address, however it is written', async () => {
    const { port } = new URL(there.origin)
    const names = async () => ['127.0.0.1']
    for (const host of ['127.0.0.1', '2130706433', '0x7f000001', '[::ffff:127.0.0.1]', 'localhost', 'crm.example.org'])
      for (const scheme of ['http', 'https'])
        expect(await openNetwork([], { names }).post(`${scheme}://${host}:${port}/`, MESSAGE, open)).toMatchObject({
          ...{ code: null, fault: 'refused' },
        })
    const named = await openNetwork([], { names }).post('https://crm.example.org/', MESSAGE, open)
    expect(named).toMatchObject({ code: null, fault: 'refused' })
    expect(there.received).toEqual([])
  })

  test('does not go where an answer redirects to', async () => {
    const inside = await openReceiver()
    there.answer = (response) => response.writeHead(307, { location: inside.url }).end()
    expect(await post()).toMatchObject({ code: 307, fault: null })
    expect(inside.received).toEqual([])
    await inside.close()
  })

  test('waits for no answer that does not come', async () => {
    there.answer = () => {}
    const { fault, took } = await post(there.url, { patience: 200 })
    expect(fault).toBe('timeout')
    expect(took).toBeLessThan(2000)
  })

  test('is done with a status, however long the answer goes on', async () => {
    there.answer = (response) => {
      response.writeHead(200)
      response.write('a'.repeat(100_000))
    }
    expect(await post()).toMatchObject({ code: 200 })
    there.answer = (response) => response.writeHead(200).flushHeaders()
    expect(await post(there.url, { patience: 300 })).toMatchObject({ code: 200 })
  })

  test('that nobody takes says why', async () => {
    const gone = await openReceiver()
    await gone.close()
    const nobody = openNetwork([gone.origin, 'http://no-such-host.invalid'])
    expect(await nobody.post(gone.url, MESSAGE, open)).toMatchObject({ code: null, fault: 'unreachable' })
    const unknown = await nobody.post('http://no-such-host.invalid/', MESSAGE, open)
    expect(unknown).toMatchObject({ code: null, fault: 'unknown-host' })
  })

  test('to something that does not speak HTTP is not taken', async () => {
    const babel = createServer((socket) => socket.end('220 mail\r\n')).listen(0, '127.0.0.1')
    await new Promise((ready) => babel.once('listening', ready))
    const origin = `http://127.0.0.1:${(babel.address() as { port: number }).port}`
    expect(await openNetwork([origin]).post(origin, MESSAGE, open)).toMatchObject({ code: null, fault: 'unreachable' })
    babel.close()
  })

  test('goes over https to whoever has a certificate of their name, and to nobody else', async () => {
    const tls = await openReceiver({ tls: true })
    const network = openNetwork([tls.origin])
    expect(await network.post(tls.url, MESSAGE, open)).toMatchObject({ code: null, fault: 'certificate' })
    expect(tls.received).toEqual([])
    const trusted = getCACertificates('default')
    setDefaultCACertificates([...trusted, CERTIFICATE])
    expect(await network.post(tls.url, MESSAGE, open)).toMatchObject({ code: 204 })
    setDefaultCACertificates(trusted)
    await tls.close()
  })
})
