import { formatShortDate } from '../time';
import type { TaskEventView } from './tasks-views';

/** What can be done with several tasks at once. */
export const taskChanges = ['done', 'reopen', 'drop', 'due', 'hand-over', 'remind'] as const;
export type TaskChange = (typeof taskChanges)[number];

/** In: what happened. Out: the sentence the history of the task says, without who and when. */
export function taskEventSays({
  kind,
  before,
  after,
}: Pick<TaskEventView, 'kind' | 'before' | 'after'>): string {
  switch (kind) {
    case 'CREATED':
      return 'Angelegt';
    case 'CHANGED':
      return 'Geändert';
    case 'DONE':
      return 'Erledigt';
    case 'REOPENED':
      return 'Wieder geöffnet';
    case 'DROPPED':
      return 'Entfallen';
    case 'DUE':
      return `Frist: ${dayOf(before)} → ${dayOf(after)}`;
    case 'HANDED_OVER':
      return `Zuständig: ${before || 'niemand'} → ${after || 'niemand'}`;
    case 'REMINDED':
      return `Erinnert: ${after}`;
    case 'ESCALATED':
      return `Überfällig gemeldet: ${after}`;
    case 'UNDONE':
      return 'Rückgängig gemacht';
  }
}

function dayOf(day: string): string {
  return day === '' ? 'ohne' : formatShortDate(day);
}
