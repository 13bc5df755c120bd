import { municipalitiesOfAnhaltBitterfeld } from '../../../territory';
import { landKeys } from '../cells/area-keys';

const KEYS = new Map<string, string>([
  ['deutschland', 'DG'],
  ['bundesgebiet', 'DG'],
  ['anhalt-bitterfeld', '15082'],
  ...Object.entries(landKeys).map(([name, key]) => [name.toLowerCase(), key] as const),
  ...municipalitiesOfAnhaltBitterfeld.map(({ ags, name }) => [name.toLowerCase(), ags] as const),
  ...municipalitiesOfAnhaltBitterfeld.map(({ ags, name }) => [shortName(name), ags] as const),
]);

/** "Köthen (Anhalt)" is also called Köthen, "Zerbst/Anhalt" Zerbst. */
function shortName(name: string): string {
  return (name.split(' (')[0]?.split('/')[0] ?? name).toLowerCase();
}

/** The key of an area whose name stands without one: the county, its municipalities, the Länder. */
export function areaByName(words: string): string | null {
  if (words.length > 80) return null;
  const name = withoutFootnote(words)
    .replace(/^(?:landkreis|lk|kreis|stadt|gemeinde|land)\s+/i, '')
    .replace(/,? (?:landkreis|lk|stadt|gemeinde|lutherstadt)$|, (?:landkreis|stadt)$/i, '')
    .replace(/,$/, '')
    .trim()
    .toLowerCase();
  return KEYS.get(name) ?? null;
}

/** Numbers of footnotes that stick to a label: "Bestand1)", "Quote 2)", "Zugang²", "Bestand1"; "u25" has none. */
export function withoutFootnote(label: string): string {
  return label
    .replace(/(\p{L}|\))\d{1,2}\)(?=\s)/u, '$1')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s?[¹²³⁴-⁹]{1,3})$/u, '')
    .replace(/\s?\d{1,2}\)(?:\s?,?\s?\d{1,2}\)){0,4}$/, '')
    .replace(/(\p{L}{3}\p{Ll}|\))\d$/u, '$1')
    .trim();
}
