/** Saving the plug-in's settings and making them live, which only an administrator of the app may do. */
import type { Settings } from '../settings/settings'
import type { StoredSettings } from '../settings/stored-settings'

export type SettingsSave =
  /** Saved, and in force for everybody */
  | { readonly outcome: 'live' }
  /** Saved, but not in force: others have saved changes to the app that going live would publish too */
  | { readonly outcome: 'savedOnly' }
  | { readonly outcome: 'tooLong' }

/** Every method rejects with a ServiceFailure. */
export interface SettingsStore {
  read(): StoredSettings
  save(settings: Settings): Promise<SettingsSave>
  /** Makes everything live that has been saved in the app's settings, by whomever. */
  publish(): Promise<void>
}
