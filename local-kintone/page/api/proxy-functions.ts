type Callback = ((answer: unknown) => unknown) | undefined
type Refusing = (...args: readonly unknown[]) => Promise<never> | undefined

const sentence = 'kintone.proxy: the local kintone reaches no other server.'

/**
 * kintone.proxy and its relatives, which the local kintone refuses: `callbacksAt` is the place of the callbacks among the arguments; with
 * an error callback it is told, as kintone does, and without callbacks the Promise rejects [CD js-api/proxy/*].
 */
function refusing(callbacksAt: number): Refusing {
  return (...args) => {
    const failed = args[callbacksAt + 1]
    if (args.length <= callbacksAt) return Promise.reject(new Error(sentence))
    if (isCallback(failed)) queueMicrotask(() => failed(sentence))
    return undefined
  }
}

export function proxyFunction(): unknown {
  return Object.assign(refusing(4), { upload: refusing(4) })
}

/** Under kintone.plugin.app; the two that keep settings are for the plug-in's settings page. */
export function pluginProxyFunctions(settingsPage: boolean): Record<string, unknown> {
  const proxy = { proxy: Object.assign(refusing(5), { upload: refusing(5) }) }
  if (!settingsPage) return proxy
  return {
    ...proxy,
    getProxyConfig: () => null,
    setProxyConfig: () => {
      throw new Error('kintone.plugin.app.setProxyConfig: the local kintone has no proxy.')
    },
  }
}

function isCallback(value: unknown): value is NonNullable<Callback> {
  return typeof value === 'function'
}
