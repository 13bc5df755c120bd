import { formatShortDate, isDay, joinDay } from '../time';
import {
  type MeasureKind,
  measureKindLabels,
  measureKinds,
  type MeasureState,
  measureStateLabels,
} from './measure-state';
import type { SaveMeasure } from './measures-requests';
import { type MeasureStatus, measureStatusLabels } from './measure-status';
import type { BudgetYear } from './measures-views';

/** A Maßnahme as a line of the list that goes out and comes in again. */
export interface SheetMeasure {
  number: string;
  version: number;
  kind: MeasureKind;
  field: string;
  title: string;
  description: string;
  target: string;
  lead: string;
  partners: readonly string[];
  person: string;
  startsOn: string | null;
  dueOn: string | null;
  costNeutral: boolean;
  fundingSource: string;
  funder: string;
  fundingUntil: string | null;
  costs: readonly BudgetYear[];
  state: MeasureState;
  status: MeasureStatus;
}

export type SheetCell = string | number | { day: string };

/** What the names in a list stand for; no two organisations and no two fields have the same. */
export interface SheetNames {
  field(name: string): string | undefined;
  organisation(name: string): string | undefined;
}

export interface SheetColumn {
  heading: string;
  /** Where what was read stands in the request. */
  field?: keyof SaveMeasure;
  width: number;
  cell(row: SheetMeasure): SheetCell;
  /**
   * What stands in a cell as it would have been written, or null where it cannot be read. Without it the column is
   * only looked at.
   */
  read?: (words: string) => string | null;
  /** What is expected, where `read` says null. */
  expects?: string;
  /** Puts what was read where it belongs; a sentence where a name is not known. */
  put?: (request: SaveMeasure, value: string, names: SheetNames) => string | null;
}

export const NUMBER_HEADING = 'Nummer';
export const VERSION_HEADING = 'Fassung';

const COST = /^(Einmalig|Laufend) (\d{4})$/;

const EXPECTS_DAY = 'Hier wird ein Datum erwartet, zum Beispiel 31.12.2026.';
const EXPECTS_EUROS = 'Hier werden ganze Euro erwartet, zum Beispiel 12000.';

/** The years of the cost columns: those in which something costs, this one and the next. */
export function sheetYears(rows: readonly Pick<SheetMeasure, 'costs'>[], thisYear: number): number[] {
  const years = rows.flatMap(({ costs }) => costs.map(({ year }) => year));
  return [...new Set([...years, thisYear, thisYear + 1])].sort((one, other) => one - other);
}

/** All columns in their order, for these budget years. */
export function sheetColumns(years: readonly number[]): SheetColumn[] {
  return [
    ...leading,
    ...years.flatMap((year) => [cost('Einmalig', year), cost('Laufend', year)]),
    {
      heading: 'Zuständig (nur zur Ansicht)',
      width: 24,
      cell: ({ person }) => person,
    },
    {
      heading: 'Stand (nur zur Ansicht)',
      width: 16,
      cell: ({ state }) => measureStateLabels[state],
    },
    {
      heading: 'Status (nur zur Ansicht)',
      width: 20,
      cell: ({ status }) => measureStatusLabels[status],
    },
  ];
}

/** The budget years that the headings of a list name. */
export function yearsOf(headings: readonly string[]): number[] {
  const years = headings.flatMap((heading) => COST.exec(heading.trim())?.[2] ?? []).map(Number);
  return [...new Set(years)].filter((year) => year >= 1990 && year <= 2200);
}

/** What a cell holds, as `read` says it. */
export function sheetWords(cell: SheetCell): string {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? words(cell) : cell.day;
}

/** The same for people: days as 31.12.2026. */
export function sheetShown(value: string): string {
  return isDay(value) ? formatShortDate(value) : value;
}

