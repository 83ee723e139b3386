import { fileURLToPath } from 'node:url'
import { build } from 'vite'

let built: Promise<string> | null = null

/** The browser script of all pages as one classic script, bundled from local-kintone/page. Built once a process. */
export function buildPageScript(): Promise<string> {
  built ??= bundle()
  return built
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('../../page/main.ts', import.meta.url)), formats: ['iife'], name: 'localKintonePage' },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (chunk === undefined) throw new Error('The bundler gave no script for local-kintone/page/main.ts.')
  return chunk.code
}
