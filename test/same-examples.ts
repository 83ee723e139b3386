/** Properties are tried with the same examples in every run, so that no run fails by chance; `EXAMPLES=2` (or any other number) tries other ones. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['EXAMPLES'] ?? 1) })
