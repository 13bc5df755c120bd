import { areaLevel, liesIn } from './reading/cells/area-keys';
import { type ReadValue, RefusedTable } from './read-value';

/**
 * Adds one number over several areas, as "all Kreise of a Land". Official tables list areas beside their own parts and
 * areas that are gone, so whatever would count somebody twice, or leave somebody out, is refused.
 * @param values of one measure, one time and the same labels; one area each
 * @returns the sum, in the unit of the values times their factor
 * @throws RefusedTable with the reason in one German sentence
 */
export function sumOfAreas(values: readonly ReadValue[]): number {
  const [first] = values;
  if (!first) throw refused('Es gibt keine Werte, die sich zusammenzählen ließen.');
  const alike = (it: ReadValue): string =>
    JSON.stringify([
      it.measure,
      it.unit,
      it.factor,
      it.period,
      Object.entries(it.dimensions).sort(),
      it.populationBase,
    ]);
  const other = values.find((it) => alike(it) !== alike(first));
  if (other)
    throw refused(
      `Zeile ${first.line} und Zeile ${other.line} zählen nicht dasselbe (Gezähltes, Zeit, Merkmale oder Bevölkerungsbasis): Sie werden nicht zusammengezählt.`,
    );
  if (!/^(anzahl|personen|eur|fälle|ha|qkm)$/i.test(first.unit))
    throw refused(`Werte in „${first.unit}“ lassen sich nicht zusammenzählen.`);
  refuseOverlaps(values);
  const open = values.find(({ value, flag }) => value === null && flag !== 'TERRITORY_NOT_EXISTING');
  if (open)
    throw refused(
      `Für ${open.areaName || open.area} steht in Zeile ${open.line} „${open.marker}“ und keine Zahl: Die Summe wäre zu klein.`,
    );
  return values.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

/** Neither a whole beside its part, nor areas of different levels, nor one twice. */
function refuseOverlaps(values: readonly ReadValue[]): void {
  const areas = new Map<string, ReadValue>();
  for (const value of values) {
    if (areas.has(value.area)) throw refused(`Das Gebiet ${value.area} steht zweimal da.`);
    areas.set(value.area, value);
  }
  const part = values.find(({ keyKind }) => keyKind === 'KREIS_PART');
  if (part)
    throw refused(
      `Unter den Kreisen steht mit ${part.key} ${part.areaName} ein Teil eines Kreises: Über diese Gebiete darf nicht summiert werden, er zählte doppelt.`,
    );
  for (const value of values)
    for (let length = 2; length < value.area.length; length += 1) {
      const whole = areas.get(value.area.slice(0, length));
      if (whole && liesIn(value.area, whole.area))
        throw refused(
          `${value.areaName || value.area} liegt in ${whole.areaName || whole.area} und zählte doppelt.`,
        );
    }
  const levels = new Set(values.map(({ area }) => areaLevel(area)));
  if (levels.size > 1)
    throw refused('Die Gebiete sind von verschiedener Art und werden nicht zusammengezählt.');
}

function refused(says: string): RefusedTable {
  return new RefusedTable('no-sum', says);
}
