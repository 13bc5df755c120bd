import { todayPriority, type TodayKinds } from '../tasks';
import { counted } from '../text';

interface Titled {
  title: string;
}

const { soon, sometime } = todayPriority;

/** For the office what waits for it, counted; for an organisation each entry that waits for her. */
export const servicesToday = {
  'services-to-confirm': {
    priority: soon,
    says: ({ fresh, changed }: { fresh: number; changed: number }) => ({
      text: `${[
        fresh > 0 ? counted(fresh, 'neues Angebot', 'neue Angebote') : '',
        changed > 0 ? counted(changed, 'geändertes Angebot', 'geänderte Angebote') : '',
      ]
        .filter(Boolean)
        .join(' und ')} bitte bestätigen`,
      path: '/akteure/angebote?state=TO_CONFIRM',
      action: 'Prüfen',
    }),
  },
  'service-returned': {
    priority: soon,
    says: ({ title }: Titled, id) => ({
      text: `Angebot ergänzen: ${title}`,
      path: `/unsere-angebote/${id}`,
      action: 'Ergänzen',
    }),
  },
  'service-stale': {
    priority: sometime,
    says: ({ title }: Titled, id) => ({
      text: `Stimmt das noch? ${title}`,
      path: `/unsere-angebote/${id}`,
      action: 'Bestätigen',
    }),
  },
} satisfies TodayKinds;
