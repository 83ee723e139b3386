import type { People } from '../server/people/people'

const staff = (code: string, name: string, organization: string, reading: readonly [string, string] = ['', '']) => ({
  code,
  password: code,
  name,
  reading,
  email: `${code}@hospital.example`,
  organizations: [organization],
})

/**
 * The people of a small hospital, to try things with. Every password is the login name.
 * `kansa` belongs to a group that apps can let read and no more, and may not create apps.
 */
export const demoPeople: People = {
  organizations: [
    { code: 'medical-informatics', name: '医療情報部' },
    { code: 'nursing', name: '看護部' },
    { code: 'radiology', name: '放射線部' },
    { code: 'medical-affairs', name: '医事課' },
  ],
  groups: [{ code: 'readonly-viewers', name: '閲覧のみ' }],
  spaces: [{ id: '1', name: '院内システム', members: [{ entity: { type: 'GROUP', code: 'everyone' } }, { entity: { type: 'USER', code: 'admin' }, isAdmin: true }] }],
  users: [
    { ...staff('admin', '管理 太郎', 'medical-informatics', ['かんり', 'たろう']), administrator: true },
    staff('tanaka', '田中 花子', 'medical-informatics', ['たなか', 'はなこ']),
    { ...staff('kansa', '監査 次郎', 'medical-affairs', ['かんさ', 'じろう']), groups: ['readonly-viewers'], mayCreateApps: false },
    staff('sato', '佐藤 健', 'nursing', ['さとう', 'けん']),
    staff('suzuki', '鈴木 一郎', 'radiology', ['すずき', 'いちろう']),
    staff('yamamoto', '山本 美咲', 'medical-affairs', ['やまもと', 'みさき']),
    { ...staff('smith', 'John Smith', 'radiology'), language: 'en' },
  ],
}
