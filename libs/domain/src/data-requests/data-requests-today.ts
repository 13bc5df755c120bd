import { todayPriority, type TodayKinds } from '../tasks';
import { counted } from '../text';

interface Asked {
  number: string;
  partner: string;
  what: string;
}

const { now, soon, sometime } = todayPriority;

/** The form of a request for one period of an interface. */
function askPath(id: string, period: string): string {
  return `/daten/lieferungen?neu=1&schnittstelle=${id}&zeitraum=${encodeURIComponent(period)}`;
}

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
  'delivery-missed': {
    priority: now,
    says: ({ partner, what, period }: { partner: string; what: string; period: string }, id) => ({
      text: `Überfällig und nicht angefordert: ${partner}, ${what}, ${period}`,
      path: askPath(id, period),
      action: 'Anfordern',
    }),
  },
  'deliveries-missed': {
    priority: now,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'erwartete Lieferung ist', 'erwartete Lieferungen sind')} überfällig und nicht angefordert`,
      path: '/planung/schnittstellen/kalender?nur=ueberfaellig',
      action: 'Ansehen',
    }),
  },
  'sector-plan-due': {
    priority: soon,
    says: ({ name, unit }: { name: string; unit: string }) => ({
      text: `Fortschreibung fällig: ${name}${unit ? ` (${unit})` : ''}`,
      path: '/planung/schnittstellen/fachplanungen',
      action: 'Ansehen',
    }),
  },
  'data-request-next': {
    priority: sometime,
    says: ({ partner, period }: { partner: string; period: string }, id) => ({
      text: `${partner}: Lieferung ${period} anfordern`,
      path: askPath(id, period),
      action: 'Anfordern',
    }),
  },
} satisfies TodayKinds;
