import { todayPriority, type TodayKinds } from '../tasks';
import { counted } from '../text';

/** One line for all registrations that wait. */
export const accountsToday = {
  registrations: {
    priority: todayPriority.soon,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'Anmeldung einer Organisation', 'Anmeldungen von Organisationen')} prüfen`,
      path: '/akteure/anmeldungen',
      action: 'Prüfen',
    }),
  },
} satisfies TodayKinds;
