import { nameCore, trigramsOf } from './duplicates';

/** Names less alike than this are never the same, whatever else agrees. */
const LEAST = 0.45;
/**
 * So many entries are looked at for one name, those that share its rarest trigrams first. A name of common syllables
 * meets half of a large list; the bound keeps 100,000 of them from taking hours, and what it leaves out shares
 * nothing but the commonest ones.
 */
const VISITS = 20_000;
/** Names written alike are kept apart; more of them than are shown need not be found. */
const ALIKE = 8;

/**
 * Names by their trigrams (as pg_trgm makes them, of the name without form of law), to find those that are nearly the
 * same in bounded time. Entries are numbered in the order in which they were added.
 */
export class NearNames {
  private readonly numbers = new Map<string, number>();
  private readonly holders: number[][] = [];
  private readonly alike = new Map<string, number[]>();
  private readonly trigrams: number[][] = [];
  private seen = new Uint8Array(1024);

  /** Adds a name; the answer is its number. */
  add(name: string): number {
    const entry = this.trigrams.length;
    const core = nameCore(name);
    const alike = this.alike.get(core);
    if (alike) {
      // Found by its whole name; among the trigrams one of them stands for all.
      if (alike.length < ALIKE) alike.push(entry);
      this.trigrams.push([]);
      return entry;
    }
    this.alike.set(core, [entry]);
    const own = [...trigramsOf(core)].map((trigram) => this.numberOf(trigram));
    for (const trigram of own) this.holders[trigram]?.push(entry);
    this.trigrams.push(own);
    return entry;
  }

  /**
   * Numbers of the entries whose names are likest, the likest first.
   * @param most how many at most
   */
  near(name: string, most: number): number[] {
    const core = nameCore(name);
    const exact = this.alike.get(core) ?? [];
    if (exact.length >= most) return exact.slice(0, most);
    const wanted = [...trigramsOf(core)].map((trigram) => this.numbers.get(trigram));
    const size = wanted.length;
    const holders = wanted
      .map((trigram) => (trigram === undefined ? [] : (this.holders[trigram] ?? [])))
      .sort((one, other) => one.length - other.length);
    // Whoever is as like as asked for shares at least one of so many of its trigrams, whichever they are.
    const enough = size - Math.ceil(LEAST * size) + 1;
    const touched = this.holding(holders.slice(0, enough));
    const own = new Set(wanted);
    const found: { entry: number; score: number }[] = [];
    for (const entry of touched) {
      const theirs = this.trigrams[entry] ?? [];
      if (Math.min(theirs.length, size) < LEAST * Math.max(theirs.length, size)) continue;
      let common = 0;
      for (const trigram of theirs) if (own.has(trigram)) common += 1;
      const score = common / (size + theirs.length - common);
      if (score >= LEAST && score < 1) found.push({ entry, score });
    }
    found.sort((one, other) => other.score - one.score || one.entry - other.entry);
    return [...exact, ...found.map((it) => it.entry)].slice(0, most);
  }

  /** Entries that stand in these lists, rare lists first, until so many were looked at. */
  private holding(lists: readonly (readonly number[])[]): number[] {
    if (this.seen.length < this.trigrams.length) this.seen = new Uint8Array(this.trigrams.length * 2);
    const touched: number[] = [];
    let visits = 0;
    for (const list of lists) {
      for (const entry of list) {
        if ((visits += 1) > VISITS) break;
        if (this.seen[entry] === 0) touched.push(entry);
        this.seen[entry] = 1;
      }
      if (visits > VISITS) break;
    }
    for (const entry of touched) this.seen[entry] = 0;
    return touched;
  }

  private numberOf(trigram: string): number {
    const known = this.numbers.get(trigram);
    if (known !== undefined) return known;
    const number = this.holders.length;
    this.numbers.set(trigram, number);
    this.holders.push([]);
    return number;
  }
}
