import type { Problems } from '../problem';

/** Why a file is not read. The reader answers with a code, people get the sentence. */
export const fileProblems = {
  'file-empty': { status: 422, says: 'Die Datei ist leer.' },
  'file-without-rows': { status: 422, says: 'Unter den Überschriften steht keine Zeile mit Angaben.' },
  'file-too-large': { status: 413, says: 'Die Datei ist größer als 25 MB. Bitte teilen Sie die Liste auf.' },
  'file-no-table': {
    status: 422,
    says: 'Das ist keine Tabelle. Bitte speichern Sie die Liste als Excel-Datei (.xlsx) oder als CSV.',
  },
  'file-old-excel': {
    status: 422,
    says: 'Das ist eine Datei aus einem alten Excel oder eine mit Kennwort. Bitte speichern Sie sie ohne Kennwort als .xlsx oder CSV.',
  },
  'file-encrypted': {
    status: 422,
    says: 'Die Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort.',
  },
  'file-open-document': {
    status: 422,
    says: 'Das ist eine OpenDocument-Tabelle. Bitte speichern Sie sie als .xlsx oder als CSV.',
  },
  'file-damaged': {
    status: 422,
    says: 'Die Datei ist beschädigt oder unvollständig. Bitte speichern Sie sie noch einmal und versuchen Sie es erneut.',
  },
  'file-unpacks-too-large': {
    status: 422,
    says: 'Die Datei wird beim Auspacken viel zu groß und wurde deshalb nicht gelesen. Bitte speichern Sie nur die Liste in eine neue Datei.',
  },
  'file-active-content': {
    status: 422,
    says: 'Die Datei enthält Verweise oder Befehle, die eine Liste nicht braucht. Sie wurde deshalb nicht gelesen.',
  },
  'file-too-many-rows': {
    status: 422,
    says: 'Die Tabelle reicht über Zeile 100.000 hinaus. Bitte teilen Sie die Liste auf, oder löschen Sie leere Zeilen am Ende.',
  },
  'file-too-many-columns': {
    status: 422,
    says: 'Die Tabelle hat mehr als 200 Spalten. Bitte behalten Sie nur die Spalten, die Sie brauchen.',
  },
  'file-cell-too-long': {
    status: 422,
    says: 'In einer Zelle stehen mehr als 10.000 Zeichen. Bitte kürzen Sie sie.',
  },
  'file-quote-open': {
    status: 422,
    says: 'Ein Anführungszeichen wird in der Datei geöffnet und nie geschlossen. Bitte prüfen Sie die CSV-Datei.',
  },
  'file-letters-lost': {
    status: 422,
    says: 'In der Datei sind Umlaute oder andere Zeichen verloren gegangen. Bitte speichern Sie die Liste in dem Programm, aus dem sie stammt, noch einmal als Excel-Datei (.xlsx) oder als „CSV UTF-8“.',
  },
  'file-encoding-unsure': {
    status: 422,
    says: 'Wir können nicht sicher erkennen, wie die Umlaute in der Datei gespeichert sind, und bewahren sie wegen der geschützten Angaben nicht auf. Bitte speichern Sie die Liste als Excel-Datei (.xlsx) oder als „CSV UTF-8“.',
  },
  'file-archive-unclear': {
    status: 422,
    says: 'Im ZIP-Archiv liegt nicht genau eine CSV-Datei. Bitte wählen Sie die Tabelle selbst aus.',
  },
  'file-without-sheet': { status: 422, says: 'Dieses Tabellenblatt gibt es in der Datei nicht.' },
  'file-needs-too-much': {
    status: 422,
    says: 'Das Lesen der Datei braucht zu viel Zeit oder Speicher und wurde abgebrochen. Bitte speichern Sie nur die Liste in eine neue Datei.',
  },
} as const satisfies Problems;
export type FileProblem = keyof typeof fileProblems;

export const importProblems = {
  'import-target-unknown': { status: 400, says: 'Dafür gibt es keinen Import.' },
  'import-busy': { status: 409, says: 'Daran wird gerade gearbeitet. Bitte warten Sie, bis es fertig ist.' },
  'import-not-in-this-state': {
    status: 409,
    says: 'Das geht bei diesem Stand des Imports nicht. Bitte laden Sie die Seite neu.',
  },
  'import-column-unknown': { status: 400, says: 'Eine zugeordnete Spalte gibt es in der Datei nicht.' },
  'import-field-twice': {
    status: 400,
    says: 'Zwei Spalten sind demselben Feld zugeordnet. Bitte lassen Sie eine davon weg.',
  },
  'import-field-missing': {
    status: 400,
    says: 'Bitte ordnen Sie den Namen der Organisation oder den Nachnamen der Person zu.',
  },
  'import-column-sensitive': {
    status: 400,
    says: 'Diese Spalte enthält besonders geschützte Angaben und wird nicht übernommen.',
  },
  'import-undecided': {
    status: 409,
    says: 'Bei einigen Einträgen ist noch offen, ob es sie schon gibt. Bitte entscheiden Sie das zuerst.',
  },
  'import-candidate-unknown': {
    status: 400,
    says: 'Dieser Vorschlag passt nicht zu dem Eintrag. Bitte laden Sie die Seite neu.',
  },
  'import-row-unknown': {
    status: 404,
    says: 'Diese Zeile gibt es in der Liste nicht.',
  },
  'import-encoding-open': {
    status: 409,
    says: 'Bitte wählen Sie zuerst, in welcher Fassung die Umlaute richtig sind.',
  },
  'import-sheet-gone': {
    status: 409,
    says: 'Die Datei wurde nicht aufbewahrt. Bitte wählen Sie sie noch einmal aus.',
  },
} as const satisfies Problems;
