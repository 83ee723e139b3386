/*
 * Where an answer or an accepted request may deviate from kintone's description of 2025-04-23, each with its source.
 * Everything else is a deviation of the local kintone.
 */

export interface Exception {
  /** `METHOD path`, as the description writes both, without the guest space. */
  readonly call: RegExp
  readonly side: 'request' | 'answer'
  /** The place and what is said there, as a deviation reads. */
  readonly what: RegExp
  readonly source: string
}

export const exceptions: readonly Exception[] = [
  {
    call: /./,
    side: 'request',
    what: /^\/__REQUEST_TOKEN__ is not/,
    source: 'CD js-api/api/get-csrf-token: session writes carry the token beside the parameters',
  },
  {
    call: /GET .*\/records?(\/cursor)?\.json/,
    side: 'answer',
    what: /\/value must be string; is null$/,
    source: 'CD overview/field-types, EMU: DATE, TIME, RADIO_BUTTON, DROP_DOWN are null when empty',
  },
  {
    call: /GET .*\/app\/form\/fields\.json/,
    side: 'answer',
    what: /\/(minLength|maxLength|minValue|maxValue|displayScale) .*; is ""$/,
    source: 'CD apps/form/get-form-fields, sample answer: limits that are not set are ""',
  },
  {
    call: /GET .*\/app\/acl\.json/,
    side: 'answer',
    what: /^\/rights\/\d+\/entity\/code must be string; is null$/,
    source: 'CD apps/permissions/get-app-permissions, SDK:types AppRightEntity: CREATOR has the code null',
  },
  {
    call: /(GET|PUT) .*\/app\/status\.json/,
    side: 'answer',
    what: /^\/actions\/\d+ must NOT have additional properties \((type|executableUser)\)/,
    source: 'SDK:types processManagement.ts, EMU-N: actions have had a type since 2025-09',
  },
  {
    call: /GET .*\/app\/reports\.json/,
    side: 'answer',
    what: /^\/reports\/[^/]+ must NOT have additional properties \(chartMode\)/,
    source: 'the description itself: the second alternative, AppReportsGetReportWithChartMode, has it',
  },
]

/** Calls of the description that the local kintone does not serve, and why. */
export const notServed: readonly (readonly [calls: RegExp, reason: string])[] = [
  [/ \/k\/v1\/(preview\/)?form\.json$/, 'superseded by app/form/fields.json and layout.json; the official client has no method for it'],
  [/ \/k\/v1\/(apps|spaces)\/statistics\.json$/, 'figures for administrators of a domain; nothing here counts'],
  [/ \/k\/v1\/(guests|space\/guests|template\/space)\.json$/, 'guests and space templates are made by nobody here'],
  [/ \/k\/v1\/space\/(body|thread|thread\/comment)\.json$/, 'spaces have no pages here'],
  [/^(DELETE|PUT) \/k\/v1\/space(\/members)?\.json$/, 'spaces are given at the start, not managed'],
]

/** Members of answers that the description lists without saying that they may be missing. */
export const optionalMembers: readonly (readonly [member: string, source: string])[] = []
