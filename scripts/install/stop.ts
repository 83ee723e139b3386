/** Why the installation ends early: one sentence for the person at the terminal. Everything else that is thrown is a bug. */
export class Stop extends Error {
  override readonly name = 'Stop'
}
