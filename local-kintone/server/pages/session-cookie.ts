import type { IncomingMessage } from 'node:http'

/** kintone's session cookie has this name too; REST calls of the browser carry it, so the core reads it with `sessionIdOf`. */
export const sessionCookieName = 'JSESSIONID'

/** The session id that the browser sent, or null. */
export function sessionIdOf(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, ...value] = part.trim().split('=')
    if (name === sessionCookieName) return decode(value.join('='))
  }
  return null
}

/** `Set-Cookie` for a session. No `Secure`: the local kintone speaks http on the loopback only. */
export function sessionCookie(sessionId: string): string {
  return `${sessionCookieName}=${encodeURIComponent(sessionId)}; Path=/; HttpOnly; SameSite=Lax`
}

/** `Set-Cookie` that takes the session cookie away. */
export function expiredSessionCookie(): string {
  return `${sessionCookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}