const leading: readonly SheetColumn[] = [
  { heading: NUMBER_HEADING, width: 14, cell: ({ number }) => number },
  { heading: VERSION_HEADING, width: 9, cell: ({ version }) => version },
  {
    heading: 'Art',
    field: 'kind',
    width: 26,
    cell: ({ kind }) => measureKindLabels[kind],
    read: (said) => {
      const kind = measureKinds.find(
        (it) => measureKindLabels[it].toLowerCase() === words(said).toLowerCase(),
      );
      return kind ? measureKindLabels[kind] : null;
    },
    expects: `Hier wird eines davon erwartet: ${Object.values(measureKindLabels).join(', ')}.`,
    put: (request, value) => {
      request.kind = measureKinds.find((it) => measureKindLabels[it] === value) ?? request.kind;
      return null;
    },
  },
  {
    heading: 'Handlungsfeld',
    field: 'fieldId',
    width: 28,
    cell: ({ field }) => field,
    read: words,
    put: (request, value, names) => {
      const id = names.field(value);
      if (!id) return `Ein Handlungsfeld „${value}“ gibt es nicht.`;
      request.fieldId = id;
      return null;
    },
  },
  text('Titel', 44, 'title'),
  text('Beschreibung', 50, 'description'),
  text('Ziel', 36, 'target'),
  {
    heading: 'Federführung',
    field: 'leadOrganisationId',
    width: 32,
    cell: ({ lead }) => lead,
    read: words,
    put: (request, value, names) => {
      if (value === '') {
        request.leadOrganisationId = null;
        return null;
      }
      const id = names.organisation(value);
      if (!id) return unknownOrganisation(value);
      request.leadOrganisationId = id;
      return null;
    },
  },
  {
    heading: 'Beteiligte',
    field: 'partnerIds',
    width: 36,
    cell: ({ partners }) => sorted(partners).join('\n'),
    read: (said) => sorted(lines(said)).join('\n'),
    put: (request, value, names) => {
      const ids = new Set<string>();
      for (const name of lines(value)) {
        const id = names.organisation(name);
        if (!id) return unknownOrganisation(name);
        ids.add(id);
      }
      request.partnerIds = [...ids];
      return null;
    },
  },
  day('Beginn', 'startsOn'),
  day('Ende', 'dueOn'),
  {
    heading: 'Kostenneutral',
    field: 'costNeutral',
    width: 14,
    cell: ({ costNeutral }) => (costNeutral ? 'ja' : 'nein'),
    read: (said) => ({ ja: 'ja', nein: 'nein', '': 'nein' })[words(said).toLowerCase()] ?? null,
    expects: 'Hier wird ja oder nein erwartet.',
    put: (request, value) => {
      request.costNeutral = value === 'ja';
      return null;
    },
  },
  text('Finanzierung', 24, 'fundingSource'),
  text('Fördergeber', 24, 'funder'),
  day('Förderung bis', 'fundingUntil'),
];

function text(
  heading: string,
  width: number,
  key: 'title' | 'description' | 'target' | 'fundingSource' | 'funder',
): SheetColumn {
  return {
    heading,
    field: key,
    width,
    cell: (row) => row[key],
    read: words,
    put: (request, value) => {
      request[key] = value;
      return null;
    },
  };
}

function day(heading: string, key: 'startsOn' | 'dueOn' | 'fundingUntil'): SheetColumn {
  return {
    heading,
    field: key,
    width: 12,
    cell: (row) => {
      const value = row[key];
      return value === null ? '' : { day: value };
    },
    read: readDay,
    expects: EXPECTS_DAY,
    put: (request, value) => {
      request[key] = value === '' ? null : value;
      return null;
    },
  };
}

function cost(said: 'Einmalig' | 'Laufend', year: number): SheetColumn {
  const key = said === 'Einmalig' ? 'oneOff' : 'yearly';
  return {
    heading: `${said} ${year}`,
    field: 'costs',
    width: 15,
    cell: ({ costs }) => costs.find((it) => it.year === year)?.[key] || '',
    read: (written) => {
      const digits = words(written).replace(/[\s.€]|,00?$/g, '');
      if (digits === '' || /^0+$/.test(digits)) return '';
      return /^\d{1,10}$/.test(digits) ? String(Number(digits)) : null;
    },
    expects: EXPECTS_EUROS,
    put: (request, value) => {
      const euros = Number(value);
      const known = request.costs.find((it) => it.year === year);
      if (known) known[key] = euros;
      else request.costs.push({ year, oneOff: 0, yearly: 0, [key]: euros });
      request.costs = request.costs.filter(({ oneOff, yearly }) => oneOff + yearly > 0);
      return null;
    },
  };
}

/** "31.12.2026", "1.2.2027" and "2026-12-31" are days; a month of 13 is none. */
function readDay(said: string): string | null {
  const written = words(said);
  if (written === '' || isDay(written)) return written;
  const [, dayOfMonth, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? [];
  const read = joinDay(Number(year), Number(month), Number(dayOfMonth));
  return isDay(read) ? read : null;
}

function unknownOrganisation(name: string): string {
  return `Eine Organisation „${name}“ gibt es nicht.`;
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort((one, other) => one.localeCompare(other, 'de'));
}

function words(said: string): string {
  return said.replace(/\r\n?/g, '\n').trim();
}

function lines(said: string): string[] {
  return words(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
