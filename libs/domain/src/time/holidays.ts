import { addDays, dayParts, joinDay, weekday, type Day } from './day';

/** The German states by the first two digits of any official key (AGS, Kreisschlüssel). */
export const stateNames = {
  '01': 'Schleswig-Holstein',
  '02': 'Hamburg',
  '03': 'Niedersachsen',
  '04': 'Bremen',
  '05': 'Nordrhein-Westfalen',
  '06': 'Hessen',
  '07': 'Rheinland-Pfalz',
  '08': 'Baden-Württemberg',
  '09': 'Bayern',
  '10': 'Saarland',
  '11': 'Berlin',
  '12': 'Brandenburg',
  '13': 'Mecklenburg-Vorpommern',
  '14': 'Sachsen',
  '15': 'Sachsen-Anhalt',
  '16': 'Thüringen',
} as const;

export type StateKey = keyof typeof stateNames;

/** Where a county has no key yet. */
export const usualState: StateKey = '15';

/** The state a county lies in: what its five-digit key begins with; Sachsen-Anhalt without a key or with an unknown one. */
export function stateOfCounty(countyKey: string): StateKey {
  const key = countyKey.slice(0, 2);
  return key in stateNames ? (key as StateKey) : usualState;
}

export interface Holiday {
  day: Day;
  name: string;
}

/**
 * Easter Sunday of a year in the Gregorian calendar: the anonymous algorithm of 1876, as in Meeus, Astronomical
 * Algorithms, chapter 8.
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leaps - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * shift + 114;
  return joinDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Before the 23rd of November: the Wednesday eleven days before the first Sunday in Advent. */
function repentanceDay(year: number): Day {
  const last = joinDay(year, 11, 22);
  return addDays(last, -((weekday(last) - 3 + 7) % 7));
}

interface Rule {
  name: string;
  /** The day in a year: a month with its day, or days after Easter Sunday. */
  on: readonly [month: number, day: number] | number | 'repentance';
  /** Without it in every state. */
  states?: readonly StateKey[];
  /** The first and the last year. */
  from?: number;
  until?: number;
}

const north: readonly StateKey[] = ['01', '02', '03', '04'];

/**
 * The public holidays of the states by their laws of Sundays and holidays. Only what holds in a whole state: Mariä
 * Himmelfahrt in parts of Bayern, Fronleichnam in parishes of Sachsen and Thüringen and the Friedensfest of Augsburg
 * are not in it.
 */
const rules: readonly Rule[] = [
  { name: 'Neujahr', on: [1, 1] },
  { name: 'Heilige Drei Könige', on: [1, 6], states: ['08', '09', '15'] },
  { name: 'Internationaler Frauentag', on: [3, 8], states: ['11'], from: 2019 },
  { name: 'Internationaler Frauentag', on: [3, 8], states: ['13'], from: 2023 },
  { name: 'Karfreitag', on: -2 },
  { name: 'Ostersonntag', on: 0, states: ['12'] },
  { name: 'Ostermontag', on: 1 },
  { name: 'Tag der Arbeit', on: [5, 1] },
  { name: '80. Jahrestag der Befreiung', on: [5, 8], states: ['11'], from: 2025, until: 2025 },
  { name: 'Christi Himmelfahrt', on: 39 },
  { name: 'Pfingstsonntag', on: 49, states: ['12'] },
  { name: 'Pfingstmontag', on: 50 },
  { name: 'Fronleichnam', on: 60, states: ['05', '06', '07', '08', '09', '10'] },
  { name: 'Mariä Himmelfahrt', on: [8, 15], states: ['10'] },
  { name: 'Weltkindertag', on: [9, 20], states: ['16'], from: 2019 },
  { name: 'Tag der Deutschen Einheit', on: [10, 3] },
  { name: 'Reformationstag', on: [10, 31], states: ['12', '13', '14', '15', '16'] },
  { name: 'Reformationstag', on: [10, 31], states: north, from: 2018 },
  { name: 'Allerheiligen', on: [11, 1], states: ['05', '07', '08', '09', '10'] },
  { name: 'Buß- und Bettag', on: 'repentance', states: ['14'] },
  { name: '1. Weihnachtstag', on: [12, 25] },
  { name: '2. Weihnachtstag', on: [12, 26] },
];

/** The public holidays of a state in a year, in order. */
export function publicHolidays(year: number, state: StateKey = usualState): Holiday[] {
  const easter = easterSunday(year);
  return rules
    .filter(
      (it) =>
        (!it.states || it.states.includes(state)) &&
        year >= (it.from ?? -Infinity) &&
        year <= (it.until ?? Infinity),
    )
    .map(({ name, on }) => ({ name, day: dayOfRule(on, year, easter) }))
    .sort((one, other) => one.day.localeCompare(other.day));
}

function dayOfRule(on: Rule['on'], year: number, easter: Day): Day {
  if (on === 'repentance') return repentanceDay(year);
  return typeof on === 'number' ? addDays(easter, on) : joinDay(year, on[0], on[1]);
}

/** The public holidays from a day to another, both included. */
export function holidaysBetween(from: Day, to: Day, state: StateKey = usualState): Holiday[] {
  const [first, last] = [dayParts(from).year, dayParts(to).year];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    .flatMap((year) => publicHolidays(year, state))
    .filter(({ day }) => day >= from && day <= to);
}

/** What a day is called where it is a public holiday, else null. */
export function holidayOn(day: Day, state: StateKey = usualState): string | null {
  return publicHolidays(dayParts(day).year, state).find((it) => it.day === day)?.name ?? null;
}
