import type { Direction, ValuesByArea } from './z-scores';

/**
 * A value as it is shown: half a unit is rounded away from zero, as German publishers do.
 * @param decimals 0 to 6
 */
export function roundedTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // 1.005 is stored a little below; without the nudge it would be shown as 1.00.
  const nudged = Math.abs(value) * scale * (1 + 2 * Number.EPSILON);
  const size = Math.round(nudged) / scale;
  return value < 0 && size !== 0 ? -size : size;
}

/**
 * Rank 1 for the most need, "1224": equal values share the better rank and the next ones are passed over.
 * Values are equal if they are shown equal, so nobody stands before another for digits that nobody sees.
 * @param decimals with how many the values are shown
 * @returns by area; null for areas without a value, and for all of an indicator of context
 */
export function competitionRanks(
  values: ValuesByArea,
  decimals: number,
  direction: Direction,
): Record<string, number | null> {
  const sign = direction === 'HIGH_IS_NEED' ? 1 : -1;
  const shown = Object.entries(values).map(([area, value]) => ({
    area,
    need: value === null || direction === 'CONTEXT' ? null : sign * roundedTo(value, decimals),
  }));
  const needs = shown.flatMap(({ need }) => (need === null ? [] : [need]));
  return Object.fromEntries(
    shown.map(({ area, need }) => [
      area,
      need === null ? null : 1 + needs.filter((other) => other > need).length,
    ]),
  );
}
