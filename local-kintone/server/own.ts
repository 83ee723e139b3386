/** A member of an object whose keys come from outside; never what the object inherits (`constructor` is a possible option or code). */
export function own<T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined
}
