/** The address of a kintone domain, as a person gives it. */
import { Stop } from './stop'

/** Where a password may travel without encryption: it does not leave this machine. */
const THIS_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** What people copy from the browser's address line and mean the whole domain by. */
const PATHS_OF_THE_DOMAIN: readonly string[] = ['/', '/k', '/k/']

export function isThisMachine(baseUrl: string): boolean {
  return THIS_MACHINE.includes(new URL(baseUrl).hostname)
}

/** `https://example.cybozu.com/k/` gives `https://example.cybozu.com`. Stops before anything is sent to a wrong address. */
export function readBaseUrl(text: string): string {
  const typed = text.trim()
  if (!URL.canParse(typed) || !/^https?:\/\//i.test(typed)) throw new Stop(`The base URL must be an address like https://example.cybozu.com${/[\s@:]/.test(typed) ? '' : `, but is ${JSON.stringify(typed)}`}.`)
  const url = new URL(typed)
  // Not repeated in the sentence: what stands there is a secret.
  if (url.username !== '' || url.password !== '') throw new Stop('The base URL must not hold a user or a password: set KINTONE_USERNAME and KINTONE_PASSWORD, or be asked.')
  if (!PATHS_OF_THE_DOMAIN.includes(url.pathname) || url.search !== '' || url.hash !== '') throw new Stop(`The base URL is the domain's address only (${url.origin}); the app is named by --app, the guest space by --guest-space-id.`)
  if (url.protocol === 'http:' && !THIS_MACHINE.includes(url.hostname)) throw new Stop(`The base URL must begin with https:// (${url.origin} would send the password unencrypted).`)
  return url.origin
}
