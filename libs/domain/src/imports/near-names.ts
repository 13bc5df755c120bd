import { nameCore, trigramsOf } from './duplicates';

/** Names less alike than this are never the same, whatever else agrees. */
const LEAST = 0.55;
/**
 * So many entries are looked at for one name, those that share its rarest trigrams first, and so many of them, those
 * that share the most, are compared with it. A name of common syllables meets half of a large list; the bounds keep
 * 100,000 of them from taking hours, and what they leave out shares nothing but the commonest trigrams.
 */
const VISITS = 8_000;
const COMPARED = 300;
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
  /** How many trigrams an entry has, beside the lists themselves: most entries are ruled out by it. */
  private sizes = new Uint16Array(1024);
  /** How many of the trigrams looked at an entry shares; zero between two searches. */
  private shared = new Uint16Array(1024);

  /** Adds a name; the answer is its number. */
  add(name: string): number {
    const entry = this.trigrams.length;
    if (entry >= this.shared.length) {
      this.shared = new Uint16Array(entry * 2);
      const sizes = new Uint16Array(entry * 2);
      sizes.set(this.sizes);
      this.sizes = sizes;
    }
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
    this.sizes[entry] = own.length;
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
    const own = new Set(wanted);
    const found: { entry: number; score: number }[] = [];
    for (const entry of this.sharing(wanted)) {
      const theirs = this.trigrams[entry] ?? [];
      let common = 0;
      for (const trigram of theirs) if (own.has(trigram)) common += 1;
      const score = common / (wanted.length + theirs.length - common);
      if (score >= LEAST && score < 1) found.push({ entry, score });
    }
    found.sort((one, other) => other.score - one.score || one.entry - other.entry);
    return [...exact, ...found.map((it) => it.entry)].slice(0, most);
  }

  /** Entries that share so many of these trigrams that they may be as like as asked for. */
  private sharing(wanted: readonly (number | undefined)[]): number[] {
    const size = wanted.length;
    const lists = wanted
      .map((trigram) => (trigram === undefined ? [] : (this.holders[trigram] ?? [])))
      .sort((one, other) => one.length - other.length);
    // Whoever is as like as asked for shares at least one of so many of its trigrams, whichever they are.
    const enough = size - Math.ceil(LEAST * size) + 1;
    const { touched, counted } = this.counting(lists.slice(0, enough));
    const left = size - counted;
    const byCount: number[][] = [];
    const { shared, sizes } = this;
    for (const entry of touched) {
      const theirs = sizes[entry] ?? 0;
      const count = shared[entry] ?? 0;
      shared[entry] = 0;
      // Of two sets as like as asked for this part of all their trigrams is common.
      if (count + left < (LEAST / (1 + LEAST)) * (size + theirs)) continue;
      if (Math.min(theirs, size) >= LEAST * Math.max(theirs, size)) (byCount[count] ??= []).push(entry);
    }
    return byCount.reverse().flat().slice(0, COMPARED);
  }

  /** Counts how often entries stand in these lists, rare lists first, until so many were looked at. */
  private counting(lists: readonly (readonly number[])[]): { touched: number[]; counted: number } {
    const { shared } = this;
    const touched: number[] = [];
    let visits = 0;
    let counted = 0;
    for (const list of lists) {
      for (const entry of list) {
        if ((visits += 1) > VISITS) return { touched, counted };
        const count = shared[entry] ?? 0;
        if (count === 0) touched.push(entry);
        shared[entry] = count + 1;
      }
      counted += 1;
    }
    return { touched, counted };
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
