import type { Problems } from '../problem';

export const meetingProblems = {
  'meeting-move-not-allowed': { status: 409, says: 'Das ist in diesem Stand des Termins nicht möglich.' },
  'meeting-cancelled': { status: 409, says: 'Dieser Termin ist abgesagt.' },
  'meeting-postponed': {
    status: 409,
    says: 'Dieser Termin ist verschoben, ein neues Datum steht noch nicht fest.',
  },
  'meeting-over': { status: 409, says: 'Dieser Termin hat schon stattgefunden.' },
  'meeting-needs-date': { status: 409, says: 'Bitte geben Sie zuerst Datum, Beginn und Ende an.' },
  'meeting-needs-place': {
    status: 409,
    says: 'Bitte geben Sie zuerst einen Ort oder einen Link zur Online-Teilnahme an.',
  },
  'meeting-needs-invitees': { status: 409, says: 'Bitte wählen Sie zuerst aus, wer eingeladen wird.' },
  'meeting-in-past': {
    status: 409,
    says: 'Dieser Zeitpunkt liegt in der Vergangenheit, dazu lässt sich niemand mehr einladen. Anwesenheit und Protokoll können Sie im Nachlauf nachtragen, ohne dass eine Mail hinausgeht.',
  },
  'meeting-too-early': {
    status: 409,
    says: 'Die Sitzung kann frühestens eine Stunde vor dem Beginn gestartet werden.',
  },
  'meeting-ends-before-start': { status: 400, says: 'Das Ende liegt vor dem Beginn.' },
  'meeting-time-missing': { status: 400, says: 'Zu einem Datum gehören Beginn und Ende.' },
  'meeting-time-unreadable': {
    status: 400,
    says: 'Bitte geben Sie Datum und Uhrzeit an, zum Beispiel 16.01.2025 und 14:00.',
  },
  'meeting-time-skipped': {
    status: 400,
    says: 'Diese Uhrzeit gibt es in dieser Nacht nicht: Die Uhren werden von 2 auf 3 Uhr vorgestellt.',
  },
  'meeting-time-twice': {
    status: 400,
    says: 'Diese Uhrzeit gibt es in dieser Nacht zweimal. Bitte wählen Sie Sommerzeit (vor der Umstellung) oder Winterzeit (danach).',
  },
  'meeting-not-a-draft': {
    status: 409,
    says: 'Nur ein Entwurf kann gelöscht werden. Sagen Sie den Termin stattdessen ab.',
  },
  'companions-do-not-fit': {
    status: 409,
    says: 'So viele Plätze sind nicht mehr frei. Ihr eigener Platz bleibt Ihnen.',
  },
  'deputy-invited-already': {
    status: 409,
    says: 'Diese Person ist selbst eingeladen und antwortet für sich.',
  },
  'not-waiting': { status: 409, says: 'Diese Person steht nicht mehr auf der Warteliste.' },
  'nobody-to-invite': { status: 409, says: 'Alle in der Liste sind schon eingeladen.' },
  'nobody-silent': { status: 409, says: 'Alle Eingeladenen haben schon geantwortet.' },
  'nobody-refused': { status: 409, says: 'Bei niemandem ist die letzte Mail nicht angekommen.' },
  'reminded-today': { status: 409, says: 'Heute ist schon eine Erinnerung hinausgegangen.' },
  'recall-too-late': {
    status: 409,
    says: 'Die Einladungen sind schon unterwegs und lassen sich nicht mehr zurückholen.',
  },
  'nothing-to-recall': { status: 409, says: 'Es gibt nichts zurückzuholen.' },
  'not-invited': { status: 409, says: 'Diese Einladung wurde zurückgenommen.' },
  'answer-after-start': {
    status: 409,
    says: 'Der Termin hat schon begonnen. Antworten sind nicht mehr möglich.',
  },
  'answer-channel-needed': {
    status: 400,
    says: 'Bitte geben Sie an, wie die Antwort kam: Telefon, Mail oder persönlich.',
  },
  'no-own-address': { status: 409, says: 'An Ihrem Konto ist keine Mailadresse hinterlegt.' },
  'agenda-order-incomplete': {
    status: 409,
    says: 'Die Tagesordnung hat sich geändert. Bitte laden Sie neu.',
  },
  'agenda-item-in-use': {
    status: 409,
    says: 'Zu diesem Punkt gibt es schon Protokolleinträge. Er kann nicht gelöscht werden.',
  },
} as const satisfies Problems;

export type MeetingProblem = keyof typeof meetingProblems;
