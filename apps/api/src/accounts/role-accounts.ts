import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { roleLabels, roles } from '@runder-tisch/domain/accounts';
import { systemViewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { Accounts } from './accounts';
import { type RoleLink, SignInLinks } from './sign-in/sign-in-links';

/** `rt seed --roles`: one account per role, for trying things out on a database without the demo. */
@Injectable()
export class RoleAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly links: SignInLinks,
    private readonly clock: Clock,
  ) {}

  async seed(): Promise<RoleLink[]> {
    await this.database.write(systemViewer, 'account.seed-roles', async (tx) => {
      for (const role of roles) {
        const mail = `${role}@rolle.example`;
        const known = await oneIn(tx, sql`select 1 from account where lower(mail) = ${mail}`);
        if (known) continue;
        const personId = newId();
        await rowsIn(
          tx,
          sql`insert into person (id, given_name, family_name, mail, created_at)
              values (${personId}, 'Rolle', ${roleLabels[role]}, ${mail}, ${this.clock.now()})`,
        );
        await this.accounts.createFor(tx, personId, mail, [role]);
      }
    });
    return this.links.perRole();
  }
}
