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
    call: /GET .*\/app\/plugins\.json/,
    side: 'request',
    what: /^\/lang must be equal to one of the allowed values; is "(ja|en|zh|es)"$/,
    source: 'the description itself: its prose and the official client write ja, its list JA',
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
    call: /GET .*\/app\/form\/fields\.json/,
    side: 'answer',
    what: /\/lookup must be object; is null$/,
    source: 'NEWS 2024-09: null for who has no right on the other app; the description says so of related records only',
  },
  {
    call: /GET .*\/app\/acl\.json/,
    side: 'answer',
    what: /^\/rights\/\d+\/entity\/code must be string; is null$/,
    source: 'CD apps/permissions/get-app-permissions, SDK:types AppRightEntity: CREATOR has the code null',
  },
  {
    call: /GET \/k\/v1\/(preview\/)?form\.json/,
    side: 'answer',
    what: /\/(noLabel|required|unique|digit|hideExpression) must be boolean; is "(true|false)"$/,
    source: 'CD apps/form/get-form, its table and sample answer: truths are texts',
  },
  {
    call: /GET \/k\/v1\/(preview\/)?form\.json/,
    side: 'answer',
    what: /\/(minLength|maxLength|minValue|maxValue|displayScale|defaultValue|defaultExpression) must be .*; is null$/,
    source: 'CD apps/form/get-form, sample answer: what is not set is null',
  },
  {
    call: /GET .*\/app\/form\/layout\.json/,
    side: 'answer',
    what: /must NOT have additional properties \(elementId\)/,
    source: 'NEWS summary: labels and lines have had an elementId since 2026-02; measured by monosashi (docs/KINTONE.md, 2026-09-10)',
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
  {
    call: /GET .*\/app\/actions\.json/,
    side: 'answer',
    what: /^\/actions\/[^/]+ must NOT have additional properties \(filterCond\)/,
    source: 'SDK:types action.ts: actions have had a filterCond since the description was written',
  },
  {
    call: /PUT .*\/app\/adminNotes\.json/,
    side: 'request',
    what: /^\/includeInTemplateAndDuplicates must be string,number; is (true|false)$/,
    source: 'SDK:types adminNotes.ts: a boolean; the description has copied the entry of revision',
  },
  {
    call: /DELETE .*\/records\.json/,
    side: 'request',
    what: /^\/revisions\/\d+ must .*; is null$/,
    source: 'the prose (left blank: not checked) and the official client, whose deleteAllRecords sends null',
  },
]

/** Calls of the description that the local kintone does not serve, and why. */
export const notServed: readonly (readonly [calls: RegExp, reason: string])[] = [
  [/ \/k\/v1\/(apps|spaces)\/statistics\.json$/, 'figures for administrators of a domain; nothing here counts'],
  [/ \/k\/v1\/(guests|space\/guests|template\/space)\.json$/, 'guests and space templates are made by nobody here'],
  [/ \/k\/v1\/space\/(body|thread|thread\/comment)\.json$/, 'spaces have no pages here'],
  [/^(DELETE|PUT) \/k\/v1\/space(\/members)?\.json$/, 'spaces are given at the start, not managed'],
]

/** Members of answers that the description lists without saying that they may be missing. */
export const optionalMembers: readonly (readonly [member: string, source: string])[] = []
