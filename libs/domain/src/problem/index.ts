/** Codes a room may answer with: HTTP status and the German sentence people read. */
export type Problems = Readonly<Record<string, { readonly status: number; readonly says: string }>>;

/** The body of every refusal (RFC 9457, application/problem+json). */
export interface ProblemView {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors: { path: string; code: string; detail?: string }[];
}

/** Refusals that any route may give. */
export const generalProblems = {
  'not-found': { status: 404, says: 'Das gibt es hier nicht oder Sie dürfen es nicht sehen.' },
  'not-signed-in': { status: 401, says: 'Bitte melden Sie sich an.' },
  'account-changed': {
    status: 401,
    says: 'An diesem Gerät ist inzwischen jemand anderes angemeldet. Bitte melden Sie sich wieder an.',
  },
  forbidden: { status: 403, says: 'Dafür fehlt Ihnen die Berechtigung.' },
  'invalid-input': { status: 400, says: 'Bitte prüfen Sie die markierten Angaben.' },
  'malformed-request': { status: 400, says: 'Die Anfrage war nicht lesbar.' },
  'too-large': { status: 413, says: 'Das ist zu viel auf einmal. Bitte kürzen Sie den Text oder die Datei.' },
  'wrong-content-type': { status: 415, says: 'Diese Art von Inhalt wird hier nicht angenommen.' },
  'foreign-origin': {
    status: 403,
    says: 'Die Anfrage kam nicht von dieser Anwendung. Bitte laden Sie die Seite neu.',
  },
  'version-missing': { status: 428, says: 'Bitte laden Sie die Seite neu, bevor Sie speichern.' },
  'stale-version': {
    status: 412,
    says: 'Inzwischen hat jemand anderes gespeichert. Bitte laden Sie neu und tragen Sie Ihre Änderung noch einmal ein.',
  },
  'idempotency-key-reused': {
    status: 422,
    says: 'Dieser Vorgang wurde schon mit anderen Angaben abgeschickt.',
  },
  'already-exists': { status: 409, says: 'Das gibt es schon.' },
  'still-in-use': { status: 409, says: 'Das wird noch verwendet und kann deshalb nicht gelöscht werden.' },
  'unknown-reference': {
    status: 400,
    says: 'Etwas, worauf sich Ihre Angaben beziehen, gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'too-many-requests': { status: 429, says: 'Das waren zu viele Versuche. Bitte warten Sie einige Minuten.' },
  'too-many-uploads': {
    status: 429,
    says: 'Sie laden gerade schon zwei Dateien hoch. Bitte warten Sie, bis eine davon fertig ist.',
  },
  'upload-interrupted': {
    status: 503,
    says: 'Das Hochladen wurde unterbrochen. Bitte versuchen Sie es noch einmal.',
  },
  'method-not-allowed': { status: 405, says: 'Das ist an dieser Stelle nicht möglich.' },
  'database-unavailable': {
    status: 503,
    says: 'Die Anwendung ist kurz nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  },
  'storage-full': { status: 507, says: 'Der Speicher ist voll. Es wurde nichts gespeichert.' },
  unexpected: { status: 500, says: 'Es ist ein Fehler aufgetreten. Es wurde nichts gespeichert.' },
} as const satisfies Problems;
