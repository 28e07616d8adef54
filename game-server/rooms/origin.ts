/**
 * Whether a request comes from our own pages. Browsers name the page in `Origin`; programs that name none carry no
 * visitor's cookies.
 */
export function isOurs(headers: Headers, publicUrl: string | null): boolean {
  const origin = headers.get('origin')
  return origin === null || origin === publicUrl || URL.parse(origin)?.host === headers.get('host')
}
