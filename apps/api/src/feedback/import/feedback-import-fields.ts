import type { ImportField } from '../../imports/import-target';

const part = 'feedback';

/** What a list of Hinweise may say. People have no column: who wants an answer is entered by hand. */
export const feedbackImportFields: readonly ImportField[] = [
  {
    key: 'feedback.text',
    part,
    label: 'Hinweis',
    alike: ['Text', 'Wortlaut', 'Rückmeldung', 'Anmerkung', 'Was wurde gesagt', 'Hinweistext', 'Kommentar'],
    otherwise: ['Inhalt', 'Beschreibung', 'Antwort'],
    hint: 'Bis 4.000 Zeichen. Namen und Telefonnummern werden vor der Weitergabe geprüft.',
  },
  {
    key: 'feedback.receivedOn',
    part,
    label: 'Eingegangen am',
    alike: ['Datum', 'Eingang', 'Tag', 'Eingangsdatum'],
    hint: 'Wie 12.03.2026 oder 2026-03-12. Ohne Angabe und bei einem Tag in der Zukunft gilt der Tag der Übernahme.',
  },
  {
    key: 'feedback.source',
    part,
    label: 'Woher',
    alike: ['Quelle', 'Herkunft', 'Von wem'],
    hint: 'Träger, Veranstaltung, Online-Befragung, Bürger:in, Gremium oder Netzwerk. Ohne Angabe: Bürger:in, mit Organisation: Träger.',
  },
  {
    key: 'feedback.channel',
    part,
    label: 'Wie kam es an',
    alike: ['Weg', 'Kanal', 'Eingangsweg'],
    hint: 'Gespräch, Mail oder Brief, Telefon oder Formular. Ohne Angabe: Formular.',
  },
  {
    key: 'feedback.role',
    part,
    label: 'Rolle',
    alike: ['In welcher Rolle', 'Funktion'],
    hint: 'Etwa „Erzieherin“, kein Name.',
  },
  {
    key: 'feedback.organisation',
    part,
    label: 'Organisation',
    alike: ['Träger', 'Einrichtung', 'Verein'],
    hint: 'So, wie sie hier heißt.',
  },
  {
    key: 'feedback.network',
    part,
    label: 'Netzwerk',
    alike: ['Arbeitskreis'],
    hint: 'So, wie es hier heißt.',
  },
  {
    key: 'feedback.municipality',
    part,
    label: 'Gemeinde',
    alike: ['Ort', 'Stadt', 'Kommune'],
    hint: 'So, wie sie hier heißt.',
  },
];

export const feedbackImportSample: readonly Readonly<Record<string, string>>[] = [
  {
    'feedback.text': 'Abends fährt kein Bus mehr zur Beratungsstelle.',
    'feedback.receivedOn': '12.03.2026',
    'feedback.source': 'Bürger:in',
    'feedback.channel': 'Telefon',
    'feedback.role': 'pflegende Angehörige',
  },
  {
    'feedback.text': 'In der Außenstelle fehlt ein barrierefreier Eingang.',
    'feedback.receivedOn': '14.03.2026',
    'feedback.source': 'Veranstaltung',
    'feedback.channel': 'Gespräch',
  },
];
