import type { AgendaVisibility, MeetingType } from '../meeting-words';

export interface AgendaPart<Item> {
  /** Null where the agenda is one. */
  label: string | null;
  items: Item[];
}

/** The two parts of a committee's agenda, the public one first; of other meetings one without a label. */
export function agendaParts<Item extends { visibility: AgendaVisibility }>(
  type: MeetingType,
  items: readonly Item[],
): AgendaPart<Item>[] {
  if (type !== 'COMMITTEE') return [{ label: null, items: [...items] }];
  const open = items.filter(({ visibility }) => visibility === 'PUBLIC');
  const closed = items.filter(({ visibility }) => visibility !== 'PUBLIC');
  return [
    { label: 'Öffentlicher Teil', items: open },
    { label: 'Nichtöffentlicher Teil', items: closed },
  ].filter((part) => part.items.length > 0);
}
