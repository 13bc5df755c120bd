import { folded } from '../text';

/** A field of an import target, as far as the assignment of columns asks about it. */
export interface AssignableField {
  key: string;
  label: string;
  /** Other headings that mean the same, in any spelling. */
  alike: readonly string[];
  /** Headings that mean this field where another field is in the file as well: "Name" beside "Vorname". */
  beside?: { field: string; alike: readonly string[] };
  /** Headings that mean it when nothing else claimed them. */
  otherwise?: readonly string[];
}

/**
 * A heading reduced to what tells headings apart: "E-Mail (dienstl.)" and "email dienstl" are the same.
 * @returns lower-case letters and digits without umlauts
 */
export function headingKey(heading: string): string {
  return folded(heading).replace(/[^a-z0-9]+/g, '');
}

/** One key for a set of headings in their order: the assignment is kept under it and found again next time. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(headingKey).join('|');
}

/**
 * A first guess which column is which field: clear words first, then what a heading means beside another one, then
 * what is left over, last a heading that begins or ends with clear words. Each field is given once.
 * @param headings of the file, in their order
 * @param fields of the target
 * @returns one field key or null per heading
 */
export function guessColumns(
  headings: readonly string[],
  fields: readonly AssignableField[],
): (string | null)[] {
  const keys = headings.map(headingKey);
  const guessed: (string | null)[] = headings.map(() => null);
  const taken = new Set<string>();
  const give = (
    words: (field: AssignableField) => readonly string[],
    fits: (heading: string, word: string) => boolean = (heading, word) => heading === word,
  ): void => {
    for (const field of fields) {
      if (taken.has(field.key)) continue;
      const wanted = words(field).map(headingKey);
      const at = keys.findIndex(
        (key, index) => guessed[index] === null && key !== '' && wanted.some((word) => fits(key, word)),
      );
      if (at < 0) continue;
      guessed[at] = field.key;
      taken.add(field.key);
    }
  };
  give(({ label, alike }) => [label, ...alike]);
  give(({ beside }) => (beside && taken.has(beside.field) ? beside.alike : []));
  give(({ otherwise }) => otherwise ?? []);
  give(
    ({ label, alike }) => [label, ...alike],
    (heading, word) => word.length >= 4 && (heading.startsWith(word) || heading.endsWith(word)),
  );
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

/** What a column is called that the line of the headings leaves empty. */
export function unnamedColumn(index: number): string {
  return `Spalte ${columnLetters(index)}`;
}
