import { type Interval, logFactorial, wilsonInterval } from './intervals';

export interface Share {
  hits: number;
  of: number;
}

export interface ChangeOfShares {
  /** Later minus earlier share; times 100 it is percentage points. */
  difference: number;
  /** 95 %, of the difference. */
  interval: Interval;
  /** Only where the interval leaves out "no change". */
  significant: boolean;
}

/**
 * Whether a share changed by more than chance would. Source of the formula: Newcombe, Statistics in Medicine 17
 * (1998), method 10: the interval of a difference from the two Wilson intervals. It takes the two counts as
 * independent, which is cautious for two years of the same residents.
 */
export function changeOfShares(earlier: Share, later: Share): ChangeOfShares {
  const [before, after] = [earlier.hits / earlier.of, later.hits / later.of];
  const [old, now] = [wilsonInterval(earlier.hits, earlier.of), wilsonInterval(later.hits, later.of)];
  const difference = after - before;
  const interval = {
    low: difference - Math.hypot(after - now.low, old.high - before),
    high: difference + Math.hypot(now.high - after, before - old.low),
  };
  return { difference, interval, significant: interval.low > 0 || interval.high < 0 };
}

export interface Events {
  /** Whole number of events. */
  count: number;
  /** What they happened among or how long, such as residents; only the proportion of the two matters. */
  exposure: number;
}

export interface ChangeOfEvents {
  /** Later rate through earlier rate; null where nothing had happened before. */
  ratio: number | null;
  /** Chance of a difference at least this rare were both rates the same, 0 to 1. */
  chance: number;
  /** Only where that chance is below 5 %. */
  significant: boolean;
}

/**
 * Whether events became more or fewer by more than chance would. Source of the formula: Przyborowski and Wilenski,
 * Biometrika 31 (1940): given all events, those of the later time are binomial with its share of the exposure;
 * the two-sided chance is twice the smaller tail.
 */
export function changeOfEvents(earlier: Events, later: Events): ChangeOfEvents {
  const all = earlier.count + later.count;
  const share = later.exposure / (earlier.exposure + later.exposure);
  const upTo = binomialTail(0, later.count, all, share);
  const from = binomialTail(later.count, all, all, share);
  const chance = Math.min(1, 2 * Math.min(upTo, from));
  const ratio =
    earlier.count === 0 ? null : later.count / later.exposure / (earlier.count / earlier.exposure);
  return { ratio, chance, significant: chance < 0.05 };
}

/** Chance of `low` to `high` hits in `of` tries. */
function binomialTail(low: number, high: number, of: number, share: number): number {
  let sum = 0;
  for (let hits = low; hits <= high; hits++) {
    const ways = logFactorial(of) - logFactorial(hits) - logFactorial(of - hits);
    sum += Math.exp(ways + hits * Math.log(share) + (of - hits) * Math.log(1 - share));
  }
  return sum;
}
