import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** A folder may import only what stands left of it: domain <- catalog, settings, ports <- usecases <- ui; kintone implements ports; entry joins them. */
const direction = (folder, forbidden, reason) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden.flatMap((name) => [`**/${name}`, `**/${name}/**`]), message: reason }] }],
  },
})

const RAW_HTML = 'No text of a record ever becomes markup: text nodes only, no raw HTML.'
const KINTONE_SELECTOR = "kintone's own classes and ids change without notice: use the elements that its API hands out, or our own (jn-, junshu-)."
const FIELD_CODES = /^(item_key|item_no|sort_no|cybozu_statement|evidence_(examples|basis|files|links|expires_on)|mic_(codes|levels)|official_text|catalog_version|status_reason|(target|checked|completed|next_review)_on|review_comment|agreement_log|r_(party|role|duty|state|agreed_on|basis))$/

/** Ways to read a page as it is this moment. */
const READ_ONCE = 'count|textContent|allTextContents|innerText|allInnerTexts|inputValue|getAttribute|isVisible|isHidden|isChecked|isDisabled|isEnabled|evaluate|evaluateAll'

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.local-kintone', 'src/kintone/app-fields.d.ts'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['scripts/**', 'test/**', 'local-kintone/server/**', 'local-kintone/demo/**'], rules: { 'no-console': 'off', '@typescript-eslint/consistent-type-imports': 'off' } },
  { files: ['local-kintone/**'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  {
    files: ['src/ui/**/*.tsx', 'src/entry/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: RAW_HTML },
        { selector: 'AssignmentExpression > MemberExpression[property.name=/^(innerHTML|outerHTML)$/]', message: RAW_HTML },
        { selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|write)$/]', message: RAW_HTML },
        { selector: 'Literal[value=/^(gaia-argoui-|ocean-|kintone-(?!ui-component))|-gaia$/]', message: KINTONE_SELECTOR },
      ],
    },
  },
  {
    files: ['src/{domain,catalog,ports,usecases,ui,entry}/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: RAW_HTML },
        { selector: 'AssignmentExpression > MemberExpression[property.name=/^(innerHTML|outerHTML)$/]', message: RAW_HTML },
        { selector: `Literal[value=${FIELD_CODES}]`, message: 'Field codes live in src/kintone/fields.ts and are used in src/kintone only: a renamed field must break nothing silently.' },
      ],
    },
  },
  { files: ['src/domain/**'], rules: { 'no-restricted-globals': ['error', ...['window', 'document', 'kintone', 'fetch', 'localStorage'].map((name) => ({ name, message: 'The domain is pure: what it needs of the world is handed in.' }))] } },
  {
    files: ['test/journeys/**', 'test/local-kintone/**/*.browser.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: `CallExpression[callee.name="expect"] > AwaitExpression > CallExpression[callee.property.name=/^(${READ_ONCE})$/]`, message: 'A page is drawn in its own time: `await expect.poll(() => …)` waits for what is asserted.' }],
    },
  },
  direction('domain', ['catalog', 'spreadsheet', 'pdf', 'ports', 'usecases', 'kintone', 'settings', 'ui', 'entry', 'local-kintone', 'react', '@kintone'], 'The domain imports nothing but itself: it is read and tested without kintone, a screen or a clock.'),
  direction('pdf', ['catalog', 'usecases', 'kintone', 'ui', 'entry', 'local-kintone', 'react', '@kintone'], 'A PDF becomes text here; what stands in it is the domain\'s business.'),
  direction('spreadsheet', ['catalog', 'ports', 'usecases', 'kintone', 'ui', 'entry', 'local-kintone', 'react', '@kintone'], 'Files become tables and tables files here; what stands in them is the domain\'s business.'),
  direction('catalog', ['ports', 'usecases', 'kintone', 'ui', 'entry', 'local-kintone', 'react', '@kintone'], 'The catalog turns reviewed files into domain values and knows nothing else.'),
  direction('settings', ['catalog', 'ports', 'usecases', 'kintone', 'ui', 'entry', 'local-kintone', 'react', '@kintone'], 'Settings are a value and its stored form: where they are kept is not their business.'),
  direction('ports', ['catalog', 'usecases', 'kintone', 'ui', 'entry', 'local-kintone', 'react', '@kintone'], 'Ports are said in domain words, so that a fake, the local kintone and kintone can all stand behind them.'),
  direction('usecases', ['kintone', 'ui', 'entry', 'local-kintone', 'react', '@kintone'], 'A use case is handed its ports and never draws: it runs in a browser, in Node and in a test alike.'),
  direction('kintone', ['usecases', 'ui', 'entry', 'local-kintone', 'react'], 'src/kintone implements ports; who uses them is not its business, and it must not behave differently on the local kintone.'),
  direction('ui', ['kintone', 'entry', 'local-kintone', '@kintone'], 'A screen is drawn from domain values and ports; only src/entry knows kintone and ui both.'),
  direction('entry', ['local-kintone'], 'The plug-in never knows the local kintone.'),
  {
    files: ['local-kintone/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/src/**', '**/catalog/**', '**/scripts/**'], message: 'The local kintone imitates kintone, not us: it must not know the plug-in.' }] }] },
  },
)
