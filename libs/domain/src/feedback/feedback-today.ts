import { todayPriority, type TodayKind, type TodayKinds } from '../tasks';
import { counted } from '../text';

interface Waiting {
  count: number;
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

const { soon } = todayPriority;

/** What waits in the inbox, in the order of the steps. */
export const feedbackToday = {
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
} satisfies TodayKinds;
