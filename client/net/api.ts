/**
 * The server's HTTP API as functions. Shapes come from `shared/salon/model.ts`; the server checks them on its side, so
 * the client carries no validator.
 */
import type { OwnBooths } from '../../shared/booth/draft.ts'
import type { FaultyFile } from '../../shared/files/upload.ts'
import type { Plan } from '../../shared/floorplan/model.ts'
import type { Language } from '../../shared/language.ts'
import type { OwnAttendance } from '../../shared/people/attendance.ts'
import type {
  Exhibitor,
  ExhibitorCard,
  HallInstance,
  Me,
  MeEdit,
  MePatch,
  Salon,
  SearchHit,
  Session,
} from '../../shared/salon/model.ts'
import type { Problem } from '../../shared/salon/problem.ts'

/** A request that was not done. `code` is the server's closed set of reasons, or `offline` when nobody answered. */
export class ApiProblem extends Error {
  readonly code: Problem['error'] | 'offline'
  readonly field: string | null
  readonly retryAfterSeconds: number | null
  /** What is wrong with a file that was not taken. */
  readonly file: FaultyFile | null

  constructor(problem: Omit<Problem, 'error'> & { error: ApiProblem['code'] }) {
    super(problem.message)
    this.code = problem.error
    this.field = problem.field ?? null
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null
    this.file = problem.file ?? null
  }
}

export const api = {
  salon: () => get<Salon>('/api/salon'),
  plan: (version: number) => get<Plan>(`/api/plans/${version}`),
  exhibitors: (hallId: string) => get<ExhibitorCard[]>(`/api/exhibitors?hall=${encodeURIComponent(hallId)}`),
  exhibitor: (id: string) => get<Exhibitor>(`/api/exhibitors/${encodeURIComponent(id)}`),
  sessions: () => get<Session[]>('/api/sessions'),
  /** The booths we work for, for those who dress them. */
  ownBooths: () => get<OwnBooths>('/api/me/booths'),
  /** Booths that we may staff, and whether we do. */
  attendance: () => get<OwnAttendance[]>('/api/attendance'),
  attend: (exhibitorId: string, attends: boolean) =>
    send<null>('PUT', `/api/exhibitors/${encodeURIComponent(exhibitorId)}/attendance`, { attends }),
  instances: (hallId: string) => get<HallInstance[]>(`/api/halls/${encodeURIComponent(hallId)}/instances`),
  seat: (hallId: string, roomId: string | null) =>
    send<{ roomId: string }>('POST', `/api/halls/${encodeURIComponent(hallId)}/enter`, { roomId }),
  /** Who we are, or null when we have not come in yet. */
  me: () => get<Me | null>('/api/me'),
  comeIn: (me: MeEdit) => send<Me>('POST', '/api/me', me),
  editMe: (change: MePatch) => send<Me>('PATCH', '/api/me', change),
  leaveForGood: () => send<null>('DELETE', '/api/me'),
  search: (query: string, language: Language, signal: AbortSignal) =>
    get<SearchHit[]>(`/api/search?q=${encodeURIComponent(query)}&language=${language}`, signal),
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => request<T>(path, signal ? { signal } : {})

export const send = <T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> =>
  request<T>(path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** @throws ApiProblem; an aborted request throws its AbortError */
async function request<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiProblem({ error: 'offline', message: 'No answer from the salon.' })
  }
  if (answer.status === 204) return null as T
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return body as T
  throw new ApiProblem(isProblem(body) ? body : { error: 'unavailable', message: answer.statusText })
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'error' in body
