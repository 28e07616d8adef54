/** Sending tables and archives of booth content, apart from `api.ts`, so that whoever only strolls does not load it. */
import type { BulkMode, BulkReport } from '../../shared/booth/bulk/report.ts'
import type { Problem } from '../../shared/salon/problem.ts'
import { ApiProblem } from './api.ts'

/**
 * Sends a file to be checked or written. `fetch` cannot tell how much has left, so this is an XMLHttpRequest.
 *
 * @param since `at` of the check that was seen, or null
 * @param onShare told how much has been sent, 0 to 1
 * @throws ApiProblem
 */
export function sendBooths(
  file: File,
  { mode, since }: { readonly mode: BulkMode; readonly since: string | null },
  onShare: (share: number) => void,
): Promise<BulkReport> {
  const { promise, resolve, reject } = Promise.withResolvers<BulkReport>()
  const request = new XMLHttpRequest()
  const wish = new URLSearchParams({ mode, ...(since !== null && { since }) })
  request.open('POST', `/api/booth-imports?${wish}`)
  request.responseType = 'json'
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
  request.onload = () => {
    const answer = request.response as BulkReport | Problem | null
    if (request.status === 200 && answer && 'rows' in answer) resolve(answer)
    else if (answer && 'error' in answer) reject(new ApiProblem(answer))
    else reject(new ApiProblem({ error: 'unavailable', message: request.statusText }))
  }
  request.onerror = () => reject(new ApiProblem({ error: 'offline', message: 'No answer from the salon.' }))
  request.send(file)
  return promise
}
