/** What a high value means: more need (↑), less need (↓), or nothing by itself (○). */
export const directions = ['HIGH_IS_NEED', 'LOW_IS_NEED', 'CONTEXT'] as const;
export type Direction = (typeof directions)[number];

export const directionSigns: Record<Direction, string> = {
  HIGH_IS_NEED: '↑',
  LOW_IS_NEED: '↓',
  CONTEXT: '○',
};

export const directionLabels: Record<Direction, string> = {
  HIGH_IS_NEED: 'hoher Wert heißt mehr Bedarf',
  LOW_IS_NEED: 'niedriger Wert heißt mehr Bedarf',
  CONTEXT: 'Hintergrund, kein Maß für Bedarf',
};

/** Values of one indicator by area; null where a value is missing or suppressed. */
export type ValuesByArea = Readonly<Record<string, number | null>>;

export interface ZScores {
  /** By area, already turned so that more means more need; null where the value is. */
  z: Record<string, number | null>;
  mean: number;
  /** Of the areas with a value, as of a whole population (ddof 0). */
  deviation: number;
}

/**
 * How far each area lies from the mean of all, in standard deviations: z = ±(x − mean) / sd.
 * Σz = 0, mean(z²) = 1, |z| ≤ √(n − 1).
 * @returns null where all values are the same or there are fewer than two: no area differs from another then
 * @throws RangeError for CONTEXT, which has no direction
 */
export function zScores(values: ValuesByArea, direction: Direction): ZScores | null {
  if (direction === 'CONTEXT') throw new RangeError('An indicator of context has no direction');
  const known = Object.values(values).filter((value) => value !== null);
  if (known.length < 2) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  // Equal decimals such as three times 0.1 have a mean that is off by the last bit.
  if (deviation <= Math.abs(mean) * 1e-12) return null;
  const sign = direction === 'HIGH_IS_NEED' ? 1 : -1;
  const z = Object.fromEntries(
    Object.entries(values).map(([area, value]) => [
      area,
      value === null ? null : (sign * (value - mean)) / deviation,
    ]),
  );
  return { z, mean, deviation };
}
