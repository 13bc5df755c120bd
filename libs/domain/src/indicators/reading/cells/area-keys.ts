import type { KeyKind } from '../../value-flags';

export interface AreaKey {
  area: string;
  kind: KeyKind;
}

/** The two digits of each Land, by the name the offices print. */
export const landKeys: Readonly<Record<string, string>> = {
  'Schleswig-Holstein': '01',
  Hamburg: '02',
  Niedersachsen: '03',
  Bremen: '04',
  'Nordrhein-Westfalen': '05',
  Hessen: '06',
  'Rheinland-Pfalz': '07',
  'Baden-Württemberg': '08',
  Bayern: '09',
  Saarland: '10',
  Berlin: '11',
  Brandenburg: '12',
  'Mecklenburg-Vorpommern': '13',
  Sachsen: '14',
  'Sachsen-Anhalt': '15',
  Thüringen: '16',
};

/**
 * What area a key of the official directory names.
 * @param text "DG", two to twelve digits; an AGS keeps its leading zero
 * @param amongKreise whether it stands among Kreise, where eight digits are a part of one (Hannover, Aachen)
 * @returns null where it is no such key
 */
export function areaKey(text: string, amongKreise = false): AreaKey | null {
  const key = text.trim();
  if (key === 'DG' || key === 'D') return { area: 'DG', kind: 'GERMANY' };
  if (!/^\d{2,12}$/.test(key)) return null;
  const land = Number(key.slice(0, 2));
  if (key !== '00' && (land > 16 || land < 1) && key.length !== 12) return null;
  switch (key.length) {
    case 2:
      return key === '00' ? { area: 'DG', kind: 'GERMANY' } : { area: key, kind: 'LAND' };
    case 3:
      return { area: key, kind: 'REGION' };
    case 5:
      return { area: key, kind: 'KREIS' };
    case 8:
      return { area: key, kind: amongKreise ? 'KREIS_PART' : 'AGS' };
    case 7:
    case 9:
      return { area: key, kind: 'ASSOCIATION' };
    case 10:
    case 11:
      return { area: key, kind: 'MUNICIPALITY_PART' };
    case 12:
      return ofRegionalKey(key);
    default:
      return null;
  }
}

/** Twelve digits: Land, Regierungsbezirk, Kreis, four of the association, three of the municipality. */
function ofRegionalKey(key: string): AreaKey | null {
  const land = Number(key.slice(0, 2));
  if (land > 16) return null;
  if (land === 0) return Number(key) === 0 ? { area: 'DG', kind: 'ARS' } : null;
  const [region, kreis, association, municipality] = [
    key.slice(2, 3),
    key.slice(3, 5),
    key.slice(5, 9),
    key.slice(9),
  ];
  if (municipality !== '000' || association !== '0000') {
    // A key that ends in zeros names the whole association, or a town that is its own.
    const whole = municipality === '000' && association.startsWith('5');
    return { area: whole ? key.slice(0, 9) : key.slice(0, 5) + municipality, kind: 'ARS' };
  }
  if (kreis !== '00') return { area: key.slice(0, 5), kind: 'ARS' };
  return { area: region === '0' ? key.slice(0, 2) : key.slice(0, 3), kind: 'ARS' };
}

/**
 * The level of an area, by what it is and not by how its key was written.
 * @returns 0 Germany, 1 Land, 2 region, 3 Kreis, 4 association, 5 municipality, 6 a part of one
 */
export function areaLevel(area: string): number {
  if (area === 'DG') return 0;
  const levels: Readonly<Record<number, number>> = { 2: 1, 3: 2, 5: 3, 7: 4, 9: 4, 8: 5 };
  return levels[area.length] ?? 6;
}

/** Whether one area lies in another, as their keys tell. */
export function liesIn(area: string, in_: string): boolean {
  if (area === in_ || area === 'DG') return false;
  return in_ === 'DG' || (area.startsWith(in_) && areaLevel(in_) < areaLevel(area));
}
