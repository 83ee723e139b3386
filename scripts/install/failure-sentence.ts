/** One sentence for whatever kintone, the network or the certificate said. What it knows of secrets it does not repeat: only kintone's own words and error codes are printed. */
import { toServiceFailure } from '../../src/kintone/failure'
import type { FailureKind, ServiceFailure } from '../../src/ports/failure'
import type { Connection } from './connection'
import { Stop } from './stop'

/** What a refusal means at one place, by kintone's code or by kind. */
type Meanings = Readonly<Record<string, string>>

/** Asks kintone; a failure leaves as a Stop with one sentence. */
export async function asked<T>(at: Pick<Connection, 'baseUrl' | 'user'>, meanings: Meanings, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw new Stop(failureSentence(error, at, meanings))
  }
}

export function failureSentence(error: unknown, at: Pick<Connection, 'baseUrl' | 'user'>, meanings: Meanings = {}): string {
  if (error instanceof Stop) return error.message
  const failure = toServiceFailure(error)
  const code = codeOf(failure.cause)
  return meanings[code] ?? meanings[failure.kind] ?? BY_CODE[code]?.(at) ?? certificateSentence(code, at) ?? BY_KIND[failure.kind](at, failure, code)
}

/** In the Light course every call is refused, whoever asks. */
export function noApi(baseUrl: string): string {
  return `${baseUrl} refuses its API altogether. Plug-ins and the API exist from the Standard course on, not in the Light course; whoever manages the contract has to look.`
}

type Say = (at: Pick<Connection, 'baseUrl' | 'user'>, failure: ServiceFailure, code: string) => string

const BY_CODE: Readonly<Record<string, (at: Pick<Connection, 'baseUrl' | 'user'>) => string>> = {
  CB_WA01: ({ baseUrl, user }) => `${baseUrl} did not accept the password of ${user}.`,
  CB_AU01: ({ baseUrl, user }) => `${baseUrl} did not let ${user} sign in with a password.`,
  GAIA_IL23: () => 'The app is in a guest space: name it by --guest-space-id.',
  ENOTFOUND: ({ baseUrl }) => `There is no host of the name ${new URL(baseUrl).hostname}.`,
}

const BY_KIND: Readonly<Record<FailureKind, Say>> = {
  // An answer without a code of kintone's comes from what stands before it; one with a code names kintone's reason, e.g. two-factor authentication.
  signedOut: ({ baseUrl, user }, { detail }, code) =>
    code === '' ? `${baseUrl} asks for basic authentication: set KINTONE_BASIC_AUTH_USERNAME and KINTONE_BASIC_AUTH_PASSWORD (if they are set, they were not accepted).` : `${baseUrl} did not let ${user} sign in: ${detail}`,
  outdatedPage: ({ baseUrl }, { detail }) => `${baseUrl} refused: ${detail}`,
  forbidden: ({ baseUrl, user }, { detail }) => `${baseUrl} refused ${user}: ${detail}.`,
  maintenance: (_, { detail }) => `The app is in maintenance mode; an administrator of the app has to end it: ${detail}`,
  notFound: ({ baseUrl }, { detail }, code) => (code === '' ? `${baseUrl} does not answer as a kintone does (${detail}).` : `${baseUrl}: ${detail}`),
  conflict: (_, { detail }) => `Somebody else changed the app at the same time: ${detail}`,
  refused: ({ baseUrl }, { detail }) => `${baseUrl} refused: ${detail}`,
  busy: ({ baseUrl }, { detail }) => `${baseUrl} is busy or in maintenance (${detail}): try again later.`,
  unreachable: ({ baseUrl }, { detail }, code) => `${baseUrl} could not be reached (${code === '' ? detail : code}).`,
  unknown: ({ baseUrl }, { detail }) => `${baseUrl} failed: ${detail === '' ? 'it did not say why' : detail}`,
}

/** Errors of the certificate's side; their names are Node's and OpenSSL's. */
function certificateSentence(code: string, { baseUrl }: Pick<Connection, 'baseUrl'>): string | null {
  if (/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)|ALTNAME_INVALID$/.test(code)) return `The certificate of ${baseUrl} is not trusted (${code}).`
  if (/ERR_SSL|EPROTO|CERTIFICATE_REQUIRED/.test(code)) return `${baseUrl} could not be reached securely (${code}); some domains ask for a client certificate (--pfx-file-path).`
  return null
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : ''
}
