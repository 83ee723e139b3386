/** What the settings screen says, all sections. */
import { officialTextJa } from './official-text.ja'
import { partiesJa } from './parties.ja'
import { setupJa } from './setup.ja'

export const configJa = { ...setupJa, officialText: officialTextJa, parties: partiesJa }

export type ConfigMessages = typeof configJa
