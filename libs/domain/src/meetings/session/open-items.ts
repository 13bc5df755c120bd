import { type Day, formatDate } from '../../time';

/** What a meeting says of something that earlier ones left to do. */
export const openItemMarks = ['OPEN', 'DONE', 'MOVED'] as const;
export type OpenItemMark = (typeof openItemMarks)[number];

export const openItemKinds = ['TASK', 'AGREEMENT'] as const;
export type OpenItemKind = (typeof openItemKinds)[number];

/** A task or a Vereinbarung of an earlier meeting, as it stood when this one talked about it. */
export interface OpenItemFacts {
  kind: OpenItemKind;
  title: string;
  who: string;
  dueOn: Day | null;
  mark: OpenItemMark;
  movedTo: Day | null;
}

/** In: one of them. Out: what it was and what was said of it, as the protocol keeps it. */
export function openItemSays({ kind, who, dueOn, mark, movedTo }: OpenItemFacts): string {
  const facts = [kind === 'AGREEMENT' ? 'Vereinbarung' : who, dueOn ? `bis ${formatDate(dueOn)}` : ''].filter(
    Boolean,
  );
  const said =
    mark === 'DONE'
      ? kind === 'AGREEMENT'
        ? 'umgesetzt'
        : 'erledigt'
      : mark === 'MOVED' && movedTo
        ? `verschoben auf ${formatDate(movedTo)}`
        : 'weiter offen';
  return `${facts.length > 0 ? ` (${facts.join(', ')})` : ''}: ${said}`;
}
