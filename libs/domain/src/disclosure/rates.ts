/** A share or a number per 1,000: of which cells it is made. */
export interface Rate {
  id: string;
  numerator: string;
  /** The id of a cell; null: a number everybody knows, such as the population. */
  denominator: string | null;
}

/**
 * Rates that may not be shown. With a known denominator a rate is its numerator in other words, so it is hidden with
 * it; where the denominator is hidden it is hidden too, for it would tie both together. What is shown besides says
 * nothing that is not known, whether it is rounded or not. A numerator that is printed nowhere but in its rate
 * belongs among the cells all the same.
 */
export function hiddenRates(rates: readonly Rate[], hiddenCells: ReadonlySet<string>): string[] {
  return rates
    .filter(
      ({ numerator, denominator }) =>
        hiddenCells.has(numerator) || (denominator !== null && hiddenCells.has(denominator)),
    )
    .map(({ id }) => id);
}
