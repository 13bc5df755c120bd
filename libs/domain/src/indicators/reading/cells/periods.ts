import type { Period } from '../../read-value';

const MONTHS = [
  ['januar', 'jan', 'january', 'jän'],
  ['februar', 'feb', 'february'],
  ['märz', 'mrz', 'mär', 'march', 'mar', 'maerz'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['dezember', 'dez', 'december', 'dec'],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const LEADS =
  /^(?:berichtsmonat|berichtsjahr|berichtszeitraum|berichtsquartal|stichtag|schuljahr|jahr|monat|quartal|zeitraum|zeit|jahresdurchschnitt|kalenderjahr|ausbildungsjahr)\b[\s:]*/i;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/**
 * Reads a time as statistical offices write it: "31.12.2015", "2015", "Jahr: 2016", "2015/16", "März 2025",
 * "1. Quartal 2015", "2013 bis 2015".
 * @returns null where the words are no time, or a day that is in no calendar
 */
export function periodOf(words: string): Period | null {
  const told = words.trim();
  if (told.length < 4 || told.length > 60) return null;
  const text = told.replace(LEADS, '').trim();
  const whole = simple(text);
  if (whole) return /^(?:berichts)?monat\b/i.test(told) ? asMonth(whole) : whole;
  const ends = /^(.{4,20}?)\s?(?:–|—|-| bis )\s?(.{4,20})$/.exec(text);
  const [first, last] = [ends?.[1], ends?.[2]].map((end) => (end ? simple(end.trim()) : null));
  if (!first || !last || first.kind !== last.kind || first.kind === 'SCHOOL_YEAR') return null;
  const [from, to] = [firstDay(first), lastDay(last)];
  return from < to ? { period: `${from}/${to}`, kind: 'RANGE' } : null;
}

/** A workbook holds a month as its first day. */
export function asMonth(period: Period): Period {
  if (period.kind !== 'DAY' || !period.period.endsWith('-01')) return period;
  return { period: period.period.slice(0, 7), kind: 'MONTH' };
}

function simple(text: string): Period | null {
  if (/^\d{4}$/.test(text)) return isYear(text) ? { period: text, kind: 'YEAR' } : null;
  const day = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (day) return dayOf(Number(day[3]), Number(day[2]), Number(day[1]));
  const written = /^(\d{1,2})\.? ?([a-zäöü]{3,9})\.? (\d{4})$/i.exec(text);
  const inMonth = MONTH_OF.get(written?.[2]?.toLowerCase() ?? '');
  if (written && inMonth) return dayOf(Number(written[3]), inMonth, Number(written[1]));
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const lasting = /^(\d{4})-(\d{2})P(\d{1,2})M$/.exec(text);
  if (lasting) return monthsFrom(Number(lasting[1]), Number(lasting[2]), Number(lasting[3]));
  const winter = /^(?:wintersemester|ws) ?(\d{4})\/(?:\d{2}){1,2}$/i.exec(text);
  if (winter) return monthsFrom(Number(winter[1]), 10, 6);
  const summer = /^(?:sommersemester|ss) ?(\d{4})$/i.exec(text);
  if (summer) return monthsFrom(Number(summer[1]), 4, 6);
  const school = /^(\d{4})\s?\/\s?(\d{2}|\d{4})$/.exec(text);
  if (school) {
    const [year, next] = [Number(school[1]), school[2] ?? ''];
    const follows = next.length === 4 ? Number(next) === year + 1 : Number(next) === (year + 1) % 100;
    return follows && isYear(school[1]) ? { period: `${year}/${year + 1}`, kind: 'SCHOOL_YEAR' } : null;
  }
  const month =
    /^(\d{4})(?:-|M|-?MONAT)(\d{1,2})$/.exec(text) ??
    reversed(/^(\d{1,2})[./](\d{4})$/.exec(text)) ??
    named(text);
  if (month) return monthOf(Number(month[1]), Number(month[2]));
  const part =
    /^(\d{4})[\s-]*(Q|H|QUART|HALBJ)\s?0?([1-4])$/i.exec(text) ??
    turnedBack(/^(\d{4})\s+([1-4])\.\s?(Quartal|Vierteljahr|Halbjahr)$/i.exec(text)) ??
    turned(/^([1-4])\.\s?(Quartal|Vierteljahr|Halbjahr)\s+(\d{4})$/i.exec(text)) ??
    turned(/^(?:([1-4])[\s.]*)?([QH])([1-4])?[\s/.-]*(\d{4})$/i.exec(text));
  if (!part || !isYear(part[1])) return null;
  const half = part[2]?.toUpperCase().startsWith('H');
  const which = Number(part[3]);
  if (half && which > 2) return null;
  return { period: `${part[1]}-${half ? 'H' : 'Q'}${which}`, kind: half ? 'HALF_YEAR' : 'QUARTER' };
}

function reversed(found: RegExpExecArray | null): string[] | null {
  return found ? ['', found[2] ?? '', found[1] ?? ''] : null;
}

/** Year, word and number of a part of the year, whichever stood first. */
function turned(found: RegExpExecArray | null): string[] | null {
  if (!found) return null;
  const year = found[4] ?? found[3] ?? '';
  return ['', year, found[2] ?? '', found[1] ?? found[3] ?? ''];
}

/** "2019 1. Quartal": the year first. */
function turnedBack(found: RegExpExecArray | null): string[] | null {
  return found ? ['', found[1] ?? '', found[3] ?? '', found[2] ?? ''] : null;
}

function named(text: string): string[] | null {
  const found =
    /^([a-zäöü]{3,9})\.?[\s-]*(\d{4}|\d{2})$/i.exec(text) ??
    reversed(/^(\d{4})\s([a-zäöü]{3,9})\.?$/i.exec(text));
  const month = MONTH_OF.get(found?.[1]?.toLowerCase() ?? '');
  if (!found || month === undefined) return null;
  const year = found[2] ?? '';
  return ['', year.length === 2 ? `20${year}` : year, String(month)];
}

function monthOf(year: number, month: number): Period | null {
  if (!isYear(String(year)) || month < 1 || month > 12) return null;
  return { period: `${year}-${two(month)}`, kind: 'MONTH' };
}

/** "2022-10P6M": so many months from one on. */
function monthsFrom(year: number, month: number, count: number): Period | null {
  const first = monthOf(year, month);
  if (!first || count < 1 || count > 60) return null;
  if (count === 1) return first;
  if (count === 12 && month === 1) return { period: String(year), kind: 'YEAR' };
  if (count === 3 && month % 3 === 1) return { period: `${year}-Q${(month + 2) / 3}`, kind: 'QUARTER' };
  if (count === 6 && month % 6 === 1) return { period: `${year}-H${(month + 5) / 6}`, kind: 'HALF_YEAR' };
  const end = month - 1 + count;
  const last = monthOf(year + Math.floor((end - 1) / 12), ((end - 1) % 12) + 1);
  return last ? { period: `${firstDay(first)}/${lastDay(last)}`, kind: 'RANGE' } : null;
}

function dayOf(year: number, month: number, day: number): Period | null {
  if (!isYear(String(year)) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { period: `${year}-${two(month)}-${two(day)}`, kind: 'DAY' };
}

function isYear(text: string | undefined): boolean {
  const year = Number(text);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** First day of a period, as an ISO day. */
export function firstDay({ period, kind }: Period): string {
  const year = period.slice(0, 4);
  switch (kind) {
    case 'DAY':
      return period;
    case 'MONTH':
      return `${period}-01`;
    case 'QUARTER':
      return `${year}-${two(Number(period.slice(6)) * 3 - 2)}-01`;
    case 'HALF_YEAR':
      return `${year}-${period.endsWith('1') ? '01' : '07'}-01`;
    case 'SCHOOL_YEAR':
      return `${year}-08-01`;
    case 'RANGE':
      return period.slice(0, 10);
    case 'YEAR':
      return `${year}-01-01`;
  }
}

/** Last day of a period, as an ISO day. A school year ends with July. */
export function lastDay({ period, kind }: Period): string {
  const year = period.slice(0, 4);
  const endOf = (month: number): string => `${year}-${two(month)}-${two(daysIn(Number(year), month))}`;
  switch (kind) {
    case 'DAY':
      return period;
    case 'MONTH':
      return endOf(Number(period.slice(5)));
    case 'QUARTER':
      return endOf(Number(period.slice(6)) * 3);
    case 'HALF_YEAR':
      return endOf(period.endsWith('1') ? 6 : 12);
    case 'SCHOOL_YEAR':
      return `${period.slice(5)}-07-31`;
    case 'RANGE':
      return period.slice(11);
    case 'YEAR':
      return `${year}-12-31`;
  }
}

/**
 * A part of a year, as files have it that keep the part in a column or heading of its own ("MONAT03", "März",
 * "1. Quartal").
 * @returns null where the words name no month, quarter or half
 */
export function partOfYear(year: string, part: string): Period | null {
  const period = part.trim() === '' ? null : wholePart(year, part);
  return period && ['MONTH', 'QUARTER', 'HALF_YEAR'].includes(period.kind) ? period : null;
}

function wholePart(year: string, part: string): Period | null {
  const code = /^(MONAT|QUART|HALBJ)(\d{1,2})$/i.exec(part.trim());
  if (code?.[1]?.toUpperCase() === 'QUART') return periodOf(`${year}-Q${Number(code[2])}`);
  if (code?.[1]?.toUpperCase() === 'HALBJ') return periodOf(`${year}-H${Number(code[2])}`);
  if (code) return periodOf(`${year}-${two(Number(code[2]))}`);
  return periodOf(`${part.trim()} ${year}`);
}
