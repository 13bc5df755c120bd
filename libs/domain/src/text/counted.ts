const WHOLE_NUMBER = new Intl.NumberFormat('de-DE');

/** `1 Hinweis`, `12 Hinweise`, `1.200 Hinweise`: a whole number with its noun in the right number. */
export function counted(count: number, one: string, many: string): string {
  return `${WHOLE_NUMBER.format(count)} ${count === 1 ? one : many}`;
}
