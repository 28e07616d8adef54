/** The API of conversations, apart from `api.ts`, so that whoever only strolls does not load it. */
import type {
  Answer,
  BoothTalk,
  ConversationMessage,
  Inbox,
  MessagePage,
  OwnConversations,
  QuestionChange,
  Report,
  ReportDecision,
  ReportMessage,
  Say,
  WordList,
} from '../../shared/conversations/model.ts'
import type { Language } from '../../shared/language.ts'
import { get, send } from './api.ts'

export const talkApi = {
  own: () => get<OwnConversations>('/api/conversations'),
  booth: (exhibitorId: string) => get<BoothTalk>(`${booth(exhibitorId)}/talk`),
  say: (exhibitorId: string, said: Say) => send<ConversationMessage>('POST', `${booth(exhibitorId)}/messages`, said),
  messages: (id: string, wanted: { after?: number; before?: number }) =>
    get<MessagePage>(
      `${talk(id)}/messages?${new URLSearchParams(Object.entries(wanted).map(([k, v]) => [k, `${v}`]))}`,
    ),
  read: (id: string, seq: number) => send<null>('PUT', `${talk(id)}/read`, { seq }),
  change: (id: string, change: { muted?: boolean; byMail?: boolean }) => send<null>('PATCH', talk(id), change),
  typing: (id: string) => send<null>('POST', `${talk(id)}/typing`),
  report: (messageId: string, report: ReportMessage) =>
    send<null>('POST', `/api/messages/${encodeURIComponent(messageId)}/reports`, report),
  fileOfOwn: (format: 'json' | 'text', language: Language) =>
    `/api/conversations/file?format=${format}&language=${language}`,

  inbox: (exhibitorId: string) => get<Inbox>(`${booth(exhibitorId)}/inbox`),
  answer: (exhibitorId: string, said: Answer) =>
    send<ConversationMessage>('POST', `${booth(exhibitorId)}/answers`, said),
  question: (exhibitorId: string, id: string, change: QuestionChange) =>
    send<null>('PUT', `${booth(exhibitorId)}/questions/${encodeURIComponent(id)}`, change),
  slowMode: (exhibitorId: string, seconds: number) => send<null>('PUT', `${booth(exhibitorId)}/slow-mode`, { seconds }),
  remove: (exhibitorId: string, messageId: string) => send<null>('DELETE', message(exhibitorId, messageId)),
  letThrough: (exhibitorId: string, messageId: string) => send<null>('PUT', `${message(exhibitorId, messageId)}/shown`),
  fileOf: (exhibitorId: string, format: 'json' | 'text', language: Language) =>
    `${booth(exhibitorId)}/inbox/file?format=${format}&language=${language}`,

  reports: () => get<Report[]>('/api/reports'),
  decide: (id: string, decision: ReportDecision) =>
    send<null>('PUT', `/api/reports/${encodeURIComponent(id)}`, decision),
  words: () => get<WordList>('/api/held-words'),
  setWords: (list: WordList) => send<null>('PUT', '/api/held-words', list),
}

const booth = (id: string): string => `/api/exhibitors/${encodeURIComponent(id)}`
const talk = (id: string): string => `/api/conversations/${encodeURIComponent(id)}`
const message = (exhibitorId: string, id: string): string => `${booth(exhibitorId)}/messages/${encodeURIComponent(id)}`
