/**
 * Whether a Host header names this machine. Keeps web sites from reaching the server by a name of their own that
 * resolves to the loopback.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '')
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]'
}
