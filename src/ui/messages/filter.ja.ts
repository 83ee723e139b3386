/** The conditions that a list can be narrowed down by. */
import type { Facet } from '../../domain/facets'
import type { EvidenceState } from '../../domain/item-filter'

const facet: Readonly<Record<Facet, string>> = {
  status: '対応状況',
  progress: '進み',
  due: '期限',
  owner: '担当者',
  department: '担当部署',
  reviewer: '確認者',
  evidence: '証跡',
  level: '区分',
  verdict: '責任分担の判定',
  suitability: 'cybozu.comの適合性',
  disclosure: '開示',
  inquiry: '照会',
  basis: '調査の根拠',
  document: '公開文書',
  mic: '総務省ガイドライン',
}

const evidence: Readonly<Record<EvidenceState, string>> = { missing: '対応済なのに証跡なし', given: '証跡あり', expired: '証跡の期限切れ', soon: '証跡が30日以内に切れる' }

export const filterJa = {
  add: '条件',
  menu: '条件で絞る',
  facet,
  evidence,
  withoutDepartment: '担当部署なし',
  departmentIs: (name: string) => `部署 ${name}`,
  withoutReviewer: '確認者なし',
  reviewerIs: (name: string) => `確認者 ${name}`,
  partyIs: (name: string) => `担う者 ${name}`,
  basisIs: (name: string) => `根拠 ${name}`,
  targetBy: (day: string) => `目標日 ${day}まで`,
  completedBy: (day: string) => `完了日 ${day}まで`,
  withoutDay: '完了日なし',
  choices: (name: string) => `${name}の選択肢`,
  noChoice: '選べるものがありません。',
  close: '閉じる',
}

export type FilterMessages = typeof filterJa
