/** An item's requirement taken apart: what the ministries ask of the hospital, and what the MIC guideline asks of the service provider. */

/** The line above the points of the MIC guideline; an item that repeats another names it in brackets. docs/wording.md has its wording. */
const HEADING = /^サービス事業者に総務省の指針が求めること(?:（([^）]+)と同じ）)?：$/

interface Asked {
  readonly ofHospital: string
  /** A point a line; none in part METI and where the source cites no code. */
  readonly ofProvider: readonly string[]
  /** The number of the item that asks the same of the provider */
  readonly sameAs: string | null
}

/** A text without the line, or with nothing above it, is the hospital's whole. */
export function askedOf(requirement: string): Asked {
  const lines = requirement.split('\n')
  const at = lines.findIndex((line) => HEADING.test(line))
  if (at < 1) return { ofHospital: requirement, ofProvider: [], sameAs: null }
  return { ofHospital: lines.slice(0, at).join('\n'), ofProvider: lines.slice(at + 1), sameAs: HEADING.exec(lines[at] ?? '')?.[1] ?? null }
}
