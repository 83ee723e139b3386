/** `npm run catalog:report`: how much the catalog holds, section by section. Of a catalog with problems nothing is counted. */
import { join } from 'node:path'
import { readCatalog } from './catalog/read'
import { catalogReport, countsTable, lengthsTable } from './catalog/report'

const { files, problems } = readCatalog(join(import.meta.dirname, '../catalog'))
if (problems.length > 0) {
  console.error(`${problems.length} problems in the catalog, so nothing is counted: see npm run catalog:check`)
  process.exit(1)
}
const rows = catalogReport(files.map(({ section }) => section))
console.log(`${countsTable(rows)}\n\n${lengthsTable(rows)}`)
