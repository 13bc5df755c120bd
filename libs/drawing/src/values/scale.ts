/** An axis of numbers with ends and ticks that are easy to read. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const steps = [1, 2, 2.5, 5, 10] as const;

/**
 * Begins at zero unless all values lie far from it, so that a length is not taken for more than it says.
 * @param values at least one, finite
 * @param most ticks wanted at most
 */
export function scaleOf(values: readonly number[], most = 6): Scale {
  const [smallest, largest] = [Math.min(...values), Math.max(...values)];
  const fromZero = smallest < largest / 2 || smallest === largest || smallest < 0;
  const low = fromZero ? Math.min(0, smallest) : smallest;
  const high = Math.max(largest, fromZero ? 0 : largest);
  const span = high - low || Math.abs(high) || 1;
  const rough = span / (most - 2);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * (steps.find((it) => it * magnitude >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
}

/** Days since some day long ago, near enough to place periods on an axis. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year * 365.2425 + (month - 1) * 30.437 + date;
}

/** A vertical line of dashes as path data. */
export function dashedDown(x: number, from: number, to: number): string {
  let d = '';
  for (let y = from; y < to; y += 8) d += `M${round(x)} ${round(y)}V${round(Math.min(y + 5, to))}`;
  return d;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
