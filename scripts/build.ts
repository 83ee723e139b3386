/** `npm run build`: checks the catalog, bundles each entry into one script, and packs dist/plugin.zip. */
import { packPlugin } from './build/plugin'

try {
  const { zipPath, id, bundles } = await packPlugin()
  for (const { name, gzipKb } of bundles) console.log(`${name}: ${gzipKb} KB gzipped`)
  console.log(`${zipPath} (plug-in id ${id})`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
