/** Questions and comments on an item, on a PC and on the phone. */
export const askJa = {
  title: '質問・コメント',
  whom: (names: string) => `${names}さんに知らせます。`,
  nobody: 'あなたのほかに担当者も確認者もいないため、だれにも知らせません。コメントとしてレコードに残ります。',
  text: '質問・伝えたいこと',
  send: '送る',
  sending: '送っています…',
  sent: '送りました。',
  empty: '質問を書いてから、送ってください。',
  failed: '送れませんでした。書いた内容は、この画面に残っています。',
  perhaps: '送れたかどうか分かりません。書いた内容は、この画面に残っています。もう一度送っても、二重になることはありません。',
  none: 'まだありません。',
  older: (n: number) => `新しい${n}件です。それより前のコメントは、レコードの画面で読めます。`,
}

export type AskMessages = typeof askJa
