import { nameCore, trigramsOf } from './duplicates';

/** Names less alike than this are never the same, whatever else agrees. */
const LEAST = 0.55;
/** Of two sets as like as that this part of all their trigrams together is common; rounding must leave out nobody. */
const COMMON = LEAST / (1 + LEAST) - 1e-9;
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
  /** The trigrams of all entries one behind the other, and where those of each begin. */
  private trigrams = new Uint32Array(16_384);
  private begins = new Uint32Array(1024);
  private entries = 0;
  /** How many of the trigrams looked at an entry shares; zero between two searches. */
  private shared = new Uint16Array(1024);
  /** One for each trigram of the name that is searched for; zero between two searches. */
  private wanted = new Uint8Array(1024);
  private readonly touched = new Uint32Array(VISITS);

  /** Adds a name; the answer is its number. */
  add(name: string): number {
    const entry = this.entries;
    this.entries += 1;
    if (this.entries >= this.begins.length) {
      this.begins = larger(this.begins);
      this.shared = larger(this.shared);
    }
    const begin = this.begins[entry] ?? 0;
    this.begins[entry + 1] = begin;
    const core = nameCore(name);
    const alike = this.alike.get(core);
    if (alike) {
      // Found by its whole name; among the trigrams one of them stands for all.
      if (alike.length < ALIKE) alike.push(entry);
      return entry;
    }
    this.alike.set(core, [entry]);
    const own = [...trigramsOf(core)].map((trigram) => this.numberOf(trigram));
    while (begin + own.length > this.trigrams.length) this.trigrams = larger(this.trigrams);
    this.trigrams.set(own, begin);
    this.begins[entry + 1] = begin + own.length;
    for (const trigram of own) this.holders[trigram]?.push(entry);
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
    const trigrams = trigramsOf(core);
    const size = trigrams.size;
    const known = [...trigrams].flatMap((trigram) => this.numbers.get(trigram) ?? []);
    const { wanted } = this;
    for (const trigram of known) wanted[trigram] = 1;
    const found: { entry: number; score: number }[] = [];
    for (const entry of this.sharing(known, size)) {
      const score = this.likeness(entry, size);
      if (score >= LEAST && score < 1) found.push({ entry, score });
    }
    for (const trigram of known) wanted[trigram] = 0;
    found.sort((one, other) => other.score - one.score || one.entry - other.entry);
    return [...exact, ...found.map((it) => it.entry)].slice(0, most);
  }

  /** Share of common trigrams of the name that is searched for and this entry; 0 as soon as they are not like enough. */
  private likeness(entry: number, size: number): number {
    const { trigrams, wanted } = this;
    const [begin = 0, end = 0] = [this.begins[entry], this.begins[entry + 1]];
    const theirs = end - begin;
    const most = theirs - COMMON * (size + theirs);
    let strange = 0;
    for (let at = begin; at < end; at += 1)
      if (wanted[trigrams[at] ?? 0] === 0 && (strange += 1) > most) return 0;
    return (theirs - strange) / (size + strange);
  }

  /**
   * Entries that share so many of these trigrams that they may be as like as asked for, at most so many as are compared.
   * @param size how many trigrams the name has, with those that no entry has
   */
  private sharing(known: readonly number[], size: number): number[] {
    const lists = known
      .map((trigram) => this.holders[trigram] ?? [])
      .sort((one, other) => one.length - other.length);
    const strange = size - lists.length;
    // Whoever is as like as asked for shares at least one of so many of its trigrams, whichever they are.
    const enough = size - Math.ceil(LEAST * size) + 1;
    const { touched, counted } = this.counting(lists.slice(0, Math.max(enough - strange, 0)));
    const left = lists.length - counted;
    const { shared, begins } = this;
    const counts: number[] = [];
    let kept = 0;
    for (let at = 0; at < touched; at += 1) {
      const entry = this.touched[at] ?? 0;
      const theirs = (begins[entry + 1] ?? 0) - (begins[entry] ?? 0);
      const count = shared[entry] ?? 0;
      const possible =
        count + left >= COMMON * (size + theirs) && Math.min(theirs, size) >= LEAST * Math.max(theirs, size);
      if (!possible) {
        shared[entry] = 0;
        continue;
      }
      this.touched[kept] = entry;
      kept += 1;
      counts[count] = (counts[count] ?? 0) + 1;
    }
    return this.likest(kept, counts);
  }

  /** Of the first entries that were touched those that share the most. */
  private likest(kept: number, counts: readonly (number | undefined)[]): number[] {
    const { shared } = this;
    let [least, room] = [counts.length, COMPARED];
    while (least > 1 && room > 0) room -= counts[(least -= 1)] ?? 0;
    // So many of those that share just as many have no room.
    let over = Math.max(-room, 0);
    const most: number[] = [];
    for (let at = kept - 1; at >= 0; at -= 1) {
      const entry = this.touched[at] ?? 0;
      const count = shared[entry] ?? 0;
      shared[entry] = 0;
      if (count > least || (count === least && (over -= 1) < 0)) most.push(entry);
    }
    return most;
  }

  /** Counts how often entries stand in these lists, rare lists first, until so many were looked at. */
  private counting(lists: readonly (readonly number[])[]): { touched: number; counted: number } {
    const { shared } = this;
    let [touched, visits, counted] = [0, 0, 0];
    for (const list of lists) {
      for (const entry of list) {
        if ((visits += 1) > VISITS) return { touched, counted };
        const count = shared[entry] ?? 0;
        if (count === 0) {
          this.touched[touched] = entry;
          touched += 1;
        }
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
    if (number >= this.wanted.length) this.wanted = larger(this.wanted);
    return number;
  }
}

function larger<Kept extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  kept: Kept,
): Kept {
  const more = new (kept.constructor as new (length: number) => Kept)(kept.length * 2);
  more.set(kept);
  return more;
}
