/** `npm run glossary`: writes docs/glossary.md from src/ui/messages/glossary.ts. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GLOSSARY } from '../src/ui/messages/glossary'
import { glossaryMarkdown } from './glossary/markdown'

writeFileSync(join(import.meta.dirname, '../docs/glossary.md'), glossaryMarkdown(GLOSSARY))
console.log(`docs/glossary.md: ${GLOSSARY.length} terms`)
