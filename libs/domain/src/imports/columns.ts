/** A field of an import target, as far as the assignment of columns asks about it. */
export interface AssignableField {
  key: string;
  label: string;
  /** Other headings that mean the same, in any spelling. */
  alike: readonly string[];
}

/**
 * A heading reduced to what tells headings apart: "E-Mail (dienstl.)" and "email dienstl" are the same.
 * @returns lower-case letters and digits without umlauts
 */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '');
}

/** One key for a set of headings in their order: the assignment is kept under it and found again next time. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(headingKey).join('|');
}

/**
 * A first guess which column is which field: same words first, then a heading that begins or ends with them.
 * Each field is given once, to the first column that fits; the rest stays unassigned (null).
 * @param headings of the file, in their order
 * @param fields of the target, the more particular ones first
 * @returns one field key or null per heading
 */
export function guessColumns(
  headings: readonly string[],
  fields: readonly AssignableField[],
): (string | null)[] {
  const guessed: (string | null)[] = headings.map(() => null);
  const taken = new Set<string>();
  const give = (fits: (heading: string, words: string) => boolean): void => {
    headings.forEach((heading, index) => {
      if (guessed[index] !== null) return;
      const key = headingKey(heading);
      if (key === '') return;
      const field = fields.find(
        (it) => !taken.has(it.key) && [it.label, ...it.alike].some((words) => fits(key, headingKey(words))),
      );
      if (!field) return;
      guessed[index] = field.key;
      taken.add(field.key);
    });
  };
  give((heading, words) => heading === words);
  give((heading, words) => words.length >= 4 && (heading.startsWith(words) || heading.endsWith(words)));
  return guessed;
}

/** "A", "Z", "AA": how Excel calls a column. @param index from 0 */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
