import type { AgendaVisibility } from '../meeting-words';

/** 1 is a point, 2 a subpoint of the nearest point before it. */
export const agendaLevels = [1, 2] as const;
export type AgendaLevel = (typeof agendaLevels)[number];

/** Missing in what a device kept, or a format proposed, before there were subpoints: then it is a point. */
export interface Leveled {
  level?: AgendaLevel;
}

/**
 * The numbers of an agenda as it is read, printed and called: 1, 1.1, 1.2, 2.
 *
 * @param items in their order, those that are not shown left out; a subpoint without a point before it counts as one
 */
export function agendaNumbers(items: readonly Leveled[]): string[] {
  let [point, sub] = [0, 0];
  return items.map(({ level }) => {
    if (level === 2 && point > 0) return `${point}.${++sub}`;
    sub = 0;
    return `${++point}`;
  });
}

/** Each point with its subpoints, in their order; a subpoint without a point before it stands as one. */
export function agendaTree<Item extends Leveled>(items: readonly Item[]): { item: Item; children: Item[] }[] {
  const tree: { item: Item; children: Item[] }[] = [];
  for (const item of items) {
    const above = tree.at(-1);
    if (item.level === 2 && above) above.children.push(item);
    else tree.push({ item, children: [] });
  }
  return tree;
}

/**
 * Minutes an agenda asks for. A point with subpoints takes what was planned for it or what they need together,
 * whichever is more: its own time is that of the whole.
 */
export function plannedMinutes(items: readonly (Leveled & { minutes: number | null })[]): number {
  return agendaTree(items).reduce((sum, { item, children }) => {
    const below = children.reduce((minutes, child) => minutes + (child.minutes ?? 0), 0);
    return sum + Math.max(item.minutes ?? 0, below);
  }, 0);
}

/** The sum against the time between beginning and end, as a sentence: "zusammen 95 Minuten, 25 bleiben". */
export function plannedTimeWords(planned: number, available: number | null): string {
  if (planned === 0) return '';
  const sum = `zusammen ${planned} Minuten`;
  if (available === null) return sum;
  if (planned > available) return `${sum}, ${planned - available} mehr als der Termin hat`;
  return planned === available
    ? `${sum}, genau so lang wie der Termin`
    : `${sum}, ${available - planned} bleiben`;
}

/**
 * The agenda as it can stand: the first is a point, and a subpoint is seen by whoever sees its point. A subpoint
 * cannot lie in another part of a committee's agenda than its point, nor tell what its point hides.
 */
export function settledAgenda<Item extends Leveled & { visibility: AgendaVisibility }>(
  items: readonly Item[],
): Item[] {
  return agendaTree(items).flatMap(({ item, children }) => [
    item.level === 2 ? { ...item, level: 1 as const } : item,
    ...children.map((child) =>
      child.visibility === item.visibility ? child : { ...child, visibility: item.visibility },
    ),
  ]);
}

/** A point and its subpoints from `index` on: what moves together. */
function blockFrom<Item extends Leveled>(items: readonly Item[], index: number): Item[] {
  const [first, ...others] = items.slice(index);
  if (!first || first.level === 2) return first ? [first] : [];
  const end = others.findIndex(({ level }) => level !== 2);
  return [first, ...(end < 0 ? others : others.slice(0, end))];
}

/**
 * One place up or down: a point with its subpoints past the next point with its own, a subpoint past its neighbour
 * and so, at the edge, into the point beside.
 *
 * @returns the new list and where the moved one stands now; unchanged where there is no further place
 */
export function withPointMoved<Item extends Leveled>(
  items: readonly Item[],
  index: number,
  by: -1 | 1,
): { items: Item[]; index: number } {
  const block = blockFrom(items, index);
  const rest = items.filter((_, at) => at < index || at >= index + block.length);
  const isPoint = items[index]?.level !== 2;
  let to = index + by;
  if (isPoint && by === -1) while (to > 0 && rest[to]?.level === 2) to--;
  if (isPoint && by === 1) while (rest[to]?.level === 2) to++;
  // A subpoint stays below some point.
  if (to < (isPoint ? 0 : 1) || to > rest.length) return { items: [...items], index };
  return { items: [...rest.slice(0, to), ...block, ...rest.slice(to)], index: to };
}

/** Dropped at another place: a point takes its subpoints along and never parts those of another. */
export function withPointAt<Item extends Leveled>(items: readonly Item[], from: number, to: number): Item[] {
  const block = blockFrom(items, from);
  const rest = items.filter((_, at) => at < from || at >= from + block.length);
  let at = to > from ? Math.max(from, to - block.length + 1) : to;
  const isPoint = items[from]?.level !== 2;
  while (isPoint && rest[at]?.level === 2) at++;
  if (!isPoint && at === 0) at = 1;
  return [...rest.slice(0, at), ...block, ...rest.slice(at)];
}

/** Below the point before it, or a point of its own again; the first cannot be a subpoint. */
export function withLevel<Item extends Leveled>(
  items: readonly Item[],
  index: number,
  level: AgendaLevel,
): Item[] {
  return items.map((item, at) => (at === index && (at > 0 || level === 1) ? { ...item, level } : item));
}

/** As a number stands before a title: "1. Begrüßung", "1.1 Protokoll". */
export function numberMark(number: string): string {
  return number.includes('.') ? number : `${number}.`;
}

/**
 * Minutes between two typed wall times of one day, "14:00" and "16:30".
 * @returns null where one is missing or the end is not later
 */
export function minutesBetween(start: string, end: string): number | null {
  const [from, until] = [start, end].map((clock) => /^(\d{2}):(\d{2})$/.exec(clock));
  if (!from || !until) return null;
  const minutes = Number(until[1]) * 60 + Number(until[2]) - Number(from[1]) * 60 - Number(from[2]);
  return minutes > 0 ? minutes : null;
}
