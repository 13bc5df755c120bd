import type { Problems } from '../problem';

export const dataRequestProblems = {
  'interface-name-taken': {
    status: 409,
    says: 'Von dieser Stelle gibt es schon eine Schnittstelle mit diesem Inhalt.',
  },
  'interface-unknown-choice': {
    status: 409,
    says: 'Die gewählte Organisation gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'interface-column-twice': { status: 409, says: 'Eine Spalte steht doppelt da.' },
  'interface-valid-from-before': {
    status: 409,
    says: 'Eine neue Fassung gilt ab einem Tag nach Beginn der bisherigen. Bitte wählen Sie einen späteren Tag.',
  },
  'sector-plan-name-taken': { status: 409, says: 'Eine Fachplanung mit diesem Namen gibt es schon.' },
  'sector-plan-unknown-interface': {
    status: 409,
    says: 'Eine der gewählten Schnittstellen gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'sector-plan-day-ahead': {
    status: 409,
    says: 'Der Tag liegt in der Zukunft. Bitte wählen Sie den Tag, seit dem der neue Stand gilt.',
  },
  'sector-plan-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand der Fachplanung nicht möglich.',
  },
  'data-request-unknown-interface': {
    status: 409,
    says: 'Bitte wählen Sie eine Schnittstelle, die noch gilt und von der die Sozialplanung etwas bekommt.',
  },
  'data-request-recipients': {
    status: 409,
    says: 'Bitte geben Sie eine bis zehn Mailadressen an, eine je Zeile; wir konnten nicht alles als Mailadresse lesen.',
  },
  'data-request-not-draft': {
    status: 409,
    says: 'Diese Anforderung ist schon gesendet: Sie wird nicht mehr geändert oder gelöscht.',
  },
  'data-request-due-past': {
    status: 409,
    says: 'Die Frist liegt in der Vergangenheit. Bitte wählen Sie einen späteren Tag.',
  },
  'data-request-without-recipient': {
    status: 409,
    says: 'Niemand bekommt diese Anforderung. Bitte tragen Sie unter „Bearbeiten“ eine Mailadresse ein.',
  },
  'data-request-reason-missing': { status: 409, says: 'Bitte nennen Sie den Grund.' },
  'data-request-recall-too-late': {
    status: 409,
    says: 'Die Minute zum Zurückholen ist vorbei: Die Mail ist unterwegs.',
  },
  'data-request-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand nicht möglich.',
  },
  'delivery-without-file': { status: 400, says: 'Bitte wählen Sie die Datei aus, die Sie liefern möchten.' },
  'delivery-too-large': {
    status: 413,
    says: 'Die Datei ist größer als 10 MB. Zusammengefasste Zahlen sind viel kleiner: Bitte prüfen Sie, ob es die richtige Datei ist.',
  },
  'delivery-person-level': {
    status: 422,
    says: 'In der Datei stehen Angaben zu einzelnen Menschen. Bitte liefern Sie nur zusammengefasste Zahlen; von der Datei wurde nichts aufbewahrt.',
  },
  'delivery-hidden-data': {
    status: 422,
    says: 'Die Arbeitsmappe enthält ausgeblendete Blätter oder die Rohdaten einer Pivot-Tabelle. Bitte kopieren Sie nur die Tabelle mit den Summen in eine neue Datei; es wurde nichts aufbewahrt.',
  },
  'delivery-not-open': {
    status: 409,
    says: 'Zu dieser Anforderung wird keine Lieferung mehr gebraucht. Vielen Dank!',
  },
} as const satisfies Problems;
