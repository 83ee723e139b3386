/** docs/glossary.md as text. */
import type { GlossaryEntry } from '../../src/ui/messages/glossary'

export function glossaryMarkdown(entries: readonly GlossaryEntry[]): string {
  return [
    '# Glossary',
    '',
    'The terms of the catalog and the screens, in plain Japanese, and the one name that the code has for a thing.',
    'Made from `src/ui/messages/glossary.ts` by `npm run glossary`; change it there.',
    '',
    '| 用語 | 意味 | コードでの名前 |',
    '|---|---|---|',
    ...entries.map(({ term, meaning, identifier }) => `| ${cell(term)} | ${cell(meaning)} | ${identifier === undefined ? '' : `\`${identifier}\``} |`),
    '',
  ].join('\n')
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
