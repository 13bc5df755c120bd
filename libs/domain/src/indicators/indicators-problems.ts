import type { Problems } from '../problem';

export const indicatorProblems = {
  'indicator-code-taken': { status: 409, says: 'Einen Indikator mit diesem Kürzel gibt es schon.' },
  'indicator-needs-definition': {
    status: 409,
    says: 'Ohne Definition wird ein Indikator nicht veröffentlicht. Bitte schreiben Sie, was die Zahl sagt.',
  },
  'indicator-needs-source': {
    status: 409,
    says: 'Ohne Quelle wird ein Indikator nicht veröffentlicht. Bitte wählen Sie, woher die Werte kommen.',
  },
  'indicator-unit-does-not-fit': {
    status: 409,
    says: 'Diese Einheit passt nicht zu der Art des Indikators.',
  },
  'indicator-needs-denominator': { status: 409, says: 'Eine Quote braucht einen Nenner.' },
  'indicator-nothing-changed': {
    status: 409,
    says: 'An der Definition hat sich nichts geändert. Es bleibt bei der jetzigen Fassung.',
  },
  'data-source-code-taken': { status: 409, says: 'Eine Quelle mit diesem Kürzel gibt es schon.' },
  'data-concept-draft-exists': {
    status: 409,
    says: 'Es gibt schon einen Entwurf des Datenkonzepts. Bitte ändern Sie diesen.',
  },
  'data-concept-not-draft': {
    status: 409,
    says: 'Nur ein Entwurf lässt sich ändern. Bitte legen Sie eine neue Fassung an.',
  },
  'data-concept-incomplete': {
    status: 409,
    says: 'Bitte füllen Sie alle vier Abschnitte und den Beginn aus, bevor das Datenkonzept in Kraft tritt.',
  },
  'figure-import-not-open': {
    status: 409,
    says: 'Damit ist gerade nichts zu tun: Die Datei wird bearbeitet, oder es ist schon entschieden.',
  },
  'figure-import-known': {
    status: 409,
    says: 'Genau diese Datei ist schon übernommen. Ein zweites Mal ändert sie nichts.',
  },
  'figure-import-questions': {
    status: 409,
    says: 'Bitte beantworten Sie zuerst die Fragen zur Datei, und haken Sie die Hinweise ab.',
  },
  'figure-import-empty': { status: 409, says: 'In der Datei ist kein Wert, der sich übernehmen ließe.' },
  'figure-import-too-late': {
    status: 409,
    says: 'Eine Übernahme lässt sich 30 Tage lang zurücknehmen, diese nicht mehr.',
  },
  'figure-import-overtaken': {
    status: 409,
    says: 'Seither hat eine andere Datei Werte davon geändert. Bitte nehmen Sie diese zuerst zurück.',
  },
  'figure-mapping-not-asked': {
    status: 409,
    says: 'Diese Tabelle braucht keine Zuordnung: Ihre Spalten sind bekannt.',
  },
  'figure-mapping-wrong': { status: 422, says: 'Diese Zuordnung passt nicht zur Tabelle.' },
} as const satisfies Problems;
