import { counted } from '../text';
import { todayPriority, type TodayLine } from './today-view';

/** What a line of Heute says and where its button leads; `post` and `undo` only where the button does it at once. */
export type TodayWords = Pick<TodayLine, 'text' | 'path' | 'action'> &
  Partial<Pick<TodayLine, 'post' | 'undo'>>;

/** One kind of line: how urgent it is, and its words made of the facts the database found about one object. */
export interface TodayKind<Facts> {
  priority: number;
  says(facts: Facts, id: string): TodayWords;
}

/** The kinds of one area by name. `never` takes kinds of any facts: the statement and its kind know each other. */
export type TodayKinds = Readonly<Record<string, TodayKind<never>>>;

/** What the database hands out of one thing to do. */
export interface TodayFound {
  kind: string;
  id: string;
  due: string | null;
  facts: unknown;
}

/**
 * In: what was found and the kinds of all areas. Out: the line as Heute shows it.
 * Throws where a statement names a kind that no area words.
 */
export function todayLine(found: TodayFound, kinds: TodayKinds): TodayLine {
  const kind = kinds[found.kind];
  if (!kind) throw new Error(`No area says what a line ${found.kind} of Heute means.`);
  const words = kind.says(found.facts as never, found.id);
  const { id, due } = found;
  return { post: null, undo: null, ...words, kind: found.kind, id, due, priority: kind.priority };
}

interface Titled {
  title: string;
}

const ownTask = ({ title }: Titled, id: string): TodayWords => ({
  text: title,
  path: `/heute/aufgaben?aufgabe=${id}`,
  action: 'Erledigt',
  post: `/api/tasks/${id}/done`,
  undo: `/api/tasks/${id}/reopen`,
});

export const tasksToday = {
  'task-late': { priority: todayPriority.now, says: ownTask },
  task: { priority: todayPriority.soon, says: ownTask },
  'network-tasks': {
    priority: todayPriority.soon,
    says: ({ title, late }: Titled & { late: number }, id) => ({
      text: `${counted(late, 'Aufgabe', 'Aufgaben')} überfällig: ${title}`,
      path: `/netzwerke/${id}/wirkung`,
      action: 'Ansehen',
    }),
  },
} satisfies TodayKinds;
