import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageSource, Session } from '../page-source'
import type { Refusal } from '../refusal'
import { illegalRequest, invalidJson } from '../refusals'
import { readBody } from './body'
import { sendJson } from './html'

/** What the settings page sends for kintone.plugin.app.setConfig. kintone's own address is not documented; this one is ours. */
export const savePluginConfigPath = '/k/api/plugin/config/save.json'

/** Saves a plug-in's settings in the preview. Refused with the core's words, or as an illegal request without the session's token. */
export async function savePluginConfig(
  source: PageSource,
  session: Session,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = parse(await readBody(request))
  if (sent === null) return sendRefusal(response, session, invalidJson())
  if (sent.token !== session.requestToken) return sendRefusal(response, session, illegalRequest())
  const answer = source.savePluginConfig(session.user, sent.app, sent.pluginId, sent.config)
  if ('refused' in answer) {
    const { status, code, message } = answer.refused
    return sendJson(response, status, { code, message })
  }
  sendJson(response, 200, {})
}

function sendRefusal(response: ServerResponse, { user }: Session, { status, code, text }: Refusal): void {
  sendJson(response, status, { code, message: text[user.language] })
}

interface SentConfig {
  readonly app: string
  readonly pluginId: string
  readonly token: string
  readonly config: Readonly<Record<string, string>>
}

/** The core refuses values that are no strings; here they are only put into shape. */
function parse(body: string): SentConfig | null {
  let sent: unknown
  try {
    sent = JSON.parse(body)
  } catch {
    return null
  }
  if (!isObject(sent) || !isObject(sent['config'])) return null
  const { app, pluginId, __REQUEST_TOKEN__: token } = sent
  if (typeof app !== 'string' || typeof pluginId !== 'string' || typeof token !== 'string') return null
  return { app, pluginId, token, config: sent['config'] as Readonly<Record<string, string>> }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
