import { addDays, addMonths, type Day, dayParts, joinDay, monthName } from '../time';

export const interfaceRhythms = [
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
  'SCHOOL_YEAR',
  'PER_PLAN',
] as const;
export type InterfaceRhythm = (typeof interfaceRhythms)[number];

export const interfaceRhythmLabels: Record<InterfaceRhythm, string> = {
  MONTHLY: 'monatlich',
  QUARTERLY: 'vierteljährlich',
  HALF_YEARLY: 'halbjährlich',
  YEARLY: 'jährlich',
  SCHOOL_YEAR: 'je Schuljahr',
  PER_PLAN: 'je Plan',
};

/** What one delivery is about: "2. Quartal 2025", with its first and its last day. */
export interface DeliveryPeriod {
  label: string;
  startsOn: Day;
  endsOn: Day;
}

/**
 * The period of a rhythm a day of Berlin lies in.
 * @returns null where no calendar says it (`PER_PLAN`)
 */
export function periodAt(rhythm: InterfaceRhythm, day: Day): DeliveryPeriod | null {
  const { year, month } = dayParts(day);
  switch (rhythm) {
    case 'MONTHLY':
      return period(joinDay(year, month, 1), 1, `${monthName(month)} ${year}`);
    case 'QUARTERLY':
      return part(year, month, 3, 'Quartal');
    case 'HALF_YEARLY':
      return part(year, month, 6, 'Halbjahr');
    case 'YEARLY':
      return period(joinDay(year, 1, 1), 12, `Jahr ${year}`);
    case 'SCHOOL_YEAR': {
      // Accounts of a school year go from August to July.
      const begun = month >= 8 ? year : year - 1;
      return period(joinDay(begun, 8, 1), 12, `Schuljahr ${begun}/${String(begun + 1).slice(2)}`);
    }
    case 'PER_PLAN':
      return null;
  }
}

/**
 * The period that ended last before a day, i.e. what one would ask for on it.
 * @param today a day of Berlin
 * @returns null where no calendar says it (`PER_PLAN`)
 */
export function lastPeriod(rhythm: InterfaceRhythm, today: Day): DeliveryPeriod | null {
  const now = periodAt(rhythm, today);
  return now && periodAt(rhythm, addDays(now.startsOn, -1));
}

function period(startsOn: Day, months: number, label: string): DeliveryPeriod {
  return { label, startsOn, endsOn: addDays(addMonths(startsOn, months), -1) };
}

/** The part of so many months a month lies in. */
function part(year: number, month: number, months: number, name: string): DeliveryPeriod {
  const first = month - ((month - 1) % months);
  return period(joinDay(year, first, 1), months, `${(first - 1) / months + 1}. ${name} ${year}`);
}
