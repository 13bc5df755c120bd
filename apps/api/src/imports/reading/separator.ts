import { type Separator, separators } from '@runder-tisch/domain/imports';

const LOOKED_AT = 30;
const SAMPLE = 20_000;
/** Titles above the headings are few. */
const TITLE_LINES = 5;

/**
 * The sign that cuts the headings and, the same way, the lines below them. A comma within addresses cuts lines into
 * more cells than there are headings, each line differently; so the line of the headings counts most. "sep=;" in the
 * first line, which Excel writes and heeds, says it outright.
 */
export function separatorOf(sample: string): Separator {
  const told = /^"?sep=([;,\t|])"?[\r\n]/i.exec(sample)?.[1];
  const found = separators.find((it) => it === told);
  if (found) return found;
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
  for (const separator of separators) {
    const score = scoreOf(cutLines(sample.slice(0, SAMPLE), separator));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/**
 * 0 where nothing is cut, more the better headings and lines agree. Lines that are passed over as a title cost a
 * little; width decides between two that agree alike.
 */
function scoreOf(lines: readonly (readonly string[])[]): number {
  const widest = Math.max(0, ...lines.map((cells) => cells.length));
  if (widest < 2) return 0;
  const title = Math.max(
    lines.slice(0, TITLE_LINES).findIndex((cells) => filled(cells) > 1),
    0,
  );
  const [head = [], ...rows] = lines.slice(title);
  if (head.length < 2) return 0.05;
  const agree = rows.filter((cells) => cells.length === head.length).length;
  const shorter = rows.filter((cells) => cells.length > 1 && cells.length < head.length).length;
  const share = rows.length === 0 ? 1 : (agree + shorter * 0.5) / rows.length;
  return share * (looksLikeHeadings(head) ? 2 : 1) + 0.5 - title * 0.1 + Math.min(head.length, 12) / 100;
}

function filled(cells: readonly string[] = []): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** Headings are short words, none twice, without digits in most and without mail addresses. */
function looksLikeHeadings(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.trim()).filter(Boolean);
  if (words.length < 2 || new Set(words.map((word) => word.toLowerCase())).size < words.length) return false;
  if (words.some((word) => word.length > 60 || word.includes('@'))) return false;
  return words.filter((word) => /\d/.test(word)).length * 3 <= words.length;
}

/** Lines cut as a reader would: a quotation mark counts at the beginning of a cell. */
function cutLines(sample: string, separator: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < sample.length && lines.length < LOOKED_AT; at += 1) {
    const sign = sample[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (sample[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (cells.length > 0 || cell.trim() !== '') lines.push([...cells, cell]);
      cells = [];
      cell = '';
    } else cell += sign;
  }
  // The last line of a sample may be torn.
  if (
    lines.length === 0 ||
    (lines.length < LOOKED_AT && sample.length < SAMPLE && (cells.length > 0 || cell.trim() !== ''))
  )
    lines.push([...cells, cell]);
  return lines;
}
