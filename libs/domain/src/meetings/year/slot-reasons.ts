import { counted } from '../../text';
import { weekday, weekdayName, type Day } from '../../time';

/** What is known of a proposed date. */
export interface SlotFacts {
  day: Day;
  /** What the day is called where it is a public holiday. */
  holiday: string | null;
  schoolHolidays: readonly string[];
  sittingWeeks: readonly string[];
  /** Whom the date was held against: those who are invited, or the members while nobody is. */
  people: { count: number; are: 'MEMBERS' | 'INVITED' };
  /** Who is wanted somewhere else at that time. */
  busy: readonly { name: string }[];
  /** How many have another meeting on that day, at another time. */
  busyThatDay: number;
  /** Other bodies that meet at that time, by their names. */
  others: readonly { name: string }[];
}

export type SlotVerdict = 'GOOD' | 'FAIR' | 'POOR';

export interface SlotReasons {
  /** POOR where people are wanted in two places or nobody works; FAIR where there is something to know. */
  verdict: SlotVerdict;
  /** What speaks for the date, against it, and what is worth knowing; small letters first, as parts of a sentence. */
  good: string[];
  bad: string[];
  note: string[];
}

/** Christmas Eve and New Year's Eve are no public holidays, and no office is open. */
const closedDays = new Map([
  ['12-24', 'Heiligabend'],
  ['12-31', 'Silvester'],
]);

/** Why a date is good or not, in an order that is the same for each date of a list. */
export function slotReasons(facts: SlotFacts): SlotReasons {
  const reasons: SlotReasons = { verdict: 'GOOD', good: [], bad: [], note: [] };
  const { good, bad, note } = reasons;
  if (facts.schoolHolidays.length > 0) bad.push(facts.schoolHolidays.join(', '));
  else good.push('keine Ferien');
  const closed = closedDays.get(facts.day.slice(5));
  if (facts.holiday) bad.push(`Feiertag (${facts.holiday})`);
  else if (closed) bad.push(closed);
  else good.push('kein Feiertag');
  if (weekday(facts.day) > 5) note.push(weekdayName(facts.day));
  const { people, busy } = facts;
  if (busy.length > 0) bad.push(busyWords(facts));
  else if (people.count > 0) good.push(freeWords(people));
  if (facts.others.length > 0) note.push(`zur selben Zeit: ${facts.others.map((it) => it.name).join(', ')}`);
  else good.push('kein anderes Netzwerk');
  if (facts.sittingWeeks.length > 0) note.push(facts.sittingWeeks.join(', '));
  if (facts.busyThatDay > 0)
    note.push(
      `${facts.busyThatDay} ${facts.busyThatDay === 1 ? 'hat' : 'haben'} an dem Tag noch einen Termin`,
    );
  reasons.verdict = bad.length > 0 ? 'POOR' : note.length > 0 ? 'FAIR' : 'GOOD';
  return reasons;
}

/** The reasons as one line: what speaks against it first. */
export function slotSentence({ good, bad, note }: SlotReasons): string {
  return [...bad, ...note, ...good].join(', ');
}

function freeWords({ count, are }: SlotFacts['people']): string {
  if (are === 'MEMBERS') return count === 1 ? 'das Mitglied frei' : `alle ${count} Mitglieder frei`;
  return count === 1 ? 'wer eingeladen ist, ist frei' : `alle ${count} Eingeladenen frei`;
}

function busyWords({ people, busy }: SlotFacts): string {
  const of = `${busy.length} von ${counted(people.count, 'Person', 'Personen')}`;
  return `${of} ${busy.length === 1 ? 'ist' : 'sind'} zur selben Zeit woanders gefragt`;
}
