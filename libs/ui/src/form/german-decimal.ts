/** `123` as a number; null where it is none of up to nine digits. */
export function wholeNumber(typed: string): number | null {
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}

/**
 * A number as people write it in German: `1.234,5`, `12,50`, `-3`, also with blanks between thousands. A single point
 * before other than three digits is taken as the comma of somebody used to computers; before three it separates thousands.
 * @returns null where it is no number or has more digits behind the comma than allowed
 */
export function germanDecimal(typed: string, decimals: number): number | null {
  const found = /^(?<sign>[-−]?)(?<whole>\d{1,3}(?:[.\s\u202f]\d{3})+|\d{1,12})(?:[,](?<part>\d+))?$/u.exec(
    typed,
  );
  const asTyped =
    found?.groups ?? /^(?<sign>[-−]?)(?<whole>\d{1,12})\.(?<part>\d{1,2}|\d{4,})$/u.exec(typed)?.groups;
  if (!asTyped) return null;
  const { sign = '', whole = '', part = '' } = asTyped;
  if (part.length > decimals) return null;
  const value = Number(`${whole.replace(/\D/g, '')}.${part || '0'}`);
  return sign && value !== 0 ? -value : value;
}
