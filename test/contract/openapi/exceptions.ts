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
    call: /GET .*\/app\/status\.json/,
    side: 'answer',
    what: /^\/(states must be object|actions must be array); is null$/,
    source: 'EMU-N: null while process management was never configured',
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

/** Members of answers that the description lists without saying that they may be missing. */
export const optionalMembers: readonly (readonly [member: string, source: string])[] = []
