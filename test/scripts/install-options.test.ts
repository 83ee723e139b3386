import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { terminalAsker } from '../../scripts/install/ask'
import { readBaseUrl } from '../../scripts/install/base-url'
import { OPTIONS, readOptions, usage } from '../../scripts/install/options'
import { isOlder } from '../../scripts/install/plugin-zip'

const TODAY = '2027-03-31'

describe('the options of install:kintone', () => {
  it('are those of the settings screen when none is given', () => {
    expect(readOptions([], {}, TODAY)).toMatchObject({ app: null, assessment: { round: '2026', facility: '本院' }, plugin: 'dist/plugin.zip', dryRun: false, throwAwayKey: false })
  })

  it.each([
    [['--app', 'twelve'], /--app must be a number/],
    [['--app', '3', '--new-app'], /exclude each other/],
    [['--facility', 'A/B'], /--facility must not hold a \//],
    [['--preset', 'ward'], /--preset must be one of hospital, clinic/],
    [['--round', ' '], /--round must not be empty/],
    [['--facility', 'あ'.repeat(31)], /--facility must be at most 30 characters/],
    [['--dry-rum'], /--dry-rum[\s\S]*Usage:/],
    [['--password=hush'], /^--password is refused/],
    [['--basic-auth-password', 'hush'], /^--basic-auth-password is refused/],
    [['--pfx-file-password=hush'], /^--pfx-file-password is refused/],
    [['hush'], /^Every argument needs the name of an option/],
  ])('%j is refused in a sentence that repeats no secret', (args, sentence) => {
    expect(() => readOptions(args, {}, TODAY)).toThrow(sentence)
    expect(() => readOptions(args, {}, TODAY)).not.toThrow(/hush/)
  })

  it('that npm took for its own are missed, not passed over', () => {
    expect(() => readOptions([], { npm_config_dry_run: 'true' }, TODAY)).toThrow('npm run install:kintone -- --dry-run')
    expect(() => readOptions([], { npm_config_password: 'hush' }, TODAY)).toThrow(/^--password is refused/)
  })

  it('are all in the help and in the README, and no others', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
    const rows = readme.split('\n').filter((line) => line.startsWith('| `--')).flatMap((line) => line.split('|')[1]?.match(/--[\w-]+/g) ?? [])
    expect(rows.toSorted()).toEqual(OPTIONS.map(({ name }) => `--${name}`).toSorted())
    for (const { name } of OPTIONS) expect(usage()).toContain(`--${name}`)
  })
})

describe('the base URL', () => {
  it.each([
    ['https://example.cybozu.com', 'https://example.cybozu.com'],
    [' https://example.cybozu.com/k/ ', 'https://example.cybozu.com'],
    ['http://localhost:8321/', 'http://localhost:8321'],
    ['http://127.0.0.1:8321/k', 'http://127.0.0.1:8321'],
  ])('%j is taken as %j', (typed, origin) => {
    expect(readBaseUrl(typed)).toBe(origin)
  })

  it.each(['example.cybozu.com', '', 'http://example.cybozu.com', 'http://localhost.example.com', 'ftp://localhost', 'https://example.cybozu.com/k/12/', 'https://example.cybozu.com/?a=b', 'https://admin:hush@example.cybozu.com', 'admin:hush@example.cybozu.com'])(
    '%j is refused, and nothing secret in it repeated',
    (typed) => {
      expect(() => readBaseUrl(typed)).toThrow(/^The base URL/)
      expect(() => readBaseUrl(typed)).not.toThrow(/hush/)
    },
  )
})

describe('a question on the terminal', () => {
  function terminal(isTTY = true) {
    const input = Object.assign(new PassThrough(), { isTTY })
    const output = new PassThrough()
    let shown = ''
    output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
    return { input, asker: terminalAsker({ input, output }), shown: () => shown }
  }

  it('shows what is typed, but nothing of a hidden answer', async () => {
    const { input, asker, shown } = terminal()
    const name = asker.ask('KINTONE_USERNAME')
    input.write('admin\r')
    expect(await name).toBe('admin')
    const password = asker.ask('KINTONE_PASSWORD', { hidden: true })
    input.write('hu')
    input.write('x\x7fsh\r')
    expect(await password).toBe('hush')
    asker.close()
    expect(shown()).toContain('admin')
    expect(shown()).toMatch(/KINTONE_PASSWORD: \n$/)
  })

  it('can be given up', async () => {
    const { input, asker } = terminal()
    const name = asker.ask('KINTONE_USERNAME')
    input.write('\x03')
    await expect(name).rejects.toThrow('Given up at a question; nothing was written.')
  })

  it('is none without a terminal', async () => {
    await expect(terminal(false).asker.ask('KINTONE_USERNAME')).rejects.toThrow('KINTONE_USERNAME is not set, and there is no terminal to ask on.')
  })
})

describe('versions', () => {
  it.each([['0.1.0', '0.2.0', true], ['0.10.0', '0.9.9', false], ['1', '1.0.0', false], ['1.2', '1.2.1', true], ['2.0.0', '2.0.0', false]])('%s is older than %s: %s', (a, b, older) => {
    expect(isOlder(a, b)).toBe(older)
  })
})
