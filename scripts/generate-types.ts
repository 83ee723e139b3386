/** `npm run types:generate`: sets an app up on a local kintone and has dts-gen describe it, into src/kintone/app-fields.d.ts. */
import { join } from 'node:path'
import { generateAppTypes } from './build/app-types'

await generateAppTypes(join(import.meta.dirname, '../src/kintone/app-fields.d.ts'))
