import { RefusedTable } from '../../read-value';

/** What stands in the cell of a value: a number, or a sign that says why there is none. */
export interface ValueCell {
  value: number | null;
  marker: string | null;
  /** Sign of quality written into the cell itself: "(12,3)", "12 r". */
  quality: string | null;
  /** The three digits behind the only sign may be thousands or decimals; decided when all is read. */
  doubtful: '.' | ',' | null;
}

const NONE = { value: null, quality: null, doubtful: null };
const MARKERS: ReadonlyMap<string, ValueCell> = new Map(
  [
    ['', ''],
    ['-', '-'],
    ['–', '-'],
    ['—', '-'],
    ['−', '-'],
    ['.', '.'],
    ['•', '.'],
    ['.g', '.'],
    ['. g', '.'],
    ['g', '.'],
    ['x', 'x'],
    ['X', 'x'],
    ['×', 'x'],
    ['/', '/'],
    ['…', '…'],
    ['...', '…'],
    ['*', '*'],
    ['**', '*'],
    ['***', '*'],
    ['0', '0'],
  ].map(([sign, marker]) => [sign ?? '', { ...NONE, value: sign === '0' ? 0 : null, marker: marker ?? '' }]),
);

/** What a file is known to be, which decides where the signs alone do not. */
export interface NumberHabits {
  /** Sign before decimals, where somebody said so. */
  decimal: ',' | '.' | null;
  /** Numbers of workbooks come without separators, their texts with. */
  workbook: boolean;
}

/** Reads numbers and keeps in mind how they were written, so that no file is read in two ways at once. */
export class Numbers {
  private readonly seen = new Map<string, { line: number; text: string }>();

  /** @returns null where the cell holds words */
  read(raw: string, line: number): ValueCell | null {
    const marker = MARKERS.get(raw);
    if (marker) return marker;
    if (isDigits(raw)) {
      if (raw.length > 3) this.note('long', line, raw);
      return { value: Number(raw), marker: null, quality: null, doubtful: null };
    }
    return this.written(raw, line);
  }

