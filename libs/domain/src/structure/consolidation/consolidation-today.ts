import { todayPriority, type TodayKinds } from '../../tasks';
import { formatShortDate } from '../../time';
import type { ConsolidationSubject } from './criteria';

interface DueCheck {
  subject: ConsolidationSubject;
  title: string;
  lastOn: string | null;
}

const paths: Record<ConsolidationSubject, (id: string) => string> = {
  NETWORK: (id) => `/netzwerke/${id}/verstetigung`,
  FORMAT: (id) => `/beteiligung/formate/${id}/verstetigung`,
  PLANNING: () => '/netzwerke/verstetigung/sozialplanung',
};

/** Where the checks of something stand. */
export function consolidationPath(subject: ConsolidationSubject, id: string): string {
  return paths[subject](id);
}

/** What was checked a year ago, and what is called permanent without ever having been checked. */
export const consolidationToday = {
  'consolidation-due': {
    priority: todayPriority.soon,
    says: ({ subject, title, lastOn }: DueCheck, id) => ({
      text: lastOn
        ? `Verstetigung wieder prüfen: ${title} (zuletzt ${formatShortDate(lastOn)})`
        : `Verstetigung prüfen: ${title}`,
      path: consolidationPath(subject, id),
      action: 'Prüfen',
    }),
  },
} satisfies TodayKinds;
