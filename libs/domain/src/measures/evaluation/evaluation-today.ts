import { todayPriority, type TodayKinds } from '../../tasks';

interface Titled {
  title: string;
}

/** What is due because nobody has said yet what a measure changed. */
export const evaluationToday = {
  'evaluation-missing': {
    priority: todayPriority.soon,
    says: ({ title }: Titled, id) => ({
      text: `Evaluation fehlt: ${title}`,
      path: `/planung/massnahmen/${id}`,
      action: 'Auswerten',
    }),
  },
  'funding-ends': {
    priority: todayPriority.soon,
    says: ({ title }: Titled, id) => ({
      text: `Förderung endet, noch kein Urteil zur Wirkung: ${title}`,
      path: `/planung/massnahmen/${id}`,
      action: 'Auswerten',
    }),
  },
} satisfies TodayKinds;
