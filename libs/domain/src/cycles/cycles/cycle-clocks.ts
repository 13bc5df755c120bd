import { addDays, addMonths, type Day } from '../../time';

/** From this age on a plan in force has to be written anew. */
export const PLAN_YEARS = 3;

/** The proposed end of a cycle of so many years. */
export function proposedEnd(beginsOn: Day, years: number): Day {
  return addDays(addMonths(beginsOn, years * 12), -1);
}

export interface CycleClock {
  /** Of the whole, in whole percent; 100 once its end is over. */
  percent: number;
  monthsLeft: number;
}

export function cycleClock({ beginsOn, endsOn }: { beginsOn: Day; endsOn: Day }, today: Day): CycleClock {
  const end = addDays(endsOn, 1);
  const [whole, gone] = [months(beginsOn, end), months(beginsOn, today)];
  return {
    percent: whole === 0 ? 100 : Math.min(100, Math.floor((gone / whole) * 100)),
    monthsLeft: today >= end ? 0 : Math.max(0, whole - gone),
  };
}

export interface PlanAge {
  months: number;
  /** It is three years old, or older. */
  old: boolean;
}

export function planAge(adoptedOn: Day, today: Day): PlanAge {
  return { months: months(adoptedOn, today), old: addMonths(adoptedOn, PLAN_YEARS * 12) <= today };
}

function months(from: Day, to: Day): number {
  let count = 0;
  while (addMonths(from, count + 1) <= to) count += 1;
  return count;
}
