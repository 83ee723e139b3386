import type { AppRights } from '../apps/rights'
import type { Deployer } from '../apps/deployer'
import type { Language } from '../language'
import type { App } from '../model'
import type { Operation } from '../operation'
import type { Directory } from '../people/directory'
import type { Cursors } from '../records/cursors'
import type { Blobs } from '../store/blobs'
import type { Writer } from '../store/tables'
import type { Caller } from './caller'

/** What lives as long as the server and is not part of a request's draft. */
export interface World {
  readonly directory: Directory
  readonly blobs: Blobs
  readonly cursors: Cursors
  readonly deployer: Deployer
  readonly operation: Operation
  readonly clock: () => Date
  /** A long random word: file keys, error ids, session ids. */
  readonly newId: () => string
}

/** One request, as its handler sees it. */
export interface Call {
  readonly world: World
  readonly state: Writer
  readonly input: Readonly<Record<string, unknown>>
  readonly caller: Caller
  readonly language: Language
  readonly now: Date
  /** Guest space that the path names. */
  readonly guestSpaceId: string | null
  readonly environment: Environment
}

/** A request on one app; the app exists, the caller may do this to it. */
export interface AppCall extends Call {
  readonly app: App
  readonly rights: AppRights
}

type Environment = 'live' | 'preview'

/** An answer that is JSON text already. */
export class JsonAnswer {
  constructor(readonly json: string) {}
}

/** A file to stream in place of JSON. */
export class FileAnswer {
  constructor(
    readonly bytes: Uint8Array,
    readonly contentType: string,
    readonly name: string,
  ) {}
}

/** An uploaded part of a multipart request, as the handler finds it in the input. */
export class UploadedPart {
  constructor(
    readonly name: string,
    readonly contentType: string,
    readonly bytes: Uint8Array,
  ) {}
}
