/** Facts of an app that are no settings: what it is, who made it, how far its settings are. */
export interface App {
  readonly id: string
  readonly creator: string
  readonly createdAt: string
  readonly modifier: string
  readonly modifiedAt: string
  readonly spaceId: string | null
  readonly threadId: string | null
  /** Guest space of the app; its REST paths must name it. */
  readonly guestSpaceId: string | null
  readonly deploy: DeployStatus
}

/** `NEVER`: made, but not usable until its first deploy. */
type DeployStatus = 'NEVER' | 'PROCESSING' | 'SUCCESS' | 'FAIL' | 'CANCEL'

export interface ApiToken {
  readonly token: string
  readonly app: string
  readonly rights: TokenRights
}

export interface TokenRights {
  readonly recordViewable: boolean
  readonly recordAddable: boolean
  readonly recordEditable: boolean
  readonly recordDeletable: boolean
  readonly appEditable: boolean
}

/** A file as uploaded. `use` is what its key may still be used for: an uploaded key for one write, a record's key for download. */
export interface StoredFile {
  readonly key: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly hash: string
  readonly uploadedAt: string
  readonly use: FileUse
}

type FileUse =
  | { readonly kind: 'uploaded'; readonly by: string }
  | { readonly kind: 'record'; readonly app: string; readonly record: string }
  | { readonly kind: 'settings'; readonly app: string }

export interface Plugin {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
  readonly version: string
  readonly desktop: PluginPart
  readonly mobile: PluginPart
  readonly config: PluginPart & { readonly html: string | null; readonly requiredParams: readonly string[] }
  /** sha256 of every packaged file, by its path in the package. */
  readonly files: Readonly<Record<string, string>>
}

interface PluginPart {
  readonly js: readonly string[]
  readonly css: readonly string[]
}

export interface Comment {
  readonly id: string
  readonly record: string
  readonly text: string
  readonly createdAt: string
  readonly creator: string
  readonly mentions: readonly Entity[]
}

export type EntityType = 'USER' | 'GROUP' | 'ORGANIZATION'

export interface Entity {
  readonly type: string
  readonly code: string
}
