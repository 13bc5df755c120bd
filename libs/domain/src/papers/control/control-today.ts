import { todayPriority, type TodayKinds } from '../../tasks';
import { counted } from '../../text';
import { formatShortDate } from '../../time';

interface Due {
  title: string;
  dueOn: string;
}

/** For the planner who follows it up each one; after a while, and where nobody does, for every planner, counted. */
export const controlToday = {
  'control-due': {
    priority: todayPriority.soon,
    says: ({ title, dueOn }: Due, id) => ({
      text: `Beschluss überfällig seit ${formatShortDate(dueOn)}: ${title}`,
      path: `/planung/beschlusskontrolle?bericht=${id}`,
      action: 'Berichten',
    }),
  },
  'control-standing': {
    priority: todayPriority.soon,
    says: ({ title, dueOn }: Due, id) => ({
      text: `Dauerauftrag wieder vorzulegen am ${formatShortDate(dueOn)}: ${title}`,
      path: `/planung/beschlusskontrolle?bericht=${id}`,
      action: 'Vorlegen',
    }),
  },
  'control-entrusted': {
    priority: todayPriority.soon,
    says: ({ title, dueOn }: { title: string; dueOn: string | null }, id) => ({
      text: `Ihnen übertragen: Beschluss „${title}“${dueOn ? `, Frist ${formatShortDate(dueOn)}` : ''}`,
      path: `/planung/beschlusskontrolle?bericht=${id}`,
      action: 'Ansehen',
    }),
  },
  'controls-late': {
    priority: todayPriority.now,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'Beschluss ist', 'Beschlüsse sind')} überfällig`,
      path: '/planung/beschlusskontrolle?overdue=1',
      action: 'Ansehen',
    }),
  },
} satisfies TodayKinds;
