/** The waiting time one service told, in days. */
export interface ToldWaitingTime {
  service: string;
  days: number;
  /** Whether its own number may be shown (rule R4). */
  maySingly: boolean;
}

export const fewestServices = 5;

export type WaitingTime =
  /** Enough services: the median of their days. */
  | { kind: 'MEDIAN'; days: number; services: number }
  /** Too few for a median that gives nobody away: those who agreed, each with its own days, by name. */
  | { kind: 'SINGLY'; shown: { service: string; days: number }[]; services: number };

/** Median of the waiting times of at least five services, else those that agreed to be shown. */
export function medianWaitingTime(told: readonly ToldWaitingTime[]): WaitingTime {
  const services = told.length;
  if (services < fewestServices) {
    const shown = told
      .filter((it) => it.maySingly)
      .map(({ service, days }) => ({ service, days }))
      .toSorted((a, b) => a.service.localeCompare(b.service, 'de'));
    return { kind: 'SINGLY', shown, services };
  }
  return { kind: 'MEDIAN', days: medianOf(told.map((it) => it.days)), services };
}

/**
 * The middle value; between two middle ones their mean.
 * @throws RangeError without values
 */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('A median needs values');
  return (lower + upper) / 2;
}
