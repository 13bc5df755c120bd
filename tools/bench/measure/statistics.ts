/** A sequence that looks random and is the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Linear between the two nearest values; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export interface Interval {
  median: number;
  low: number;
  high: number;
}

/** Median with the interval in which 95 of 100 repetitions of the measurement would put it. */
export function bootstrap(values: readonly number[], resamples = 2000): Interval {
  const random = seeded(20_250_116);
  const medians = Array.from({ length: resamples }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN)),
  );
  return { median: median(values), low: percentile(medians, 0.025), high: percentile(medians, 0.975) };
}

export type Verdict = 'reached' | 'short' | 'open';

/** Short only where even the upper end lies below the goal; reached where the median does not. */
export function verdictOf(ratio: Interval, goal: number): Verdict {
  if (ratio.high < goal) return 'short';
  return ratio.median >= goal ? 'reached' : 'open';
}
