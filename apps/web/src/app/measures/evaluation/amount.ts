/** "84 Tage", "12,5 %": a value with its unit, the German way. */
export function amount(value: number, unit: string): string {
  const number = value.toLocaleString('de-DE', { maximumFractionDigits: 4 });
  return unit ? `${number}\u00a0${unit}` : number;
}
