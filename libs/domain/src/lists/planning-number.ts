/**
 * The number people cite, of a Befund (B), Schwerpunkt (S), Empfehlung (E) or what else planning counts by the year:
 * `B-2026-001`. Beyond 999 it simply grows.
 */
export function planningNumber(letter: string, year: number, count: number): string {
  return `${letter}-${year}-${String(count).padStart(3, '0')}`;
}
