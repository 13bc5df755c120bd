const WHOLE_NUMBER = new Intl.NumberFormat('de-DE');

/** `1 Hinweis`, `12 Hinweise`, `1.200 Hinweise`: a whole number with its noun in the right number. */
export function counted(count: number, one: string, many: string): string {
  return `${wholeNumber(count)} ${count === 1 ? one : many}`;
}

/** `12`, `1.200`: a whole number as it is written in German. */
export function wholeNumber(count: number): string {
  return WHOLE_NUMBER.format(count);
}
