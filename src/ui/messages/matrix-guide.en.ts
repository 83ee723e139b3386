import type { MatrixGuideMessages } from './matrix-guide.ja'

export const matrixGuideEn: MatrixGuideMessages = {
  title: 'How to read it',
  lead: 'Rows are what has to be done (items), columns are who has a part in it. Each cell says who does how much, and how far it is. A click on a cell (while editing, a double click), or Enter, opens its duty, basis and day of agreement.',
  roles: 'Roles',
  states: 'States',
  verdicts: 'Verdicts (worked out for each row)',
  agreeing: 'Proposals and days of agreement',
  agreement: [
    'A dashed “proposal” comes from Cybozu’s survey. Nobody has agreed to it yet.',
    'Once it has been discussed and settled, set the day of agreement: open the cell, or, while editing, press “Mark this section as agreed” in a section’s row. The frame becomes solid, and what was agreed is kept.',
    'If role or duty are changed later, the day goes and the cell is a proposal again. “What has changed…” tells what differs from the agreement.',
  ],
  begin: 'How to begin',
  steps: [
    'Press “Not discussed” to see the items that have not been discussed.',
    'Choose a party, send its share with “Request and answers”, and take in its answers.',
    'When it is settled, set the day of agreement and save.',
  ],
  role: {
    '◎主担当': 'Answers for the item as a whole. One for each item.',
    '○分担': 'Does a part of its own; how much is written under “Duty”.',
    '△協力': 'Helps when asked.',
    委託: 'Has handed it over to others by contract.',
    '－関係なし': 'Has nothing to do.',
    未協議: 'Has not been discussed yet.',
  },
  state: {
    未確認: 'Nobody has checked yet whether it is done.',
    未了: 'Something is left.',
    完了: 'This part is done; the basis says how one knows.',
    不要: 'There is nothing to do.',
  },
  verdict: {
    担当なし: 'Nobody leads.',
    二重主担当: 'Two or more lead, so nobody knows who answers for it.',
    未協議あり: 'Somebody leads, but somebody else has not been asked.',
    片側未了: 'Nobody is left to ask, but somebody is not done. “Still a proposal” and “Agreed by all” part what has not been agreed from what is only left to do.',
    双方完了: 'Everybody involved is done, or has nothing to do.',
  },
}
