/** The number people say on the phone: `H-2026-0412`. Beyond 9999 it simply grows. */
export function feedbackNumber(year: number, count: number): string {
  return `H-${year}-${String(count).padStart(4, '0')}`;
}

export function isFeedbackNumber(text: string): boolean {
  return /^H-\d{4}-(?!0{4}$)(\d{4}|[1-9]\d{4,})$/.test(text);
}
