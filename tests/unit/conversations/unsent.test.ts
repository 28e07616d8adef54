import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Addressee, sendAll, sendOff, useUnsent } from '../../../client/conversations/unsent.ts'

// Here is no browser to keep anything in.
vi.spyOn(console, 'warn').mockImplementation(() => {})

const TO: Addressee = { as: 'visitor', exhibitorId: 'oaks', to: 'staff' }
const said = (text: string) => ({
  ...{ personId: 'anna', addressee: TO, text, attachments: [], byMail: undefined, questionId: null },
})
const refusal = (status: number, body: object) => async () => Response.json(body, { status })
const sent: { id: string; text: string }[] = []
let answer: () => Promise<Response>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  sent.length = 0
  answer = async () => Response.json({ id: 'x' })
  useUnsent.setState({ unsent: [] })
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return answer()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const rest = () => useUnsent.getState().unsent.map(({ text, state }) => [text, state])

describe('what was said without a line', () => {
  test('waits, and is said once the line is back: in order, each with the id it had', async () => {
    answer = async () => Promise.reject(new TypeError('no line'))
    sendOff(said('one'))
    sendOff(said('two'))
    await vi.waitFor(() =>
      expect(rest()).toEqual([
        ['one', 'waiting'],
        ['two', 'waiting'],
      ]),
    )
    answer = async () => Response.json({ id: 'x' })
    await sendAll('anna')
    await vi.waitFor(() => expect(rest()).toEqual([]))
    const ids = new Set(sent.filter(({ text }) => text === 'one').map(({ id }) => id))
    expect(ids.size).toBe(1)
    expect(sent.slice(-2).map(({ text }) => text)).toEqual(['one', 'two'])
  })

  test('is not said by another person on the same machine', async () => {
    answer = async () => Promise.reject(new TypeError('no line'))
    sendOff(said('mine'))
    await vi.waitFor(() => expect(rest()).toEqual([['mine', 'waiting']]))
    const before = sent.length
    await sendAll('boris')
    expect(sent).toHaveLength(before)
  })
})

test('what came too soon waits as long as the server says', async () => {
  answer = refusal(429, { error: 'too-often', message: '', retryAfterSeconds: 30 })
  sendOff(said('again'))
  await vi.waitFor(() => expect(rest()).toEqual([['again', 'waiting']]))
  answer = async () => Response.json({ id: 'x' })
  await sendAll('anna')
  expect(sent).toHaveLength(1)
  vi.setSystemTime(Date.now() + 31_000)
  await sendAll('anna')
  await vi.waitFor(() => expect(rest()).toEqual([]))
})

test('what is refused for good is kept with its words, and lets the next pass', async () => {
  answer = refusal(409, { error: 'taken', message: '' })
  sendOff(said('first'))
  await vi.waitFor(() => expect(rest()).toEqual([['first', 'failed']]))
  answer = async () => Response.json({ id: 'x' })
  sendOff(said('second'))
  await vi.waitFor(() => expect(rest()).toEqual([['first', 'failed']]))
})
