/** See ensure-chromium.mjs, which stays plain Node because it runs before anything is checked or built. */
export function ensureChromium(): string
