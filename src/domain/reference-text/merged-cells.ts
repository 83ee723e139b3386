/**
 * Cells that are merged over several rows: the PDF draws them at the page's end, away from their rows. Which rows share one is a fact about the
 * reference that was settled by reading it (a view is told by what it is about); where it begins is told by a fingerprint, because none of its text may
 * stand here, and how long it is by its characters without blanks. The order is that of the reference; two prints that are equal stand on two pages.
 */
export interface MergedCell {
  readonly items: readonly string[]
  readonly cell: 'view' | 'action'
  readonly print: string
  readonly length: number
}

const rows: readonly (readonly [items: string, cell: MergedCell['cell'], print: string, length: number])[] = [
  ['6.1-01 6.1-02', 'view', 'b6bejc', 112],
  ['6.2-01 6.2-02 6.2-03 6.2-04', 'view', '145yurs', 117],
  ['6.3-04 6.3-05', 'view', '1zedow', 346],
  ['6.4-01 6.4-02 6.4-03 6.4-04 6.4-05 6.4-06', 'view', '1nnx70s', 431],
  ['6.5-01 6.5-02', 'view', 'foakqx', 209],
  ['6.5-06 6.5-07 6.5-08', 'view', 'foakqx', 375],
  ['6.6-08 6.6-09', 'view', '1fraygw', 365],
  ['6.9-01 6.9-02 6.9-03 6.9-04', 'view', '15121tv', 76],
  ['6.9-08', 'view', 'd6fswi', 50],
  ['6.9-09', 'view', 'd6fswi', 50],
  ['6.9-10 6.9-11', 'view', '1z044dn', 79],
  ['6.11-07 6.11-08', 'view', 'ypp03y', 303],
  ['7.1-04 7.1-05', 'view', '13s7axg', 197],
  ['7.1-20 7.1-21', 'view', '1hgojwt', 223],
  ['7.3-06', 'view', '107wixq', 125],
  ['7.3-07', 'view', '107wixq', 125],
  ['8.1-14 8.1-15 8.1-16', 'view', 'eyos7r', 160],
  ['2.3(4) 2.3(5)', 'view', '9bmpis', 478],
  ['2.5.1(2) 2.5.1(3) 2.5.1(4)', 'view', 'e42qq4', 332],
  ['2.5.2(1)-4 2.5.2(1)-5', 'view', 'f3hx3s', 71],
  ['2.5.2(1)-6 2.5.2(1)-7', 'view', 'plkqf0', 45],
  ['2.5.5(0) 2.5.5(1) 2.5.5(2)', 'view', '1awldc5', 56],
  ['2.6.1(1) 2.6.1(2)', 'view', '1yvyuwt', 78],
  ['2.6.1(4) 2.6.1(5)', 'view', 'jgmv9e', 198],
  ['2.6.1(7) 2.6.1(8)', 'view', '4olome', 93],
  ['2.6.2(2) 2.6.2(3)', 'view', '4olome', 191],
  ['2.6.2(5) 2.6.2(6)', 'view', 'uon2po', 39],
  ['2.6.3(2) 2.6.3(3)', 'view', '1jt9o6w', 95],
  ['2.6.6(1) 2.6.6(2)', 'view', '1h2zs4', 139],
  ['2.6.6(7) 2.6.6(8)', 'view', '1ywazt3', 77],
  ['2.6.7(4) 2.6.7(5)', 'view', '194yvqb', 65],
  ['2.6.8(4)-2 2.6.8(4)-3', 'view', '4pfkp7', 84],
  ['2.6.9(1) 2.6.9(2)', 'view', '1jt9o6w', 166],
  ['2.6.9(4) 2.6.9(5)', 'view', 'tik9tv', 57],
  ['2.6.12(1) 2.6.12(2)', 'view', '16q8c86', 126],
  ['2.6.12(3) 2.6.12(4)', 'view', '6aw3xe', 133],
  ['2.6.13(3) 2.6.13(4) 2.6.13(5)', 'view', '9s5g5i', 127],
  ['2.6.14(1) 2.6.14(2)', 'view', '95whny', 139],
  ['2.6.14(7) 2.6.14(8)', 'view', '9s5g5i', 127],
  ['2.6.14(17) 2.6.14(18)', 'view', '1ndrfcm', 53],
  ['2.7(1) 2.7(2)', 'view', 'yw1e79', 174],
  ['2.10.2(1) 2.10.2(2) 2.10.2(3)', 'view', 'iom65n', 91],
  ['6.7-02 6.7-03 6.7-04', 'action', 'dx1rkl', 175],
  ['2.6.6(1) 2.6.6(2) 2.6.6(3) 2.6.6(4) 2.6.6(5) 2.6.6(6) 2.6.6(7) 2.6.6(8)', 'action', 'dbs3sn', 131],
]

export const MERGED_CELLS: readonly MergedCell[] = rows.map(([items, cell, print, length]) => ({ items: items.split(' '), cell, print, length }))
