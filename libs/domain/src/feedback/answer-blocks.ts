import type { FeedbackDecision } from './feedback-words';

export interface AnswerBlock {
  label: string;
  text: string;
}

/** Friendly beginnings and ends of an answer; they are put where the cursor is and then changed by hand. */
const always: readonly AnswerBlock[] = [
  {
    label: 'Dank',
    text: 'Vielen Dank, dass Sie uns das gesagt haben. Solche Hinweise helfen uns, den Landkreis besser zu planen.',
  },
  {
    label: 'Rückfrage',
    text: 'Wenn Sie dazu noch etwas sagen möchten, antworten Sie einfach auf diese Mail.',
  },
];

const byDecision: Record<FeedbackDecision, readonly AnswerBlock[]> = {
  INCORPORATED: [
    {
      label: 'Aufgenommen',
      text: 'Ihr Hinweis fließt in unsere Planung ein. Wir berichten, sobald daraus ein Vorhaben geworden ist.',
    },
  ],
  PARTLY: [
    {
      label: 'Zum Teil',
      text: 'Einen Teil Ihres Hinweises konnten wir aufnehmen. Für den anderen Teil fehlen uns derzeit die Möglichkeiten.',
    },
  ],
  NOTED: [
    {
      label: 'Zur Kenntnis',
      text: 'Wir haben Ihren Hinweis festgehalten. Er hilft uns, ein vollständiges Bild zu bekommen.',
    },
  ],
  NOT_INCORPORATED: [
    {
      label: 'Bedauern',
      text: 'Wir können Ihren Wunsch leider nicht erfüllen. Den Grund möchten wir Ihnen offen nennen:',
    },
  ],
  OUT_OF_SCOPE: [
    {
      label: 'Weitergeleitet',
      text: 'Dafür ist eine andere Stelle zuständig. Wir haben Ihren Hinweis dorthin weitergegeben.',
    },
  ],
};

export function answerBlocks(decision: FeedbackDecision | null): readonly AnswerBlock[] {
  return decision ? [...byDecision[decision], ...always] : always;
}
