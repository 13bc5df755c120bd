/** Persons of a group and all persons of one part of the county. */
export interface PartOfGroup {
  group: number;
  all: number;
}

/**
 * Segregation index: which share of a group would have to move so that it lives everywhere in the same proportion.
 * IS = ½ Σ |x_i/X − (t_i − x_i)/(T − X)|. Source: Duncan and Duncan, American Sociological Review 20 (1955), in the
 * form the Swiss Bundesamt für Statistik uses. It depends on how the parts are cut and is weak for small groups.
 * @returns 0 (evenly spread) to 1 (entirely apart); null where nobody or everybody belongs to the group
 * @throws RangeError where a part has more of the group than persons
 */
export function segregationIndex(parts: readonly PartOfGroup[]): number | null {
  if (parts.some((it) => it.group < 0 || it.group > it.all)) {
    throw new RangeError('A group is part of all persons');
  }
  return dissimilarityIndex(parts.map((it) => ({ first: it.group, second: it.all - it.group })));
}

/** Persons of two groups in one part of the county. */
export interface PartOfTwo {
  first: number;
  second: number;
}

/**
 * Dissimilarity of two groups: D = ½ Σ |a_i/A − b_i/B|. Source as above.
 * @returns 0 (spread alike) to 1 (never in the same part); null where one of them has nobody
 */
export function dissimilarityIndex(parts: readonly PartOfTwo[]): number | null {
  const first = parts.reduce((sum, it) => sum + it.first, 0);
  const second = parts.reduce((sum, it) => sum + it.second, 0);
  if (!(first > 0 && second > 0)) return null;
  return parts.reduce((sum, it) => sum + Math.abs(it.first / first - it.second / second), 0) / 2;
}
