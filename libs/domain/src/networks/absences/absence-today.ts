import { formatShortDate } from '../../time';
import { todayPriority, type TodayKinds } from '../../tasks';

/** For who stands in: whose lines stand among their own. */
export const absencesToday = {
  deputising: {
    priority: todayPriority.sometime,
    says: ({ name, toDay }: { name: string; toDay: string }) => ({
      text: `Sie vertreten ${name} bis ${formatShortDate(toDay)}`,
      path: '/netzwerke?of=mine',
      action: 'Netzwerke ansehen',
    }),
  },
} satisfies TodayKinds;
