import type { ApiToken } from '../model'
import { EVERYONE, TOKEN_ACTOR, type User } from '../people/directory'

/** Who asks, and how the request proved it. With API tokens the acting user is kintone's "Administrator". */
export type Caller =
  | { readonly via: 'password' | 'session'; readonly user: User }
  | { readonly via: 'token'; readonly user: User; readonly tokens: readonly ApiToken[] }

export const tokenActor: User = {
  id: '0',
  code: TOKEN_ACTOR,
  name: TOKEN_ACTOR,
  reading: ['', ''],
  email: '',
  password: '',
  organizations: [],
  groups: [EVERYONE],
  language: 'ja',
  followsBrowser: true,
  timezone: 'Asia/Tokyo',
  administrator: false,
  mayCreateApps: false,
}
