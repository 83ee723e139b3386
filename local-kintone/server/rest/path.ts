export interface RestPath {
  /** Behind `/k/v1/`, without `.json`; `/v1/…` for cybozu.com's User API. */
  readonly path: string
  readonly guestSpaceId: string | null
}

/** `/k/v1/…`, `/k/guest/3/v1/…` and `/v1/…`; null for any other path. */
export function restPath(pathname: string): RestPath | null {
  const kintone = /^\/k\/(?:guest\/(\d+)\/)?v1\/(.+?)(?:\.json)?$/.exec(pathname)
  if (kintone !== null) return { path: kintone[2] ?? '', guestSpaceId: kintone[1] ?? null }
  const common = /^\/v1\/(.+?)(?:\.json)?$/.exec(pathname)
  return common === null ? null : { path: `/v1/${common[1] ?? ''}`, guestSpaceId: null }
}
