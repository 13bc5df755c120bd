/** Which way data go: to planning, or from planning to those who read it. */
export const interfaceDirections = ['TO_PLANNING', 'FROM_PLANNING'] as const;
export type InterfaceDirection = (typeof interfaceDirections)[number];

export const interfaceDirectionLabels: Record<InterfaceDirection, string> = {
  TO_PLANNING: 'liefert an die Sozialplanung',
  FROM_PLANNING: 'bekommt von der Sozialplanung',
};

export const interfaceForms = ['FFCSV', 'CSV', 'XLSX', 'REPORT', 'TABLE', 'FORM'] as const;
export type InterfaceForm = (typeof interfaceForms)[number];

export const interfaceFormLabels: Record<InterfaceForm, string> = {
  FFCSV: 'Flat File CSV (ffcsv) oder CSV',
  CSV: 'CSV, zusammengefasst',
  XLSX: 'Excel, zusammengefasst',
  REPORT: 'Bericht mit Daten',
  TABLE: 'Tabelle',
  FORM: 'Formular',
};

/** A column the delivered table should have. */
export interface ExpectedColumn {
  name: string;
  meaning: string;
  example: string;
}

/** How far what is exchanged may travel, from the open end to the closed one. */
export const dataProtectionClasses = ['OPEN', 'AGGREGATED', 'SMALL_NUMBERS', 'INTERNAL'] as const;
export type DataProtectionClass = (typeof dataProtectionClasses)[number];

export const dataProtectionClassLabels: Record<DataProtectionClass, string> = {
  OPEN: 'offen',
  AGGREGATED: 'zusammengefasst',
  SMALL_NUMBERS: 'zusammengefasst, mit kleinen Zahlen',
  INTERNAL: 'nur für den Dienstgebrauch',
};

/** What follows from it for whoever works with it. */
export const dataProtectionClassMeanings: Record<DataProtectionClass, string> = {
  OPEN: 'Schon veröffentlicht: Quelle nennen.',
  AGGREGATED: 'Summen, aus denen niemand zu erkennen ist: vor Veröffentlichung prüfen.',
  SMALL_NUMBERS:
    'Kleine Zahlen können einzelne Menschen erkennen lassen: erst nach der Geheimhaltung weitergeben.',
  INTERNAL: 'Bleibt in der Verwaltung.',
};
