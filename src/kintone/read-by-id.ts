/**
 * All records that meet a condition, in as few round trips as possible: stretches of record ids are read side by side.
 * Ids only grow and are never used twice, so a stretch as wide as a page can never hold more than a page, and what is added meanwhile lies above all of them.
 */

/** Ids above `above`, up to and with `upTo`; null: without an end. */
export interface IdRange {
  readonly above: number
  readonly upTo: number | null
}

/** Where the records probably lie: from `first` on, below `next`. Wrong, it costs requests, never records. */
export interface IdSpan {
  readonly first: number
  readonly next: number
}

export interface PagedRecords<R> {
  /** The first page of a range, ids upwards. */
  readonly firstPage: (range: IdRange) => Promise<readonly R[]>
  /** The last page above an id, ids upwards too, and how many records there are above it in all. */
  readonly lastPage: (above: number) => Promise<{ readonly records: readonly R[]; readonly total: number }>
  readonly idOf: (record: R) => number
  readonly pageSize: number
}

/** So many stretches are asked for at once on the strength of a guess. With the two outside of them they fill ten requests. */
const GUESSED_RANGES = 8

/** Each record once, by id upwards. `span`: what is known beforehand. Rejects as soon as one page cannot be read: part of a list is none. */
export async function readById<R>(source: PagedRecords<R>, span: IdSpan | null = null): Promise<readonly R[]> {
  const pages: (readonly R[])[] = []
  await readGuessed()
  return pages
    .filter((page) => page.length > 0)
    .sort((a, b) => source.idOf(a[0] as R) - source.idOf(b[0] as R))
    .flat()

  async function readGuessed(): Promise<void> {
    const { pageSize } = source
    // One page is usual, and the first page says whether it is all.
    if (span === null || span.next - span.first <= pageSize) return readOpen(0)
    const begin = span.first - 1
    const upTo = Math.min(span.next - 1, begin + pageSize * GUESSED_RANGES)
    const slicesOfGuess = slices({ above: begin, upTo }, Math.ceil((upTo - begin) / pageSize))
    await Promise.all([
      // First, because what it says is what the next requests wait for.
      upTo === span.next - 1 ? readOpen(upTo) : readFromBothEnds(upTo),
      ...slicesOfGuess.map(readRange),
      ...(begin > 0 ? [readRange({ above: 0, upTo: begin })] : []),
    ])
  }

  /** Everything above an id. */
  async function readOpen(above: number): Promise<void> {
    const head = await source.firstPage({ above, upTo: null })
    pages.push(head)
    if (head.length === source.pageSize) await readFromBothEnds(lastIdOf(head))
  }

  /** Everything above an id, where that is probably more than a page: the last page says how much lies between. */
  async function readFromBothEnds(above: number): Promise<void> {
    const { records, total } = await source.lastPage(above)
    pages.push(records)
    const first = records[0]
    if (first !== undefined && total > records.length) await readBetween({ above, upTo: source.idOf(first) - 1 }, total - records.length)
  }

  /** `count`: about so many records. Stretches are never narrower than a page, and never more than the records need if they lie evenly. */
  async function readBetween(range: IdRange & { readonly upTo: number }, count: number): Promise<void> {
    const width = range.upTo - range.above
    if (width <= 0) return
    const perPage = Math.ceil(width / source.pageSize)
    // Where ids have gaps, stretches are a fifth shorter than the mean: records lie unevenly, and a full page has to be asked for its rest.
    const wanted = width <= count * 1.25 ? perPage : Math.min(perPage, Math.max(1, Math.ceil((count * 1.25) / source.pageSize)))
    await Promise.all(slices(range, wanted).map(readRange))
  }

  async function readRange(range: IdRange & { readonly upTo: number }): Promise<void> {
    const page = await source.firstPage(range)
    pages.push(page)
    if (page.length < source.pageSize) return
    const last = lastIdOf(page)
    // What comes after is taken to lie as densely, but not without end: this may have been the last full page before a wide gap.
    const density = page.length / (last - range.above)
    await readBetween({ above: last, upTo: range.upTo }, Math.min(density * (range.upTo - last), source.pageSize * GUESSED_RANGES))
  }

  function lastIdOf(page: readonly R[]): number {
    return source.idOf(page[page.length - 1] as R)
  }
}

function slices({ above, upTo }: { readonly above: number; readonly upTo: number }, count: number): (IdRange & { readonly upTo: number })[] {
  const width = Math.ceil((upTo - above) / count)
  return Array.from({ length: Math.ceil((upTo - above) / width) }, (_, at) => ({ above: above + at * width, upTo: Math.min(upTo, above + (at + 1) * width) }))
}
