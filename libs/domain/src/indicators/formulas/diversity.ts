export interface Diversity {
  /** H = −Σ p·ln p; 0 where there is one kind alone. */
  entropy: number;
  /** H / ln K, 0 to 1; null with fewer than two kinds. */
  evenness: number | null;
  /** Kinds that occur. */
  kinds: number;
}

/**
 * How varied services are, by the number of each kind. Source: Shannon, Bell System Technical Journal 27 (1948);
 * evenness after Pielou (1966).
 * @param counts of each kind, none below 0; kinds without any do not count
 * @returns null where there is none at all
 */
export function shannonDiversity(counts: readonly number[]): Diversity | null {
  if (counts.some((count) => count < 0)) throw new RangeError('Counts are not negative');
  const present = counts.filter((count) => count > 0);
  const all = present.reduce((sum, count) => sum + count, 0);
  if (!all) return null;
  const entropy = present.reduce((sum, count) => sum - (count / all) * Math.log(count / all), 0);
  return {
    entropy: Math.max(0, entropy),
    evenness: present.length < 2 ? null : entropy / Math.log(present.length),
    kinds: present.length,
  };
}
