/** `1 Hinweis`, `12 Hinweise`: a whole number with its noun in the right number. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