  private written(raw: string, line: number): ValueCell | null {
    if (raw.length > 60) return null;
    let text = raw.trim().replace(/[\s\u00A0\u2007\u2009\u202F]+/g, ' ');
    if (text !== raw && (MARKERS.has(text) || isDigits(text))) return this.read(text, line);
    let quality: string | null = null;
    const inBrackets = /^\(\s?([^()]{1,40}?)\s?\)$/.exec(text);
    if (inBrackets) {
      quality = '()';
      text = inBrackets[1] ?? '';
    }
    const lettered = /^(\S.*\d)\s?([eprs])$/.exec(text);
    if (lettered) {
      quality = lettered[2] ?? null;
      text = lettered[1] ?? '';
    }
    text = text.replace(/ ?%$/, '').replace(/^[−–]/, '-');
    const grouped = /^-?\d{1,3}(?:[ ']\d{3})+(?=$|[.,])/.exec(text);
    if (grouped) text = grouped[0].replace(/[ ']/g, '') + text.slice(grouped[0].length);
    const found = /^(-?)(\d{1,15})((?:[.,]\d{1,15}){0,6})$/.exec(text);
    if (!found) return null;
    const cell = this.signed(found[2] ?? '', found[3] ?? '', line, raw.trim());
    if (!cell) return null;
    return { ...cell, value: found[1] === '-' ? -(cell.value ?? 0) : cell.value, quality };
  }

  private signed(whole: string, rest: string, line: number, raw: string): ValueCell | null {
    const number = (value: number): ValueCell => ({ value, marker: null, quality: null, doubtful: null });
    if (rest === '') return number(Number(whole));
    const signs = [...rest.matchAll(/[.,]/g)].map((it) => it[0]);
    const parts = [whole, ...rest.slice(1).split(/[.,]/)];
    const last = signs.at(-1) ?? '';
    const groups = (from: readonly string[]): boolean =>
      whole.length <= 3 && !whole.startsWith('0') && from.every((part) => part.length === 3);
    if (signs.length === 1) {
      const tail = parts[1] ?? '';
      const value = Number(`${whole}.${tail}`);
      if (!groups([tail])) {
        this.note(last === ',' ? 'decimal,' : 'decimal.', line, raw);
        return number(value);
      }
      this.note(`doubtful${last}`, line, raw);
      return { ...number(value), doubtful: last as '.' | ',' };
    }
    if (signs.every((sign) => sign === last)) {
      if (!groups(parts.slice(1))) return null;
      this.note(`group${last}`, line, raw);
      return number(Number(parts.join('')));
    }
    if (!signs.slice(0, -1).every((sign) => sign === signs[0]) || signs[0] === last) return null;
    if (!groups(parts.slice(1, -1))) return null;
    this.note(`group${signs[0]}`, line, raw);
    this.note(`decimal${last}`, line, raw);
    return number(Number(`${parts.slice(0, -1).join('')}.${parts.at(-1)}`));
  }

  private note(what: string, line: number, text: string): void {
    if (!this.seen.has(what)) this.seen.set(what, { line, text });
  }

  /**
   * Whether the doubtful numbers with a point, and those with a comma, are thousands.
   * @throws RefusedTable where two ways of writing are mixed, or nothing decides
   */
  decide({ decimal, workbook }: NumberHabits): { '.': boolean; ',': boolean } {
    const { seen } = this;
    this.refuseBoth('decimal,', 'decimal.');
    this.refuseBoth('decimal.', 'group.');
    this.refuseBoth('decimal,', 'group,');
    this.refuseBoth('group,', 'group.');
    const isDecimal = (sign: string, other: string): boolean | null => {
      if (decimal) return decimal === sign;
      if (seen.has(`decimal${sign}`) || seen.has(`group${other}`)) return true;
      if (seen.has(`decimal${other}`) || seen.has(`group${sign}`)) return false;
      return null;
    };
    const thousands = { '.': false, ',': false };
    for (const [sign, other] of [
      ['.', ','],
      [',', '.'],
    ] as const) {
      const doubt = seen.get(`doubtful${sign}`);
      if (!doubt) continue;
      let decided = isDecimal(sign, other);
      if (decided === null && workbook) decided = sign === ',';
      if (
        decided === null ||
        (seen.has(`doubtful${other}`) && decimal === null && !workbook && !this.isTold())
      )
        throw unclear(doubt);
      // Whoever writes 1.234 for one thousand writes so everywhere.
      const long = seen.get('long');
      if (!decided && long && !workbook && decimal === null)
        throw new RefusedTable(
          'mixed-numbers',
          `In Zeile ${doubt.line} steht „${doubt.text}“ mit Trennzeichen und in Zeile ${long.line} „${long.text}“ ohne: Die Zahlen sind nicht einheitlich geschrieben, und wir raten sie nicht.`,
          doubt.line,
        );
      thousands[sign] = !decided;
    }
    return thousands;
  }

  private isTold(): boolean {
    return ['decimal,', 'decimal.', 'group,', 'group.'].some((what) => this.seen.has(what));
  }

  private refuseBoth(one: string, other: string): void {
    const [first, second] = [this.seen.get(one), this.seen.get(other)];
    if (!first || !second) return;
    throw new RefusedTable(
      'mixed-numbers',
      `In Zeile ${first.line} steht „${first.text}“ und in Zeile ${second.line} „${second.text}“: Punkt und Komma sind gemischt, und wir raten die Zahlen nicht.`,
      Math.max(first.line, second.line),
    );
  }
}

function unclear({ line, text }: { line: number; text: string }): RefusedTable {
  return new RefusedTable(
    'unclear-number',
    `In Zeile ${line} kann „${text}“ eine Tausender- oder eine Nachkommastelle haben, und nichts in der Datei entscheidet es; wir raten die Zahlen nicht (eine Zuordnung kann das Dezimalzeichen nennen).`,
    line,
  );
}

function isDigits(text: string): boolean {
  const from = text.charCodeAt(0) === 45 ? 1 : 0;
  if (text.length === from || text.length > 15) return false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
