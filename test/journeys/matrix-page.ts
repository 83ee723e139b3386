/** The matrix as somebody has it before them, and as kintone holds it. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { WIDE } from './browser'
import type { Hospital } from './given'

interface StoredHalf {
  readonly party: string
  readonly role: string
  readonly state: string
  readonly duty: string
  readonly agreedOn: string | null
  readonly basis: string
}
interface Stored {
  readonly id: string
  readonly revision: string
  readonly halves: readonly StoredHalf[]
}
interface StoredRow {
  readonly id: string
  readonly value: Readonly<Record<string, { readonly value: string | null }>>
}

export function matrixOf(given: Hospital) {
  async function openMatrix(user = 'tanaka', link: Readonly<Record<string, string>> = {}, viewport = WIDE): Promise<Page> {
    const page = await given.openList(user, '責任分担表', link, viewport)
    await page.getByRole('grid').waitFor()
    return page
  }

  /** A record's responsibilities as kintone has them, found by the item's number. */
  async function stored(no: string): Promise<Stored> {
    const { id, value } = await given.stored(no)
    const halves = (value('responsibilities') as readonly StoredRow[]).map(({ value: half }) => {
      const text = (code: string) => String(half[code]?.value ?? '')
      return { party: text('r_party'), role: text('r_role'), state: text('r_state'), duty: text('r_duty'), agreedOn: half['r_agreed_on']?.value ?? null, basis: text('r_basis') }
    })
    return { id, revision: String(value('$revision')), halves }
  }

  async function halfOf(no: string, party: string): Promise<StoredHalf | undefined> {
    return (await stored(no)).halves.find((half) => half.party === party)
  }

  /** Somebody else saves one party's role while the matrix is open elsewhere. */
  async function somebodyElseSets(no: string, party: string, role: string): Promise<void> {
    const { id, value } = await given.stored(no)
    const rows = (value('responsibilities') as readonly StoredRow[]).map((half) => (half.value['r_party']?.value === party ? { id: half.id, value: { ...half.value, r_role: { value: role } } } : half))
    await given.client.record.updateRecord({ app: given.app, id, record: { responsibilities: { value: rows as never } } })
  }

  return { openMatrix, stored, halfOf, somebodyElseSets }
}

export const row = (page: Page, no: string): Locator => page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: no, exact: true }) })
/** サイボウズ 1, SI事業者 2, 自院 3: the number stands before them. */
export const cell = (page: Page, no: string, column: number): Locator => row(page, no).getByRole('gridcell').nth(column)

export async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '編集', exact: true }).click()
  await page.getByRole('button', { name: '編集を終える' }).waitFor()
}

/** What is said while editing: how much is not saved, and how saving went. */
export const said = (page: Page) => page.getByRole('status', { name: '編集', exact: true }).textContent()

/** Saves, also where something doubtful is asked about first. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  const anyway = page.getByRole('button', { name: 'このまま保存' })
  const isAsked = async () => (await page.getByRole('dialog').count()) > 0
  await expect.poll(async () => (await isAsked()) || /保存しました|保存しています/.test((await said(page)) ?? '')).toBe(true)
  if ((await anyway.count()) > 0) await anyway.click()
}
