/** Both ends of an interval, in the unit of what was put in. */
export interface Interval {
  low: number;
  high: number;
}

/** Two-sided 95 %: the standard normal quantile of 0.975. */
const Z95 = 1.959963984540054;
const TAIL = 0.025;

/**
 * Wilson score interval (95 %) of a share. Stays inside 0 to 1 and holds for small numbers, where the usual
 * p ± 1.96·s does not. Source of the formula: Wilson, Journal of the American Statistical Association 22 (1927).
 * @param hits those who have it, whole, 0 ≤ hits ≤ of
 * @param of those who were counted, whole, at least 1
 * @returns shares from 0 to 1
 * @throws RangeError where hits and of are no such counts
 */
export function wilsonInterval(hits: number, of: number): Interval {
  if (!(of > 0 && hits >= 0 && hits <= of)) throw new RangeError('Not a share: needs 0 ≤ hits ≤ of, of > 0');
  const share = hits / of;
  const z2 = Z95 ** 2;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z95 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of ** 2));
  return { low: hits === 0 ? 0 : middle - half, high: hits === of ? 1 : middle + half };
}

/**
 * Exact Poisson interval (95 %) of the expected number behind a count of events: the means whose tail beyond the
 * count is just 2.5 %. Source: Garwood, Biometrika 28 (1936).
 *
 * The ends are chi-square quantiles, for which one would need a library of statistics. We bisect on the tail itself
 * instead: it is the definition, needs no approximation of a quantile function, and is the only place that would
 * call such a library.
 * @param count whole number of events, at least 0
 * @throws RangeError where count is not a whole number of at least 0
 */
export function poissonInterval(count: number): Interval {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError('Not a count of events');
  // Well outside of both ends for every count: an end lies about 2·√count away, for small counts below 4.
  const reach = 6 * Math.sqrt(count) + 10;
  const atLeast = (mean: number): number => 1 - poissonBelow(count, mean);
  return {
    low: count === 0 ? 0 : risingTo(TAIL, Math.max(0, count - reach), count, atLeast),
    high: risingTo(1 - TAIL, count, count + reach, (mean) => 1 - poissonBelow(count + 1, mean)),
  };
}

/** Chance of fewer than `count` events where `mean` are expected. Sums the shorter side of the count. */
export function poissonBelow(count: number, mean: number): number {
  if (count <= 0) return 0;
  if (mean <= 0) return 1;
  return mean < count ? 1 - sumUp(count, mean) : sumDown(count - 1, mean);
}

/** Chance of exactly `count`, `count + 1`, … events; terms fall, because the mean lies below. */
function sumUp(count: number, mean: number): number {
  let term = chanceOf(count, mean);
  let sum = 0;
  for (let at = count; term > sum * Number.EPSILON; at++, term *= mean / at) sum += term;
  return sum;
}

/** Chance of exactly `count`, `count − 1`, … 0 events; terms fall, because the mean lies above. */
function sumDown(count: number, mean: number): number {
  let term = chanceOf(count, mean);
  let sum = 0;
  for (let at = count; at >= 0 && term > sum * Number.EPSILON; term *= at / mean, at--) sum += term;
  return sum;
}

function chanceOf(count: number, mean: number): number {
  return Math.exp(count * Math.log(mean) - mean - logFactorial(count));
}

/** ln(n!): summed up to 20, then Stirling's series, whose first left-out term is below 1e-12 there. */
export function logFactorial(n: number): number {
  if (n <= 20) {
    let sum = 0;
    for (let factor = 2; factor <= n; factor++) sum += Math.log(factor);
    return sum;
  }
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5) - 1 / (1680 * n ** 7);
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}

/** Where a rising function of the mean reaches `target`, to the last digits a double has. */
function risingTo(target: number, from: number, to: number, of: (mean: number) => number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 100 && high - low > high * Number.EPSILON; step++) {
    const middle = (low + high) / 2;
    if (of(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
