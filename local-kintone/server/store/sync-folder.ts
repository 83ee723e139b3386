import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes sure that a new or renamed file's name is on the disk too: syncing the file alone does not do that. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
