import type { Permission } from './permissions';
import type { Role } from './roles';

/**
 * Stands on every answer of the API to somebody signed in: seconds until the session ends if nothing is asked any
 * more, a blank, seconds until it ends whatever is asked.
 */
export const SESSION_LEFT_HEADER = 'X-RT-Session-Left';

/** Why a session is over: nothing was asked for half an hour, it was as old as one may get, or it was ended elsewhere. */
export const sessionEnds = ['idle', 'whole', 'elsewhere'] as const;
export type SessionEnd = (typeof sessionEnds)[number];

/** What is said to whoever has to sign in once more. */
export const sessionEndSays: Readonly<Record<SessionEnd, string>> = {
  idle: 'Ihre Sitzung ist beendet, weil 30 Minuten lang nichts geschehen ist.',
  whole: 'Ihre Sitzung ist beendet: Nach zwölf Stunden melden Sie sich zur Sicherheit neu an.',
  elsewhere: 'Ihre Sitzung wurde beendet, zum Beispiel in einem anderen Fenster oder unter „Mein Konto“.',
};

/** Who looks at the screen and what the web may show them: the answer of `GET /api/session`. */
export interface SessionView {
  signedIn: boolean;
  /** Whose lines wait on a device is decided by it; null for a stranger. */
  accountId: string | null;
  displayName: string;
  roles: Role[];
  permissions: Permission[];
  county: { name: string; logo?: string };
  /** False while no SMTP server is set: every page then says that no mail goes out. */
  mail: { leavesTheHouse: boolean };
  demo: boolean;
  /** False until the set-up page behind the terminal's one-time link was filled in. */
  setUp: boolean;
  /** Why this browser is signed in no more; null for somebody signed in, and for whoever never was. */
  ended: SessionEnd | null;
  /** The server's clock, so that "in 3 Tagen" on the screen and in the mails is counted from the same day. */
  now: string;
}
