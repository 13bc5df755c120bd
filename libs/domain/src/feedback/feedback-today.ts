import { todayPriority, type TodayKind, type TodayKinds } from '../tasks';
import { counted } from '../text';
import { formatShortDate } from '../time';

interface Waiting {
  count: number;
}

interface Assigned extends Waiting {
  /** The earliest day. */
  due: string;
}

interface Presented {
  subject: string;
  draftedBy: string;
}

/** All that wait for the same step are one line, which leads to their view of the inbox. */
function waiting(
  view: string,
  priority: number,
  [one, many, verb]: readonly [string, string, string],
  action: string,
): TodayKind<Waiting> {
  return {
    priority,
    says: ({ count }) => ({
      text: `${counted(count, one, many)}${verb}`,
      path: `/hinweise?ansicht=${view}`,
      action,
    }),
  };
}

const { now, soon } = todayPriority;

/** What waits in the inbox, in the order of the steps. */
export const feedbackToday = {
  'feedback-overdue': {
    priority: now,
    says: ({ count, due }: Assigned) => ({
      text: `${counted(count, 'Ihnen zugewiesener Hinweis ist', 'Ihnen zugewiesene Hinweise sind')} überfällig, fällig seit ${formatShortDate(due)}`,
      path: '/hinweise?ansicht=mine',
      action: 'Ansehen',
    }),
  },
  'feedback-mine': {
    priority: soon,
    says: ({ count, due }: Assigned) => ({
      text: `${counted(count, 'Hinweis ist', 'Hinweise sind')} Ihnen zugewiesen, ${count === 1 ? '' : 'der nächste '}bis ${formatShortDate(due)}`,
      path: '/hinweise?ansicht=mine',
      action: 'Ansehen',
    }),
  },
  'feedback-to-check': waiting(
    'to-check',
    soon,
    ['Hinweis', 'Hinweise', ' auf persönliche Angaben prüfen'],
    'Prüfen',
  ),
  'feedback-new': waiting('new', soon + 1, ['neuer Hinweis', 'neue Hinweise', ''], 'Zuordnen'),
  'feedback-to-decide': waiting(
    'to-decide',
    soon + 2,
    ['Hinweis', 'Hinweise', ' entscheiden'],
    'Entscheiden',
  ),
  'feedback-to-answer': waiting(
    'to-answer',
    soon + 3,
    ['Hinweis', 'Hinweise', ' beantworten'],
    'Beantworten',
  ),
  'feedback-to-release': waiting('to-release', soon, ['Antwort', 'Antworten', ' freigeben'], 'Freigeben'),
  'return-message-to-release': {
    priority: soon,
    says: ({ subject, draftedBy }: Presented, id) => ({
      text: `Ergebnisbrief von ${draftedBy} freigeben: ${subject}`,
      path: `/beteiligung/ergebnisbriefe/${id}`,
      action: 'Freigeben',
    }),
  },
} satisfies TodayKinds;
