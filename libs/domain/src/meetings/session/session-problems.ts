import type { Problems } from '../../problem';

export const sessionProblems = {
  'session-running': { status: 409, says: 'Die Sitzung läuft noch. Bitte beenden Sie sie zuerst.' },
  'session-ends-in-future': { status: 409, says: 'Die Sitzung kann nicht in der Zukunft geendet haben.' },
  'minutes-approved': {
    status: 409,
    says: 'Das Protokoll ist freigegeben und kann nicht mehr geändert werden.',
  },
  'minutes-empty': {
    status: 409,
    says: 'Das Protokoll ist noch leer. Bitte halten Sie mindestens eine Zeile fest.',
  },
  'minutes-not-approved': { status: 409, says: 'Bitte geben Sie das Protokoll zuerst frei.' },
  'attendance-missing': { status: 409, says: 'Bitte halten Sie zuerst fest, wer dabei war.' },
  'committee-minutes-incomplete': {
    status: 409,
    says: 'Die Niederschrift eines Gremiums braucht Ort, Tagesordnung und zu jedem Votum und jeder Vorlage ein Ergebnis, das zur Anwesenheit passt.',
  },
  'votes-exceed-voters': {
    status: 409,
    says: 'Es sind mehr Stimmen eingetragen, als Stimmberechtigte anwesend und nicht ausgeschlossen sind.',
  },
  'exclusion-foreign': {
    status: 400,
    says: 'Bitte wählen Sie nur Personen, die in diesem Gremium sitzen oder anwesend waren.',
  },
  'not-a-committee-session': {
    status: 409,
    says: 'Das gibt es nur bei Sitzungen eines Gremiums.',
  },
  'nobody-to-send-to': {
    status: 409,
    says: 'Bitte wählen Sie mindestens eine Person mit Mailadresse, an die das Protokoll gehen soll.',
  },
  'recipient-foreign': {
    status: 400,
    says: 'Diese Person gehört nicht zu diesem Termin. Bitte laden Sie die Seite neu.',
  },
  'recipient-without-mail': { status: 400, says: 'Bitte geben Sie eine Mailadresse an.' },
  'protocol-recall-too-late': {
    status: 409,
    says: 'Das Protokoll ist schon unterwegs und lässt sich nicht mehr zurückholen.',
  },
  'line-changed-elsewhere': {
    status: 412,
    says: 'Diese Zeile wurde inzwischen an einem anderen Gerät geändert. Beide Fassungen bleiben erhalten.',
  },
  'task-needs-text': { status: 400, says: 'Bitte schreiben Sie, was zu tun ist.' },
  'line-needs-reference': {
    status: 400,
    says: 'Zu dieser Zeile fehlt der Eintrag, auf den sie sich bezieht.',
  },
  'open-item-needs-day': {
    status: 400,
    says: 'Bitte sagen Sie, auf welchen Tag die Aufgabe verschoben wird.',
  },
  'guest-needs-name': { status: 400, says: 'Bitte geben Sie den Namen des Gastes an.' },
  'invitation-foreign': { status: 400, says: 'Diese Einladung gehört nicht zu diesem Termin.' },
  'agenda-item-foreign': { status: 400, says: 'Dieser Tagesordnungspunkt gehört nicht zu diesem Termin.' },
} as const satisfies Problems;
