/**
 * Quotients of age groups, each as persons per 100 persons. Other publishers cut at 15, 18, 60 or 67, so the
 * limits are part of what is shown.
 * Source of the formulas: Statistische Ämter des Bundes und der Länder, Regionaldatenbank, table 12411-08-01-4
 * (limits 20 and 65), checked by computing the county's published values of 31.12.2015 again.
 */
export interface AgeGroups {
  /** Persons younger than 20. */
  under20: number;
  /** Persons from 20 up to their 65th birthday. */
  from20to64: number;
  /** Persons of 65 and more. */
  from65: number;
}

export const quotientLimits = 'unter 20 · 20 bis unter 65 · 65 und älter';
export const greyingLimits = '60 bis unter 80 · 80 und älter';

/** Persons under 20 per 100 of 20 to 64; null without anybody in the middle. */
export function youthQuotient(groups: AgeGroups): number | null {
  return per100(groups.under20, groups.from20to64);
}

/** Persons of 65 and more per 100 of 20 to 64; null without anybody in the middle. */
export function oldAgeQuotient(groups: AgeGroups): number | null {
  return per100(groups.from65, groups.from20to64);
}

/** Both together: persons under 20 or of 65 and more per 100 of 20 to 64. */
export function totalQuotient(groups: AgeGroups): number | null {
  return per100(groups.under20 + groups.from65, groups.from20to64);
}

/**
 * Persons of 80 and more per 100 of 60 to 79. A table whose last group is "75 und mehr" cannot answer it: the
 * caller then has no `from80` and gets null, never the value of another group.
 */
export function greyingIndex(from80: number | null, from60to79: number | null): number | null {
  return from80 === null || from60to79 === null ? null : per100(from80, from60to79);
}

function per100(part: number, base: number): number | null {
  return base > 0 ? (100 * part) / base : null;
}
