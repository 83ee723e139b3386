import type { ConfigMessages } from './config.ja'
import { partiesEn } from './parties.en'
import { setupEn } from './setup.en'

export const configEn: ConfigMessages = { ...setupEn, parties: partiesEn }
