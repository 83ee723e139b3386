/** What can be said on the command line: one table, from which the parser, the help and the checks derive. */
import { parseArgs } from 'node:util'
import type { Assessment } from '../../src/domain/assessment'
import { assessmentProblems, fiscalYear, typedAssessment } from '../../src/domain/assessment'
import type { Preset, ShapeWishes } from '../../src/ports/app-shape'
import { PRESETS } from '../../src/ports/app-shape'
import { USUAL_WISHES } from '../../src/usecases/plan-setup'
import { Stop } from './stop'

interface OptionRow {
  readonly name: string
  /** What is given with it; null if it is only there or not. */
  readonly value: string | null
  readonly says: string
}

export const OPTIONS = [
  { name: 'app', value: 'N', says: 'the app to set up; left out: the app that has the plug-in already, or a new one' },
  { name: 'new-app', value: null, says: 'makes a new app though another has the plug-in' },
  { name: 'guest-space-id', value: 'N', says: 'the guest space that the app is, or is made, in' },
  { name: 'round', value: 'NAME', says: '評価期間; left out: the fiscal year of today' },
  { name: 'facility', value: 'NAME', says: '施設; left out: 本院' },
  { name: 'preset', value: 'NAME', says: 'hospital (with a review step; the usual one) or clinic (without)' },
  { name: 'viewers-group', value: 'CODE', says: 'the group of people who may read and no more; left out: none' },
  { name: 'publish-pending', value: null, says: 'goes on though this publishes what others have saved in the app and not made live' },
  { name: 'plugin', value: 'FILE', says: 'the packed plug-in; left out: dist/plugin.zip' },
  { name: 'reinstall', value: null, says: 'uploads the plug-in though its version, or a newer one, is installed' },
  { name: 'throw-away-key', value: null, says: 'takes a plug-in signed with the public throw-away key to a real domain' },
  { name: 'pfx-file-path', value: 'FILE', says: 'the client certificate' },
  { name: 'dry-run', value: null, says: 'prints the plan and writes nothing' },
  { name: 'help', value: null, says: 'prints this' },
] as const satisfies readonly OptionRow[]

const ENVIRONMENT = [
  ['KINTONE_BASE_URL', 'https://example.cybozu.com; asked if not set'],
  ['KINTONE_USERNAME', 'login name of a kintone system administrator; asked if not set'],
  ['KINTONE_PASSWORD', 'asked if not set, and not shown'],
  ['KINTONE_BASIC_AUTH_USERNAME, KINTONE_BASIC_AUTH_PASSWORD', "the domain's basic authentication; the password is asked if only the user is set"],
  ['KINTONE_PFX_PASSWORD', "the client certificate's password; asked if not set"],
  ['HTTPS_PROXY, NO_PROXY', 'http://proxy.example:8080, and the hosts that need none'],
] as const

export interface Options {
  readonly app: string | null
  readonly newApp: boolean
  readonly guestSpaceId: string | null
  readonly assessment: Assessment
  readonly wishes: ShapeWishes
  readonly publishPending: boolean
  readonly plugin: string
  readonly reinstall: boolean
  readonly throwAwayKey: boolean
  readonly pfxFilePath: string | null
  readonly dryRun: boolean
}

/** @param today `YYYY-MM-DD` in the hospital's time zone */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv, today: string): Options | 'help' {
  refuseSecrets(args, environment)
  refuseSwallowed(environment)
  const values = parsed(args)
  if (values['help'] === true) return 'help'
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  const options: Options = {
    app: number('app', text('app')),
    newApp: values['new-app'] === true,
    guestSpaceId: number('guest-space-id', text('guest-space-id')),
    assessment: typedAssessment({ round: text('round') ?? fiscalYear(today), facility: text('facility') ?? '本院' }),
    wishes: { preset: preset(text('preset')), viewersGroup: text('viewers-group') ?? USUAL_WISHES.viewersGroup },
    publishPending: values['publish-pending'] === true,
    plugin: text('plugin') ?? 'dist/plugin.zip',
    reinstall: values['reinstall'] === true,
    throwAwayKey: values['throw-away-key'] === true,
    pfxFilePath: text('pfx-file-path'),
    dryRun: values['dry-run'] === true,
  }
  if (options.app !== null && options.newApp) throw new Stop('--app and --new-app exclude each other.')
  const [problem] = assessmentProblems(options.assessment)
  if (problem) throw new Stop(`--${problem.field} ${{ empty: 'must not be empty', slash: 'must not hold a /', tooLong: `must be at most ${'max' in problem ? problem.max : 0} characters long` }[problem.problem]}.`)
  return options
}

/** A command line is seen by every user of the machine and kept in the shell's history. The value is not repeated. */
function refuseSecrets(args: readonly string[], environment: NodeJS.ProcessEnv): void {
  const secret = args.map((arg) => /^--?[\w-]*?(password|passwd|pass|token|secret)\b/i.exec(arg)?.[0]).find(Boolean) ?? (environment['npm_config_password'] === undefined ? undefined : '--password')
  if (secret !== undefined) throw new Stop(`${secret} is refused: a secret on the command line is seen by others. Set KINTONE_PASSWORD, KINTONE_BASIC_AUTH_PASSWORD or KINTONE_PFX_PASSWORD, or be asked. Change a password that was given so.`)
}

/** Without ` -- ` npm takes options for its own: `npm run install:kintone --dry-run` would install in earnest. */
function refuseSwallowed(environment: NodeJS.ProcessEnv): void {
  const swallowed = OPTIONS.find(({ name }) => environment[`npm_config_${name.replaceAll('-', '_')}`] !== undefined)
  if (swallowed) throw new Stop(`npm kept --${swallowed.name} for itself; put -- before the options: npm run install:kintone -- --${swallowed.name}`)
}

function parsed(args: readonly string[]): Readonly<Record<string, unknown>> {
  try {
    const options = Object.fromEntries(OPTIONS.map(({ name, value }) => [name, { type: value === null ? ('boolean' as const) : ('string' as const) }]))
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    // Node repeats an argument that belongs to no option, and that may be a password.
    const positional = (error as { code?: unknown }).code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
    const sentence = positional ? 'Every argument needs the name of an option before it.' : String((error as Error).message).split(/\. |\n/)[0]
    throw new Stop(`${sentence}\n${usage()}`)
  }
}

function number(name: string, text: string | null): string | null {
  if (text !== null && !/^[1-9]\d*$/.test(text)) throw new Stop(`--${name} must be a number, but is ${JSON.stringify(text)}.`)
  return text
}

function preset(text: string | null): Preset {
  const known = PRESETS.find((name) => name === (text ?? USUAL_WISHES.preset))
  if (!known) throw new Stop(`--preset must be one of ${PRESETS.join(', ')}, but is ${JSON.stringify(text)}.`)
  return known
}

export function usage(): string {
  const table = (rows: readonly (readonly [string, string])[]) => rows.map(([left, right]) => `  ${left.padEnd(24)} ${right}`)
  return [
    'Usage: npm run install:kintone -- [options]',
    ...table(OPTIONS.map(({ name, value, says }) => [`--${name}${value === null ? '' : ` ${value}`}`, says])),
    'Environment:',
    ...table(ENVIRONMENT),
  ].join('\n')
}
