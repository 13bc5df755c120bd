import type { NumberMeaning } from './workbook-parts';

const DAY_MS = 86_400_000;

/** A number of a workbook as people see it: "06366", "12.11.2026", "34923123456". */
export function numberWords(raw: string, meaning: NumberMeaning, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  if (meaning.kind === 'day') return dayWords(value, from1904) ?? plain(value);
  if (meaning.kind === 'digits' && Number.isInteger(value) && value >= 0)
    return String(value).padStart(meaning.count, '0');
  return plain(value);
}

/** Excel counts days from 30 December 1899, because it takes 1900 for a leap year. */
function dayWords(value: number, from1904: boolean): string | null {
  const days = Math.floor(value) + (from1904 ? 1462 : 0);
  if (days < 1 || days > 2_958_465) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + days * DAY_MS);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(day.getUTCDate())}.${two(day.getUTCMonth() + 1)}.${day.getUTCFullYear()}`;
}

function plain(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  // 15 digits are what Excel keeps; the rest is the noise of binary fractions.
  return String(Number(value.toPrecision(15))).replace('.', ',');
}
