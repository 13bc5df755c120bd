import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Role, roleLabels, roles } from '@runder-tisch/domain/accounts';
import { MailLinks } from '../../access/mail-links';
import { systemViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { SIGN_IN } from './sign-in-mailer';

export interface RoleLink {
  role: Role;
  /** As people call the role. */
  label: string;
  accountId: string;
  displayName: string;
  mail: string;
  /** Signs in once, within a day. */
  url: string;
}

const TERMINAL = 'terminal';
const DAY_MS = 86_400_000;

/** Single-use links for the terminal of `npm start` and for `rt seed --roles`: one per role that somebody has. */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  /** Fresh at each call: those printed before are worth nothing any more. */
  perRole(): Promise<RoleLink[]> {
    return this.database.write(systemViewer, 'sign-in.terminal-links', async (tx) => {
      await rowsIn(
        tx,
        sql`delete from mail_link where purpose = ${SIGN_IN} and object_kind = ${TERMINAL} and used_at is null`,
      );
      const made: RoleLink[] = [];
      for (const role of roles) {
        // Whoever has this role and as few others as possible shows best what the role sees.
        const account = await oneIn<{
          id: string;
          personId: string | null;
          displayName: string;
          mail: string;
        }>(
          tx,
          sql`select id, person_id as "personId", display_name as "displayName", mail from account
              where ${role} = any(roles) and disabled_at is null order by cardinality(roles), created_at, id limit 1`,
        );
        if (!account) continue;
        const token = await this.links.create(tx, {
          purpose: SIGN_IN,
          accountId: account.id,
          personId: account.personId,
          objectKind: TERMINAL,
          expiresAt: new Date(this.clock.now().getTime() + DAY_MS),
        });
        const { id: accountId, displayName, mail } = account;
        made.push({
          role,
          label: roleLabels[role],
          accountId,
          displayName,
          mail,
          url: this.links.url(`/anmeldung/${token}`),
        });
      }
      return made;
    });
  }
}
