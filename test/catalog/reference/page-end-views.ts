/**
 * Which view of cybozu at a page's end belongs to which items.
 *
 * A view lands there when its cell is merged over two or more rows, so one stretch of neighbouring rows without a view
 * of their own has one view: that settles every page with one such stretch. A stretch at a page's edge goes on over it,
 * and the view is printed on both pages. Where neighbouring cells meet in one stretch, only what they say tells them
 * apart; `because` says how. `lines` are the dump's.
 */
interface PageEndView {
  readonly lines: readonly [from: number, to: number]
  readonly items: readonly string[]
  readonly because?: string
}

export const PAGE_END_VIEWS: readonly PageEndView[] = [
  { lines: [560, 568], items: ['6.1-01', '6.1-02'], because: 'the privacy policy and its contact point: section 6.1' },
  { lines: [570, 578], items: ['6.2-01', '6.2-02', '6.2-03', '6.2-04'], because: 'the asset register: section 6.2' },
  { lines: [1051, 1077], items: ['6.3-04', '6.3-05'], because: 'one merged cell: basic policy (05) and handling, confidentiality (04)' },
  { lines: [1079, 1111], items: ['6.4-01'], because: 'the first row of the cell that the next page repeats (1632)' },
  { lines: [1632, 1664], items: ['6.4-02', '6.4-03', '6.4-04', '6.4-05', '6.4-06'], because: 'media, the guarded area: section 6.4' },
  { lines: [1666, 1680], items: ['6.5-01', '6.5-02'], because: 'access and login: section 6.5' },
  { lines: [2218, 2246], items: ['6.5-06', '6.5-07', '6.5-08'] },
  { lines: [3215, 3243], items: ['6.6-08', '6.6-09'] },
  { lines: [4770, 4778], items: ['6.9-01', '6.9-02', '6.9-03', '6.9-04'], because: 'policy and loss of equipment; the other stretch is 6.9-08' },
  { lines: [4780, 4782], items: ['6.9-08'], because: 'malware on terminals; repeated on the next page for 6.9-09 (5373)' },
  { lines: [5373, 5375], items: ['6.9-09'], because: 'the text of 4780 again' },
  { lines: [5377, 5381], items: ['6.9-10', '6.9-11'], because: 'private terminals and privacy filters' },
  { lines: [6510, 6532], items: ['6.11-07', '6.11-08'] },
  { lines: [7658, 7672], items: ['7.1-04', '7.1-05'] },
  { lines: [8175, 8191], items: ['7.1-20', '7.1-21'] },
  { lines: [9555, 9565], items: ['7.3-06'] },
  { lines: [10100, 10110], items: ['7.3-07'] },
  { lines: [11269, 11281], items: ['8.1-14', '8.1-15', '8.1-16'] },

  { lines: [12679, 12707], items: ['2.3(4)', '2.3(5)'] },
  { lines: [13017, 13037], items: ['2.5.1(2)', '2.5.1(3)', '2.5.1(4)'], because: 'the guarded area and the building, one merged cell over the whole stretch' },
  { lines: [13039, 13043], items: ['2.5.2(1)-4', '2.5.2(1)-5'], because: 'photo cards, and speaking to strangers' },
  { lines: [13045, 13047], items: ['2.5.2(1)-6', '2.5.2(1)-7'], because: 'lost cards, and the limit of stay' },
  { lines: [14021, 14023], items: ['2.5.5(0)', '2.5.5(1)', '2.5.5(2)'], because: 'taking computers out' },
  { lines: [14025, 14029], items: ['2.6.1(1)', '2.6.1(2)'], because: 'change management; without the maintenance dates of the next view' },
  { lines: [14031, 14043], items: ['2.6.1(4)', '2.6.1(5)'], because: 'maintenance dates and their notice' },
  { lines: [14406, 14410], items: ['2.6.1(7)', '2.6.1(8)'], because: 'vulnerabilities, printed twice: once for either of the first two stretches' },
  { lines: [14412, 14424], items: ['2.6.2(2)', '2.6.2(3)'], because: 'the two paragraphs stand in one cell at 13966-13975 too' },
  { lines: [14426, 14428], items: ['2.6.2(5)', '2.6.2(6)'], because: 'test data; the sentence is a whole cell of its own at 3474-3476 too' },
  { lines: [14774, 14780], items: ['2.6.3(2)', '2.6.3(3)'] },
  { lines: [15080, 15088], items: ['2.6.6(1)', '2.6.6(2)'], because: 'limiting where connections come from' },
  { lines: [15090, 15094], items: ['2.6.6(7)', '2.6.6(8)'], because: 'what intrusion detection records and reports' },
  { lines: [15784, 15786], items: ['2.6.7(4)', '2.6.7(5)'] },
  { lines: [16168, 16172], items: ['2.6.8(4)-2'] },
  { lines: [16569, 16573], items: ['2.6.8(4)-3'], because: 'the text of 16168 again' },
  { lines: [16575, 16587], items: ['2.6.9(1)', '2.6.9(2)'], because: 'what may lie in the production environment' },
  { lines: [16589, 16591], items: ['2.6.9(4)', '2.6.9(5)'], because: 'operations are recorded' },
  { lines: [16910, 16916], items: ['2.6.12(1)', '2.6.12(2)'], because: 'the audit log' },
  { lines: [16918, 16926], items: ['2.6.12(3)', '2.6.12(4)'], because: 'the time source' },
  { lines: [17239, 17245], items: ['2.6.13(3)', '2.6.13(4)', '2.6.13(5)'], because: 'access rights' },
  { lines: [17247, 17255], items: ['2.6.14(1)', '2.6.14(2)'], because: 'unique accounts' },
  { lines: [17596, 17602], items: ['2.6.14(7)', '2.6.14(8)'], because: 'accounts that are no longer needed' },
  { lines: [17604, 17606], items: ['2.6.14(17)', '2.6.14(18)'], because: 'the strength of passwords' },
  { lines: [17987, 17999], items: ['2.7(1)', '2.7(2)'] },
  { lines: [18610, 18614], items: ['2.10.2(1)', '2.10.2(2)', '2.10.2(3)'] },
]
