/** Questions on the terminal. */
import type { Interface } from 'node:readline'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Stop } from './stop'

export interface Asker {
  /** What was typed. `hidden`: nothing of it is shown. */
  (question: string, options?: { readonly hidden?: boolean }): Promise<string>
}

interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
}

/** Opens the terminal with the first question only, so that a run whose answers are all in the environment needs none. Stops where there is nobody to ask. */
export function terminalAsker({ input, output }: Terminal): { readonly ask: Asker; readonly close: () => void } {
  let lines: Interface | null = null
  let hidden = false
  // The echo goes through here: readline has no way of its own to keep it back.
  const echo = new Writable({
    write(chunk: Buffer, _, done) {
      if (!hidden) output.write(chunk)
      done()
    },
  })
  const ask: Asker = (question, options = {}) => {
    if (input.isTTY !== true) return Promise.reject(new Stop(`${question} is not set, and there is no terminal to ask on.`))
    lines ??= createInterface({ input, output: echo, terminal: true, historySize: 0 })
    const open = lines
    output.write(`${question}: `)
    hidden = options.hidden === true
    return new Promise((resolve, reject) => {
      const answered = (line: string) => {
        open.off('close', given)
        if (hidden) output.write('\n')
        hidden = false
        resolve(line)
      }
      const given = () => {
        open.off('line', answered)
        output.write('\n')
        reject(new Stop('Given up at a question; nothing was written.'))
      }
      open.once('line', answered)
      // Ctrl-C and Ctrl-D both close the interface.
      open.once('close', given)
    })
  }
  return { ask, close: () => lines?.close() }
}
