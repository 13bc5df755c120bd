import { isTotal } from '../reading/cells/dimension-names';

/** What one number of a table counts, apart from area and time; totals count everybody and are left out. */
export interface TableCell {
  /** Years from, and up to but without; `to` is null where there is no end. Null: every age. */
  ages: AgeSpan | null;
  sex: 'M' | 'W' | null;
  nationality: 'A' | 'D' | null;
  /** What else tells it apart, as the table words it, sorted. */
  labels: string[];
}

export interface AgeSpan {
  from: number;
  to: number | null;
}

/** @param dimensions label by name of the dimension, as the reader found them */
export function tableCell(dimensions: Readonly<Record<string, string>>): TableCell {
  const cell: TableCell = { ages: null, sex: null, nationality: null, labels: [] };
  for (const words of Object.values(dimensions)) {
    const label = words.trim();
    if (label === '' || isTotal(label)) continue;
    const ages = ageSpan(label);
    if (ages && !cell.ages) cell.ages = ages;
    else if (/^(?:männlich|männer|male)$/i.test(label)) cell.sex = 'M';
    else if (/^(?:weiblich|frauen|female)$/i.test(label)) cell.sex = 'W';
    else if (/^(?:ausländer(?:\(innen\)|innen)?|nichtdeutsche?|foreigners)$/i.test(label))
      cell.nationality = 'A';
    else if (/^(?:deutsche?|germans)$/i.test(label)) cell.nationality = 'D';
    else cell.labels.push(label);
  }
  cell.labels.sort();
  return cell;
}

/** "unter 3 Jahre", "3 bis unter 6 Jahre", "75 Jahre und mehr"; null for other words, "unter die Altersgrenze" too. */
export function ageSpan(label: string): AgeSpan | null {
  const under = /^unter (\d{1,3}) Jahren?$|^unter (1) Jahr$/.exec(label);
  if (under) return { from: 0, to: Number(under[1] ?? under[2]) };
  const between = /^(\d{1,3}) bis unter (\d{1,3}) Jahren?$/.exec(label);
  if (between) return { from: Number(between[1]), to: Number(between[2]) };
  const above = /^(\d{1,3}) (?:Jahre )?und (?:mehr|älter|mehr Jahre)$/.exec(label);
  return above ? { from: Number(above[1]), to: null } : null;
}

/** `ALT=3-6;GES=W`, `ALT=75+`: how observations keep a cell; null where it is told by other words as well. */
export function dimensionsOf({ ages, sex, nationality, labels }: TableCell): string | null {
  if (labels.length > 0) return null;
  return [
    ages && `ALT=${ages.to === null ? `${ages.from}+` : `${ages.from}-${ages.to}`}`,
    sex && `GES=${sex}`,
    nationality && `NAT=${nationality}`,
  ]
    .filter(Boolean)
    .join(';');
}

/** The years of `ALT=3-6` alone; null for every other text of dimensions. */
export function agesOf(dimensions: string): AgeSpan | null {
  const found = /^ALT=(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(dimensions);
  return found ? { from: Number(found[1]), to: found[2] === undefined ? null : Number(found[2]) } : null;
}

/**
 * Parts that make up a span of years exactly, none of them twice: a table that lists 15 to 20 beside 15 to 25 is not
 * counted double.
 * @returns null where there is no such choice
 */
export function coverOf<Part extends { ages: AgeSpan }>(
  parts: readonly Part[],
  { from, to }: AgeSpan,
): Part[] | null {
  const end = to ?? Infinity;
  if (from === end) return [];
  const starts = parts
    .filter(({ ages }) => ages.from === from && (ages.to ?? Infinity) <= end)
    .sort((one, other) => (other.ages.to ?? Infinity) - (one.ages.to ?? Infinity));
  for (const part of starts) {
    if (part.ages.to === null) return [part];
    const rest = coverOf(parts, { from: part.ages.to, to });
    if (rest) return [part, ...rest];
  }
  return null;
}
