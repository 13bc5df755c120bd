/** The number people say on the phone: `H-2026-0412`. Beyond 9999 it simply grows. */
export function feedbackNumber(year: number, count: number): string {
  return `H-${year}-${String(count).padStart(4, '0')}`;
}
