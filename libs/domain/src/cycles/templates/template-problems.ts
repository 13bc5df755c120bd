import type { Problems } from '../../problem';

export const templateProblems = {
  'template-released': {
    status: 409,
    says: 'Diese Fassung ist freigegeben und bleibt, wie sie ist. Legen Sie eine neue Fassung an und ändern Sie dort.',
  },
  'template-draft-exists': {
    status: 409,
    says: 'Es gibt schon einen Entwurf. Bearbeiten Sie diesen oder geben Sie ihn frei, bevor Sie eine neue Fassung anlegen.',
  },
  'template-without-steps': {
    status: 409,
    says: 'Jede Phase braucht mindestens einen Schritt. Fügen Sie einen hinzu oder entfernen Sie die leere Phase.',
  },
  'template-step-incomplete': {
    status: 409,
    says: 'Ein Schritt ist nicht vollständig. Sagen Sie bei jedem, was zu tun ist, was dabei herauskommt und woran man erkennt, dass er fertig ist.',
  },
  'template-change-unsaid': {
    status: 409,
    says: 'Bitte sagen Sie in einem Satz, was in dieser Fassung anders ist.',
  },
  'template-key-twice': {
    status: 409,
    says: 'Eine Phase oder ein Schritt steht doppelt da. Bitte laden Sie die Seite neu.',
  },
  'template-month-late': {
    status: 409,
    says: 'Ein Schritt liegt nach dem Ende des Bauplans. Nennen Sie einen früheren Monat oder verlängern Sie den Bauplan.',
  },
  'template-unknown-method': {
    status: 409,
    says: 'Ein Methodenblatt gibt es nicht mehr. Bitte laden Sie die Seite neu und wählen Sie es noch einmal.',
  },
  'method-unchanged': {
    status: 409,
    says: 'Seit der letzten Fassung hat sich nichts geändert. Ändern Sie zuerst den Text.',
  },
  'method-empty': { status: 409, says: 'Das Methodenblatt ist noch leer. Schreiben Sie zuerst den Text.' },
  'method-title-taken': { status: 409, says: 'Ein Methodenblatt mit diesem Titel gibt es schon.' },
} as const satisfies Problems;
