/** Files of evidence. */
export const evidenceJa = {
  title: '証跡のファイル',
  none: 'まだありません。',
  attach: 'ファイルを添付…',
  hint: '添付はすぐに保存されます。外すときは「レコードを開く」から編集してください。',
  attaching: (n: number) => `${n}個のファイルを添付しています…`,
  attached: (n: number) => `${n}個のファイルを添付しました。`,
  notAttached: (names: string) => `添付できませんでした: ${names}`,
  again: 'もう一度添付',
  download: (name: string) => `${name} をダウンロード`,
  notDownloaded: (name: string) => `ダウンロードできませんでした: ${name}`,
  size: (kb: number) => (kb < 1024 ? `${kb} KB` : `${(kb / 1024).toFixed(1)} MB`),
}

export type EvidenceMessages = typeof evidenceJa
