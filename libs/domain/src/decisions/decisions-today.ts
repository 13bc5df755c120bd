import { todayPriority, type TodayKinds } from '../tasks';
import { formatShortDate } from '../time';

/** For planning: what should have been decided by now. */
export const decisionsToday = {
  'decision-due': {
    priority: todayPriority.soon,
    says: ({ title, dueOn }: { title: string; dueOn: string }, id) => ({
      text: `Offene Entscheidung: ${title} (bis ${formatShortDate(dueOn)})`,
      path: `/planung/entscheidungen/${id}`,
      action: 'Ansehen',
    }),
  },
} satisfies TodayKinds;
