/** `1 Hinweis`, `12 Hinweise`, `1.200 Hinweise`: a whole number with its noun in the right number. */
export function counted(count: number, one: string, many: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, '.')} ${count === 1 ? one : many}`;
}
