import type { MailState } from '@runder-tisch/domain/outbox';

/** What a mail is about, by the purpose it was written for. */
const purposes: Record<string, string> = {
  'sign-in': 'Anmeldung',
  'registration-confirm': 'Anmeldung einer Organisation',
  'registration-approved': 'Anmeldung angenommen',
  'registration-refused': 'Anmeldung abgelehnt',
  'service-confirmed': 'Bestätigung eines Angebots',
  'service-returned': 'Rückgabe eines Angebots',
  invitation: 'Einladung',
  'invitation-test': 'Probe einer Einladung',
  'invitation-again': 'Einladung, erneut gesendet',
  'invitation-update': 'Änderung eines Termins',
  'invitation-cancel': 'Absage eines Termins',
  reminder: 'Erinnerung',
  poll: 'Terminumfrage',
  'poll-again': 'Terminumfrage, erneut gesendet',
  'poll-reminder': 'Erinnerung an eine Terminumfrage',
  'poll-update': 'Änderung einer Terminumfrage',
  'poll-cancel': 'Absage einer Terminumfrage',
  answer: 'Bestätigung einer Zu- oder Absage',
  protocol: 'Protokoll',
  task: 'Aufgabe',
  'task-reminder': 'Erinnerung an Aufgaben',
  'task-overdue': 'Überfällige Aufgaben',
  'own-contact': 'Bitte um Prüfung der Angaben',
  'feedback-received': 'Eingang eines Hinweises',
  'feedback-answer': 'Antwort auf einen Hinweis',
  'return-message': 'Ergebnisbrief',
  message: 'Nachricht',
  digest: 'Wochenmail',
  'message-test': 'Probe einer Nachricht',
  'year-letter': 'Jahresbrief',
  'audit-anchor': 'Prüfanker des Protokolls der Änderungen',
  'inbox-forward': 'Weitergeleitete Mail',
  'return-message-test': 'Probe eines Ergebnisbriefs',
};

export function purposeWords(purpose: string): string {
  return purposes[purpose] ?? '';
}

export const mailTones: Record<MailState, string> = {
  QUEUED: 'rt-badge-accent',
  SENDING: 'rt-badge-accent',
  SENT: 'rt-badge-positive',
  REFUSED: 'rt-badge-negative',
  RECALLED: '',
  HELD: 'rt-badge-warning',
};

/** "48 kB", "1,2 MB" */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} Byte`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`;
}
