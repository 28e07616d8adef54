import type { ConversationMessage, MessagePage } from '../../shared/conversations/model.ts'

/** A conversation as far as it is loaded. Values: every change makes another one. */
export interface Thread {
  readonly messages: readonly ConversationMessage[]
  /** Everything up to this revision is here, of what is not older than the first message. */
  readonly revision: number
  /** Whether there are older messages to load. */
  readonly older: boolean
  readonly readSeq: number
  readonly othersReadSeq: number
}

/** A first page, or the latest again. */
export const opened = ({ messages, revision, more, readSeq, othersReadSeq }: MessagePage): Thread => ({
  messages,
  revision,
  older: more,
  readSeq,
  othersReadSeq,
})

/** With an older page before it. */
export const withOlder = (thread: Thread, page: MessagePage): Thread => ({
  ...thread,
  messages: merged(thread.messages, page.messages),
  older: page.more,
})

/** With what changed since. Changes to messages that are not loaded yet come with their page. */
export const caughtUp = (thread: Thread, page: MessagePage): Thread => ({
  messages: merged(thread.messages, page.messages.filter(isWithin(thread))),
  revision: Math.max(thread.revision, page.revision),
  older: thread.older,
  readSeq: Math.max(thread.readSeq, page.readSeq),
  othersReadSeq: Math.max(thread.othersReadSeq, page.othersReadSeq),
})

/**
 * With a message that was told or is our own. null: something before it was missed, ask for it. What is older than what
 * we know changes nothing.
 */
export function heard(thread: Thread, message: ConversationMessage): Thread | null {
  if (message.revision <= thread.revision) {
    const known = thread.messages.find(({ id }) => id === message.id)
    return known && known.revision < message.revision
      ? { ...thread, messages: merged(thread.messages, [message]) }
      : thread
  }
  if (message.revision > thread.revision + 1) return null
  return {
    ...thread,
    messages: merged(thread.messages, [message].filter(isWithin(thread))),
    revision: message.revision,
  }
}

const isWithin =
  ({ older, messages }: Thread) =>
  ({ seq }: ConversationMessage): boolean =>
    !older || seq >= (messages[0]?.seq ?? 0)

/** One of each, the latest that is known of it, in order. */
function merged(
  before: readonly ConversationMessage[],
  more: readonly ConversationMessage[],
): readonly ConversationMessage[] {
  const all = new Map(before.map((message) => [message.id, message]))
  for (const message of more) if ((all.get(message.id)?.revision ?? -1) < message.revision) all.set(message.id, message)
  return [...all.values()].sort((a, b) => a.seq - b.seq)
}
