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
