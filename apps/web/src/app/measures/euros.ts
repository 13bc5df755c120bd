const format = new Intl.NumberFormat('de-DE', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});

/** "12.000 €", and a dash for nothing. */
export function euros(amount: number): string {
  return amount === 0 ? '–' : format.format(amount);
}
