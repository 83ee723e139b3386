/** `npm run catalog:check`: says what is wrong with catalog/ (or a folder that is named), or how much of it there is. */
import { join } from 'node:path'
import { readCatalog } from './catalog/read'

const { files, problems } = readCatalog(process.argv[2] ?? join(import.meta.dirname, '../catalog'))
for (const problem of problems) console.error(problem)
if (problems.length > 0) {
  console.error(`${problems.length} problems in the catalog; nothing was built from it`)
  process.exit(1)
}
console.log(`catalog: ${files.length} sections, ${files.reduce((sum, { section }) => sum + section.items.length, 0)} items, no problems`)
