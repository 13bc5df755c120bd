/** This year and the four before: as long as a cycle. */
export function letterYears(thisYear: number): number[] {
  return Array.from({ length: 5 }, (_, before) => thisYear - before);
}

/** The year an address names, otherwise this one. */
export function letterYearOf(named: string | undefined, thisYear: number): number {
  return letterYears(thisYear).find((year) => String(year) === named) ?? thisYear;
}
