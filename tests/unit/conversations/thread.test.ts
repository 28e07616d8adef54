import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caughtUp, heard, opened, type Thread, withOlder } from '../../../client/conversations/thread.ts'
import type { ConversationMessage, MessagePage } from '../../../shared/conversations/model.ts'

const said = (seq: number, revision = seq, state: ConversationMessage['state'] = 'shown'): ConversationMessage => ({
  ...{ id: `m${seq}`, conversationId: 'c', seq, revision, authorId: 'a', authorName: 'А', side: 'visitor' },
  ...{ text: `${seq}`, attachments: [], replyTo: null, state, saidAt: '2026-11-23T10:00:00Z', removed: null },
})
const page = (messages: ConversationMessage[], revision: number, more = false): MessagePage => ({
  ...{ messages, revision, more, readSeq: 0, othersReadSeq: 0 },
})
const seqs = (thread: Thread | null) => thread?.messages.map(({ seq }) => seq)

describe('a thread', () => {
  test('is whole and in order, whichever news arrive, late, twice or never', () => {
    const fates = fc.array(fc.record({ lost: fc.boolean(), twice: fc.boolean() }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fates, fc.infiniteStream(fc.nat()), (news, order) => {
        const all = news.map((_, n) => said(n + 1))
        const told = news.flatMap(({ lost, twice }, n) => (lost ? [] : twice ? [n, n] : [n]))
        const late = told.map((n) => ({ n, at: n * 3 + ((order.next().value as number) % 9) }))
        let thread = opened(page([], 0))
        for (const { n } of late.toSorted((a, b) => a.at - b.at)) {
          const message = all[n] as ConversationMessage
          // What the server has at that moment: everything up to the newest that was told.
          const missed = all.filter(({ revision }) => revision > thread.revision && revision <= message.revision)
          thread = heard(thread, message) ?? caughtUp(thread, page(missed, message.revision))
          expect(seqs(thread)).toEqual(all.slice(0, thread.revision).map(({ seq }) => seq))
        }
      }),
    )
  })

  test('asks for what it missed before it takes in what came after', () => {
    const thread = opened(page([said(1)], 1))
    expect(heard(thread, said(3))).toBeNull()
    expect(seqs(heard(thread, said(2)))).toEqual([1, 2])
    expect(heard(thread, said(1))).toBe(thread)
  })

  test('takes a removal for the message it removes, and leaves it removed when older news arrive', () => {
    const thread = heard(opened(page([said(1), said(2)], 2)), said(1, 3, 'removed')) as Thread
    expect(thread.messages[0]?.state).toBe('removed')
    expect(heard(thread, said(1, 1))?.messages[0]?.state).toBe('removed')
  })

  test('does not show changes of older messages before it has those around them', () => {
    const latest = opened(page([said(51, 51)], 51, true))
    const changed = caughtUp(latest, page([said(3, 52, 'removed')], 52))
    expect(seqs(changed)).toEqual([51])
    expect(seqs(withOlder(changed, page([said(49), said(50)], 52)))).toEqual([49, 50, 51])
  })
})
