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

/** What one delivery is about: "2. Quartal 2025", with its last day. */
export interface DeliveryPeriod {
  label: string;
  endsOn: Day;
}

/**
 * The period that ended last before a day, i.e. what one would ask for on it.
 * @param today a day of Berlin
 * @returns null where no calendar says it (`PER_PLAN`)
 */
export function lastPeriod(rhythm: InterfaceRhythm, today: Day): DeliveryPeriod | null {
  const { year, month } = dayParts(today);
  switch (rhythm) {
    case 'MONTHLY': {
      const endsOn = addDays(joinDay(year, month, 1), -1);
      const ended = dayParts(endsOn);
      return { label: `${monthName(ended.month)} ${ended.year}`, endsOn };
    }
    case 'QUARTERLY':
      return part(year, month, 3, 'Quartal');
    case 'HALF_YEARLY':
      return part(year, month, 6, 'Halbjahr');
    case 'YEARLY':
      return { label: `Jahr ${year - 1}`, endsOn: joinDay(year - 1, 12, 31) };
    case 'SCHOOL_YEAR': {
      // Accounts of a school year go from August to July.
      const ended = month >= 8 ? year : year - 1;
      return { label: `Schuljahr ${ended - 1}/${String(ended).slice(2)}`, endsOn: joinDay(ended, 7, 31) };
    }
    case 'PER_PLAN':
      return null;
  }
}

/** The last ended part of so many months. */
function part(year: number, month: number, months: number, name: string): DeliveryPeriod {
  const begun = joinDay(year, month - ((month - 1) % months), 1);
  const first = dayParts(addMonths(begun, -months));
  return {
    label: `${(first.month - 1) / months + 1}. ${name} ${first.year}`,
    endsOn: addDays(begun, -1),
  };
}
