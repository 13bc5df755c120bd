import type { ReadingNotice } from '../read-value';

/** More of one kind say no more. */
export const OF_ONE_KIND = 12;

/** What is to be said about a file, each kind at most a dozen times and then in one sum. */
export class Notices {
  private readonly list: ReadingNotice[] = [];
  private readonly counts = new Map<string, number>();

  add(kind: ReadingNotice['kind'], code: string, says: string, line: number | null = null): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= OF_ONE_KIND) this.list.push({ kind, code, says, line });
  }

  /** Whether this very sentence is said already. */
  has(says: string): boolean {
    return this.list.some((it) => it.says === says);
  }

  /** Questions first, then warnings, then notes. */
  all(): ReadingNotice[] {
    const more = [...this.counts]
      .filter(([, count]) => count > OF_ONE_KIND)
      .map(([code, count]): ReadingNotice => {
        const { kind } = this.list.find((it) => it.code === code) ?? { kind: 'note' as const };
        return { kind, code, says: furtherPlaces(count), line: null };
      });
    const order = ['question', 'warning', 'note'];
    return [...this.list, ...more].sort(
      (one, other) =>
        order.indexOf(one.kind) - order.indexOf(other.kind) || one.code.localeCompare(other.code),
    );
  }
}

/** What stands for those of a kind that are not told one by one, however many there are in all. */
export function furtherPlaces(count: number): string {
  return `Dasselbe gilt an ${count - OF_ONE_KIND} weiteren Stellen.`;
}

/** "Aken, Grimme und 3 weitere" */
export function listed(words: readonly string[], most = 4): string {
  const shown = words.length > most ? words.slice(0, most - 1) : words;
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} und ${rest} weitere`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} und ${last}`;
}

/** "2010-12-31", "2008 und 2009", "2010 bis 2015": times in their order. */
export function times(periods: readonly string[]): string {
  const sorted = [...periods].sort();
  return sorted.length > 3 ? `${sorted[0]} bis ${sorted.at(-1)} (${sorted.length}-mal)` : listed(sorted);
}
