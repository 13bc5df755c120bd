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
  'scope-needs-decision': {
    status: 409,
    says: 'Bitte geben Sie an, wann und von wem der Umfang beschlossen wurde.',
  },
} as const satisfies Problems;
