import { todayPriority, type TodayKinds } from '../tasks';
import { counted } from '../text';

interface Asked {
  number: string;
  partner: string;
  what: string;
}

const { now, soon, sometime } = todayPriority;

/** For planning: what is late, what has come and waits for a look, and what the register says is next. */
export const dataRequestsToday = {
  'data-request-overdue': {
    priority: now,
    says: ({ number, partner, what }: Asked, id) => ({
      text: `Lieferung überfällig: ${partner}, ${what} (${number})`,
      path: `/daten/lieferungen/${id}`,
      action: 'Erinnern',
    }),
  },
  'data-requests-overdue': {
    priority: now,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'Lieferung ist', 'Lieferungen sind')} überfällig`,
      path: '/daten/lieferungen?overdue=1',
      action: 'Ansehen',
    }),
  },
  'data-request-delivered': {
    priority: soon,
    says: ({ number, partner, what }: Asked, id) => ({
      text: `Lieferung prüfen: ${partner}, ${what} (${number})`,
      path: `/daten/lieferungen/${id}`,
      action: 'Prüfen',
    }),
  },
  'data-request-next': {
    priority: sometime,
    says: ({ partner, period }: { partner: string; period: string }, id) => ({
      text: `${partner}: Lieferung ${period} anfordern`,
      path: `/daten/lieferungen?neu=1&schnittstelle=${id}`,
      action: 'Anfordern',
    }),
  },
} satisfies TodayKinds;
