import { type Period, RefusedTable } from '../../read-value';
import { asMonth, firstDay, lastDay, periodOf } from '../cells/periods';
import { listed, type Notices } from '../notices';

/** What stands outside a table about the time of its values. */
export interface ToldTimes {
  /** Times that the sheets before name with a lead: "Berichtsmonat: März 2025". */
  cover: Period[];
  /** Name of the sheet; empty for text. */
  sheet: string;
  /** Name of the file; empty where it is not known. */
  file: string;
}

const MONTHS = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
/** A time among the words of a title: "am 30. Juni 2024", "im März 2025", "2023/24", "2020 bis 2022", "2024". */
const TIMES = new RegExp(
  String.raw`(?<![\d.,-])(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\. (?:${MONTHS}) \d{4}|(?:${MONTHS}) \d{4}|[1-4]\. ?(?:Quartal|Halbjahr) \d{4}|(?:19|20)\d{2}\/(?:\d{4}|\d{2})|(?:19|20)\d{2}(?: (?:bis|–|-) (?:19|20)\d{2})?)(?![\d.,-]*\d)`,
  'gi',
);
/** In front of a time that is not the one of the values: a classification, a census behind them, the day of a law. */
const OF_SOMETHING_ELSE =
  /(?:zensus|census|mikrozensus|gebietsstand:?|stand:?|datenstand:?|basis(?:jahr)?:?|grundlage|fassung|vom|seit|ab|geboren\S*|jahrgangs?|geburtsjahr|prognose|wz|kldb|isced|icd|gebietsreform|zum vergleich|gegenüber|vorjahr:?|\d\s?=)\s*\(?$/i;
const NO_TITLE = /^(?:©|quelle|erstell|datenstand|stand\b|hinweis|\d{1,2}\))/i;

/** The times that titles name among other words, each once; a time within another counts as that. */
export function timesAmongWords(titles: readonly string[]): Period[] {
  const found = new Map<string, Period>();
  for (const title of titles) {
    if (NO_TITLE.test(title)) continue;
    for (const { 0: words, index } of title.matchAll(TIMES)) {
      if (OF_SOMETHING_ELSE.test(title.slice(0, index))) continue;
      const period = periodOf(words.replace(/\.\s(?=\d)/g, '.'));
      if (period) found.set(period.period, period);
    }
  }
  return finest([...found.values()]);
}

