import type { Permission } from './permissions';
import type { Role } from './roles';

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
  /** The server's clock, so that "in 3 Tagen" on the screen and in the mails is counted from the same day. */
  now: string;
}
