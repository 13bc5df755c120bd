import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { MailLinks } from '../../access/mail-links';
import { systemViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { Settings } from '../../settings/settings';

export const SET_UP = 'set-up';
const DAY_MS = 86_400_000;

/** The one-time link that opens the set-up page; only whoever reads the terminal has it. */
@Injectable()
export class SetUpLink {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Null once the application is set up. Each call makes the links of earlier starts worthless. */
  async create(): Promise<string | null> {
    if ((await this.settings.current()).setUp) return null;
    return this.database.write(systemViewer, 'set-up.link', async (tx) => {
      await rowsIn(tx, sql`delete from mail_link where purpose = ${SET_UP} and used_at is null`);
      const token = await this.links.create(tx, {
        purpose: SET_UP,
        expiresAt: new Date(this.clock.now().getTime() + DAY_MS),
      });
      return this.links.url(`/einrichten?schluessel=${token}`);
    });
  }
}