/** Without what only led on to more. */
function bare(words: string): string {
  let end = words.length;
  while (end > 0 && ' \u00a0\t,–-'.includes(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
}

/** A title without the time at its end: what is counted is called the same in every year. */
export function withoutTime(title: string): string {
  const stand = title.search(/\b(?:daten)?stand\s{0,3}:/i);
  const without = bare(stand < 0 ? title : title.slice(0, stand))
    .replace(
      new RegExp(
        String.raw`[\s,(–-]*(?:\b(?:am|zum|per|im|in|für|vom|das|dem)\b\s*)*(?:\b(?:jahre?|stichtag|berichtsmonat|monat|schuljahr)\b:?\s*)?${TIMES.source}\)?\s*$`,
        'i',
      ),
      '',
    )
    .trim();
  return without.length > 2 ? without : title;
}

/**
 * The times in the name of a file: "eckwerte-202503.xlsx", "Wohngeld_2024.xlsx". A day counts only at the end of a
 * month: any other says when the file was made.
 */
export function timesInName(name: string): Period[] {
  const found = new Map<string, Period>();
  const inWords = name.replace(/\.[a-z]{2,4}$/i, '').replace(/[_]+/g, ' ');
  const take = (words: string): string => {
    const period = periodOf(words);
    if (period) found.set(period.period, period);
    return ' ';
  };
  inWords
    .replace(/(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)/g, (_, year, month, day) =>
      takeEndOfMonth(`${year}-${month}-${day}`, take),
    )
    .replace(/(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/g, (words) => takeEndOfMonth(words, take))
    .replace(/(?<!\d)((?:19|20)\d{2})[-. ]?(0[1-9]|1[0-2])(?!\d)/g, (_, year, month) =>
      take(`${year}-${month}`),
    )
    .replace(new RegExp(String.raw`(?:${MONTHS})[ -]?(?:19|20)\d{2}(?!\d)`, 'gi'), (words) =>
      take(words.replace('-', ' ')),
    )
    .replace(/(?<!\d)((?:19|20)\d{2})[ -]?(Q[1-4]|H[12])\b/gi, (_, year, part) => take(`${year}-${part}`))
    .replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, take);
  return finest([...found.values()]);
}

function takeEndOfMonth(words: string, take: (words: string) => string): string {
  const day = periodOf(words);
  return day && day.period === lastDay({ period: day.period.slice(0, 7), kind: 'MONTH' }) ? take(words) : ' ';
}

/** "2024" beside "31.12.2024" is the same time told less finely. */
function finest(times: readonly Period[]): Period[] {
  return times.filter(
    (one) =>
      !times.some(
        (other) => other !== one && firstDay(other) >= firstDay(one) && lastDay(other) <= lastDay(one),
      ),
  );
}

const COVER_LEAD =
  /^(?:berichtsmonat|berichtsjahr|berichtszeitraum|berichtsquartal|stichtag|zeitraum|zeitpunkt|schuljahr|monat|jahr)\s*:\s*(.{4,40})$/i;

/** What a cover sheet says of the time of all tables behind it, in a cell or in two: "Berichtsmonat: | März 2025". */
export function timesOfCover(lines: readonly { cells: readonly string[] }[]): Period[] {
  return lines.flatMap(({ cells }) => {
    const words = [...new Set(cells.filter(Boolean))].map((cell) => cell.trim()).join(' ');
    const told = COVER_LEAD.exec(words)?.[1]?.trim();
    const period = told ? periodOf(told) : null;
    return period ? [/monat/i.test(words) ? asMonth(period) : period] : [];
  });
}

/**
 * The time of a table that says none in a line, a head or with a lead in its titles: what its sheet is called, what the
 * cover names, and where somebody has to say yes what the title or the name of the file holds among other words.
 * @returns null where nothing tells, or several things
 */
export function timeOutside(titles: readonly string[], told: ToldTimes, notices: Notices): Period | null {
  const ofSheet = periodOf(told.sheet);
  if (ofSheet) return ofSheet;
  const cover = finest(distinct(told.cover));
  const inTitles = timesAmongWords(titles);
  if (inTitles.length > 1) return null;
  const [onCover, ...others] = cover;
  const [inTitle] = inTitles;
  if (
    onCover &&
    others.length === 0 &&
    (!inTitle || isWithin(inTitle, onCover) || isWithin(onCover, inTitle))
  )
    return onCover;
  if (onCover) return null;
  if (inTitle) {
    const title = titles.find((it) => timesAmongWords([it]).length > 0) ?? '';
    ask(notices, inTitle, `der Titel („${title.slice(0, 80)}“)`);
    return inTitle;
  }
  const [inName, ...more] = timesInName(told.file);
  if (!inName || more.length > 0) return null;
  ask(notices, inName, `der Dateiname („${told.file.slice(0, 80)}“)`);
  return inName;
}

/** Says why a table without a time is refused, and what to do. */
export function noTime(line: number, titles: readonly string[], told: ToldTimes): RefusedTable {
  const several = [...timesAmongWords(titles), ...distinct(told.cover)].map(({ period }) => period);
  const names = [...new Set(several)];
  const why =
    names.length > 1
      ? `keine eindeutige Zeit: Titel und Deckblatt nennen ${listed(names)}`
      : 'keine Zeit: weder in der Zeile noch im Kopf, in einer Zeile darüber, im Titel, auf dem Deckblatt oder im Dateinamen';
  return new RefusedTable(
    'no-period',
    `Zu Zeile ${line} findet sich ${why}. Bitte schreiben Sie sie in eine Zeile über der Tabelle, zum Beispiel „Stichtag: 31.12.2024“.`,
    line,
  );
}

function ask(notices: Notices, { period }: Period, where: string): void {
  const says = `Zu welcher Zeit die Werte gehören, sagt nur ${where}: Gelten sie für ${period}?`;
  if (!notices.has(says)) notices.add('question', 'period-open', says);
}

function distinct(times: readonly Period[]): Period[] {
  return [...new Map(times.map((it) => [it.period, it])).values()];
}

function isWithin(one: Period, other: Period): boolean {
  return firstDay(one) >= firstDay(other) && lastDay(one) <= lastDay(other);
}
