/** Minutes of all parts together; parts without a length count nothing. */
export function totalMinutes(parts: readonly { minutes: number | null }[]): number {
  return parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0);
}

/** "45 Min.", "2 Std.", "2 Std. 30 Min."; empty where no part has a length. */
export function durationWords(minutes: number): string {
  if (minutes <= 0) return '';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? `${hours} Std.` : '', rest ? `${rest} Min.` : ''].filter(Boolean).join(' ');
}
