import { join } from 'node:path'

/** Signs the demo's plug-in. Whoever has a key can ship a plug-in under its id, so a release is signed with another one that is never committed. */
export const THROW_AWAY_KEY = join(import.meta.dirname, '../../local-kintone/demo/throw-away.ppk')
