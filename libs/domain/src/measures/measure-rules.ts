import type { MeasureKind } from './measure-state';
import type { measureProblems } from './measures-problems';

interface Saved {
  kind: MeasureKind;
  startsOn: string | null;
  dueOn: string | null;
  costNeutral: boolean;
  funder: string;
  fundingUntil: string | null;
  costs: readonly { year: number; oneOff: number; yearly: number }[];
}

export interface MeasureFault {
  code: keyof typeof measureProblems;
  /** Field of `SaveMeasure`. */
  path: string;
}

/**
 * What does not fit together in what somebody saves.
 * @param before the kind it has; null for a new one
 * @returns the first fault with its field, or null
 */
export function measureFault(request: Saved, before: MeasureKind | null): MeasureFault | null {
  const { kind, startsOn, dueOn, costs } = request;
  const provisional = (it: MeasureKind): boolean => it === 'PROVISIONAL_STEP';
  if (before !== null && provisional(before) !== provisional(kind))
    return { code: 'measure-kind-fixed', path: 'kind' };
  if (startsOn !== null && dueOn !== null && dueOn < startsOn) return { code: 'measure-days', path: 'dueOn' };
  if (new Set(costs.map(({ year }) => year)).size < costs.length)
    return { code: 'measure-year-twice', path: 'costs' };
  if (request.costNeutral && costs.some(({ oneOff, yearly }) => oneOff + yearly > 0))
    return { code: 'measure-cost-of-neutral', path: 'costNeutral' };
  if (kind !== 'PROJECT' && (request.funder !== '' || request.fundingUntil !== null))
    return { code: 'measure-funder-of-projects', path: 'funder' };
  return null;
}
