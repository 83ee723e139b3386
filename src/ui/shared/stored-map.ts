/**
 * A map that is kept in the browser's tab too, so that it is there again after the page was loaded anew or has crashed.
 * `storage`: the tab's own (sessionStorage); `key`: with the app and who is signed in, so that nobody else who takes the device finds it.
 * `isEntry`: whether what is kept is one: an earlier version may have kept another shape.
 */
export function storedMap<Value>(storage: Storage, key: string, isEntry: (name: string, value: unknown) => value is Value): Map<string, Value> {
  const map = new Map(readEntries(storage.getItem(key)).filter((entry): entry is [string, Value] => isEntry(...entry)))
  const keep = () => {
    try {
      if (map.size === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify([...map]))
    } catch {
      // Full: it then lives as long as the page does.
    }
  }
  const set = map.set.bind(map)
  const remove = map.delete.bind(map)
  map.set = (name, value) => {
    set(name, value)
    keep()
    return map
  }
  map.delete = (name) => {
    const was = remove(name)
    if (was) keep()
    return was
  }
  return map
}

function readEntries(text: string | null): readonly [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter((entry): entry is [string, unknown] => Array.isArray(entry) && typeof entry[0] === 'string') : []
  } catch {
    return []
  }
}
