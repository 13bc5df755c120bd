/**
 * The number people cite for what planning makes: letter, year, count of the year with at least three digits
 * (`planningNumber('A', 2026, 1)` is `A-2026-001`; beyond 999 it simply grows). Numbering as in the field's own papers.
 */
export function planningNumber(letter: string, year: number, count: number): string {
  return `${letter}-${year}-${String(count).padStart(3, '0')}`;
}
