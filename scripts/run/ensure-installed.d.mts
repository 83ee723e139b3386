/** See ensure-installed.mjs, which stays plain Node because it runs before anything is installed. */
export function ensureInstalled(): void
export function isInstalled(root: string): boolean
export function stop(sentence: string): never
