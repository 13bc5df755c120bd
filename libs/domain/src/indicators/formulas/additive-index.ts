import { type Direction, type ValuesByArea, zScores } from './z-scores';

export interface IndexComponent {
  code: string;
  direction: Direction;
  values: ValuesByArea;
  /** Above 0; all 1 weigh the same. */
  weight?: number;
}

export const indexClasses = ['VERY_LOW', 'LOW', 'MIDDLE', 'RAISED', 'HIGH'] as const;
export type IndexClass = (typeof indexClasses)[number];

export const indexClassLabels: Record<IndexClass, string> = {
  VERY_LOW: 'sehr gering',
  LOW: 'gering',
  MIDDLE: 'mittel',
  RAISED: 'erhöht',
  HIGH: 'hoch',
};

export interface IndexOfArea {
  /** Weighted mean of the area's z; null as soon as one of them is missing, nothing is made up in its place. */
  value: number | null;
  class: IndexClass | null;
  /** The z of each component that counts, to be shown beside the index. */
  components: Record<string, number | null>;
}

export interface AdditiveIndex {
  areas: Record<string, IndexOfArea>;
  /** German sentences that stand beside the index wherever it is shown. */
  warnings: string[];
}

/** With fewer areas one of them moves mean and deviation of all. */
const MANY_AREAS = 30;

/**
 * Additive index of burden: I = Σ w·z / Σ w over the components (formula of the catalogue; Hamburg's Sozialindex
 * adds the z of seven indicators the same way).
 * @param components each with a value or null for the same areas
 * @throws RangeError where a component has no direction, a weight is not positive, or there are none
 */
export function additiveIndex(components: readonly IndexComponent[]): AdditiveIndex {
  if (!components.length) throw new RangeError('An index needs components');
  if (components.some((it) => !((it.weight ?? 1) > 0))) throw new RangeError('Weights are positive');
  const scored = components.map((it) => ({
    ...it,
    weight: it.weight ?? 1,
    z: zScores(it.values, it.direction)?.z ?? null,
  }));
  const counting = scored.flatMap((it) => (it.z === null ? [] : [{ ...it, z: it.z }]));
  const names = [...new Set(components.flatMap((it) => Object.keys(it.values)))];
  const weights = counting.reduce((sum, it) => sum + it.weight, 0);
  const areas = Object.fromEntries(
    names.map((area): [string, IndexOfArea] => {
      const own = counting.map((it) => ({ ...it, own: it.z[area] ?? null }));
      const isWhole = own.length > 0 && own.every((it) => it.own !== null);
      const value = isWhole ? own.reduce((sum, it) => sum + it.weight * (it.own ?? 0), 0) / weights : null;
      const parts = Object.fromEntries(own.map((it) => [it.code, it.own]));
      return [area, { value, class: value === null ? null : classOfIndex(value), components: parts }];
    }),
  );
  return { areas, warnings: warningsOf(scored, areas) };
}

/** I > 1 hoch, 0.5 to 1 erhöht, between −0.5 and 0.5 mittel, −1 to −0.5 gering, I < −1 sehr gering. */
export function classOfIndex(value: number): IndexClass {
  if (value > 1) return 'HIGH';
  if (value >= 0.5) return 'RAISED';
  if (value > -0.5) return 'MIDDLE';
  return value >= -1 ? 'LOW' : 'VERY_LOW';
}

function warningsOf(
  components: readonly { code: string; z: unknown }[],
  areas: Readonly<Record<string, IndexOfArea>>,
): string[] {
  const count = Object.keys(areas).length;
  const excluded = components.filter((it) => it.z === null).map((it) => it.code);
  const without = Object.values(areas).filter((it) => it.value === null).length;
  return [
    count < MANY_AREAS
      ? `Der Index vergleicht nur ${count} Gebiete und schwankt deshalb leicht. Lesen Sie ihn nur zusammen mit seinen Bestandteilen.`
      : '',
    excluded.length
      ? `Nicht im Index, weil alle Gebiete denselben Wert haben oder zu wenige einen: ${excluded.join(', ')}.`
      : '',
    without ? `${without} von ${count} Gebieten ohne Index, weil ein Bestandteil fehlt oder geheim ist.` : '',
  ].filter(Boolean);
}
