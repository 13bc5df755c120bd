/**
 * Why a value is as it is, or why there is none. Beside a number stand OK, ZERO, LESS_THAN_HALF_UNIT, UNRELIABLE,
 * PROVISIONAL, REVISED and ESTIMATED; the others stand where no number does, UNRELIABLE in both places.
 */
export const valueFlags = [
  'OK',
  'ZERO',
  'LESS_THAN_HALF_UNIT',
  'SUPPRESSED_PRIMARY',
  'SUPPRESSED_SECONDARY',
  'NOT_MEANINGFUL',
  'UNRELIABLE',
  'PROVISIONAL',
  'REVISED',
  'NOT_YET_AVAILABLE',
  'TERRITORY_NOT_EXISTING',
  'ESTIMATED',
] as const;
export type ValueFlag = (typeof valueFlags)[number];

export const valueFlagLabels: Record<ValueFlag, string> = {
  OK: 'Wert',
  ZERO: 'genau null',
  LESS_THAN_HALF_UNIT: 'weniger als die Hälfte der kleinsten Einheit',
  SUPPRESSED_PRIMARY: 'geheim oder unbekannt',
  SUPPRESSED_SECONDARY: 'geheim, damit andere geheim bleiben',
  NOT_MEANINGFUL: 'nicht sinnvoll',
  UNRELIABLE: 'nicht sicher genug',
  PROVISIONAL: 'vorläufig',
  REVISED: 'berichtigt',
  NOT_YET_AVAILABLE: 'liegt noch nicht vor',
  TERRITORY_NOT_EXISTING: 'Gebiet gab es nicht',
  ESTIMATED: 'geschätzt',
};

/** The population a rate is measured against; rates of two bases are not compared. */
export const populationBases = ['ZENSUS_2011', 'ZENSUS_2022', 'MELDEREGISTER', 'MIKROZENSUS'] as const;
export type PopulationBase = (typeof populationBases)[number];

export const populationBaseLabels: Record<PopulationBase, string> = {
  ZENSUS_2011: 'Fortschreibung auf Grundlage des Zensus 2011',
  ZENSUS_2022: 'Fortschreibung auf Grundlage des Zensus 2022',
  MELDEREGISTER: 'Melderegister',
  MIKROZENSUS: 'Mikrozensus',
};

/** What kind of key names the area of a value, as it stood in the file. */
export const keyKinds = [
  'GERMANY',
  'LAND',
  'REGION',
  'KREIS',
  'KREIS_PART',
  'ASSOCIATION',
  'AGS',
  'ARS',
  'MUNICIPALITY_PART',
  'OTHER',
] as const;
export type KeyKind = (typeof keyKinds)[number];

export const keyKindLabels: Record<KeyKind, string> = {
  GERMANY: 'Deutschland',
  LAND: 'Land (2 Stellen)',
  REGION: 'Regierungsbezirk oder statistische Region (3 Stellen)',
  KREIS: 'Kreis (5 Stellen)',
  KREIS_PART: 'Teil eines Kreises, unter den Kreisen geführt',
  ASSOCIATION: 'Verbandsgemeinde oder Amt',
  AGS: 'Gemeinde (8 Stellen)',
  ARS: 'Regionalschlüssel (12 Stellen)',
  MUNICIPALITY_PART: 'Teil einer Gemeinde',
  OTHER: 'anderer Schlüssel',
};
