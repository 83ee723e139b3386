import type { ConfigMessages } from './config.ja'
import { officialTextEn } from './official-text.en'
import { partiesEn } from './parties.en'
import { setupEn } from './setup.en'

export const configEn: ConfigMessages = { ...setupEn, officialText: officialTextEn, parties: partiesEn }
