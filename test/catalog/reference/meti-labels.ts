import { toHalfWidth, type Line } from './lines'

/** A section label, `2.6.14` and its title. Labels stand at the page's end, those of 2.1, 2.4 and 2.9 before their row. */
export interface Label {
  readonly section: string
  readonly title: string
}

const LABEL = /^(2(?:\.\d{1,2}){1,2})[. ](?!\d)(.*)$/
const LOOSE_NUMBER = /^[(（](\d{1,2})[)）]$/
/** The columns of the labels hold at most 17 characters a line; every text that follows a label is wider. */
const LABEL_WIDTH = 17

export interface Labels {
  readonly labels: readonly Label[]
  /** Item numbers of rows that share one over several bullets: the merged cell landed here (13005, 13007). */
  readonly looseNumbers: readonly number[]
  /** How many of the lines are labels and numbers. */
  readonly length: number
}

export function startsWithLabel(line: Line | undefined): boolean {
  return LABEL.test(line?.text ?? '')
}

/** Reads the labels that these lines begin with. */
export function readLabels(lines: readonly Line[]): Labels {
  const labels: { section: string; title: string }[] = []
  const looseNumbers: number[] = []
  let length = 0
  for (const line of lines) {
    const loose = line.text.match(LOOSE_NUMBER)
    if (loose) looseNumbers.push(Number(loose[1]))
    else if (startsWithLabel(line)) labels.push(...labelsIn(line.text))
    else if (labels.length > 0 && line.text.length <= LABEL_WIDTH) appendTo(labels.at(-1), line.text)
    else break
    length++
  }
  return { labels: labels.map(({ section, title }) => ({ section, title: toHalfWidth(title) })), looseNumbers, length }
}

/** The label of a section and of its first subsection can share a line (13009); so can 2.9 and its row (18244). */
function labelsIn(text: string): { section: string; title: string }[] {
  return text.split(/ (?=2(?:\.\d{1,2}){2}\.)/).map((part) => {
    const found = part.match(LABEL)
    return { section: found?.[1] ?? '', title: (found?.[2] ?? '').split(' ')[0] ?? '' }
  })
}

function appendTo(label: { title: string } | undefined, text: string): void {
  if (label) label.title += text
}
