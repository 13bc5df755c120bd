/**
 * Where a phone number leads, as a `tel:` address without blanks (RFC 3966).
 *
 * @param written as people write it: `03496 60-1234`, `+49 (0) 340 55 01`
 */
export function phoneLink(written: string): string {
  const international = written.trim().startsWith('+');
  const dialled = international ? written.replace(/\(\s*0\s*\)/, '') : written;
  return `tel:${international ? '+' : ''}${dialled.replace(/\D/g, '')}`;
}
