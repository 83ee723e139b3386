/** An assessment of as many items as one likes, for pages that read it from kintone: more than a journey can wait to be written. */
import type { Page } from 'playwright-core'

type Stored = Readonly<Record<string, { readonly value: unknown }>>

/** Answers every question for records with items like this one, `9.9-1` to `9.9-count`, in the ranges that are asked for. */
export async function givenMany(page: Page, count: number, like: Stored, sectionOf = (id: number) => `9.${id % 40} 節`): Promise<void> {
  await page.route('**/k/v1/records.json*', (route) => {
    const asked = new URL(route.request().url()).searchParams
    const text = decodeURIComponent(asked.get('query') ?? (route.request().postDataJSON() as { query?: string } | null)?.query ?? '')
    const above = Number(/\$id > "(\d+)"/.exec(text)?.[1] ?? 0)
    const upTo = Math.min(count, Number(/\$id <= "(\d+)"/.exec(text)?.[1] ?? count))
    const limit = Number(/limit (\d+)/.exec(text)?.[1] ?? 100)
    // Nobody has saved anything since.
    if (/(更新日時|Updated)[^ ]* >=/.test(text)) return route.fulfill({ json: { records: [], totalCount: '0' } })
    const named = /sort_no in \(([^)]*)\)/.exec(text)?.[1]?.match(/\d+/g)?.map(Number)
    const isLast = /order by (\$id|更新日時|Updated\S*) desc/.test(text)
    const ids = named?.filter((id) => id > above && id <= upTo) ?? Array.from({ length: Math.max(0, Math.min(limit, upTo - above)) }, (_, at) => (isLast ? upTo - at : above + 1 + at))
    const records = ids.map((id) => ({ ...like, $id: { type: '__ID__', value: String(id) }, sort_no: { type: 'NUMBER', value: String(id) }, item_no: { type: 'SINGLE_LINE_TEXT', value: `9.9-${id}` }, section: { type: 'SINGLE_LINE_TEXT', value: sectionOf(id) } }))
    return route.fulfill({ json: { records, totalCount: String(named?.length ?? Math.max(0, upTo - above)) } })
  })
}
