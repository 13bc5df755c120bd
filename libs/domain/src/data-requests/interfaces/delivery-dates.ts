import { addDays, type Day } from '../../time';
import { type DeliveryPeriod, type InterfaceRhythm, periodAt } from '../interface-rhythm';

/** One version of what was agreed on the rhythm; null is since ever. */
export interface DeliveryTerm {
  validFrom: Day | null;
  /** The first day no earlier version answers for (`countsFrom`). */
  countsFrom: Day | null;
  rhythm: InterfaceRhythm;
  daysToDeliver: number;
}

/** A period with the day its delivery is expected on. */
export interface DeliveryDate extends DeliveryPeriod {
  dueOn: Day;
}

/** No rhythm and no time to deliver is longer. */
const LONGEST_DAYS = 740;

/**
 * Where a new version begins to count: a period of the earlier one that has begun by then is delivered to its end,
 * so that no day is left out and none is asked for twice by the same rhythm.
 */
export function countsFrom(
  before: Pick<DeliveryTerm, 'countsFrom' | 'rhythm'> | null,
  validFrom: Day | null,
): Day | null {
  if (!before || validFrom === null) return validFrom;
  if (before.countsFrom !== null && before.countsFrom >= validFrom) return before.countsFrom;
  const begun = periodAt(before.rhythm, addDays(validFrom, -1));
  return begun ? addDays(begun.endsOn, 1) : validFrom;
}

/**
 * Every delivery expected on a day between two others, these included: each period once, in their order.
 * @param terms versions of one agreement, the earliest first
 */
export function deliveryDates(terms: readonly DeliveryTerm[], from: Day, to: Day): DeliveryDate[] {
  return terms.flatMap((term, index) => {
    const dates: DeliveryDate[] = [];
    const end = terms[index + 1]?.countsFrom ?? null;
    const early = addDays(from, -LONGEST_DAYS);
    let day = term.countsFrom !== null && term.countsFrom > early ? term.countsFrom : early;
    while (day <= to && (end === null || day < end)) {
      const period = periodAt(term.rhythm, day);
      if (!period) break;
      const dueOn = addDays(period.endsOn, term.daysToDeliver);
      if (dueOn >= from && dueOn <= to) dates.push({ ...period, dueOn });
      day = addDays(period.endsOn, 1);
    }
    return dates;
  });
}
