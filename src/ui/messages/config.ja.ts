/** What the settings screen says, all sections. */
import { partiesJa } from './parties.ja'
import { setupJa } from './setup.ja'

export const configJa = { ...setupJa, parties: partiesJa }

export type ConfigMessages = typeof configJa
