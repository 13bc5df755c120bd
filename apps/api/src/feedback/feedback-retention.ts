import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { berlinDay } from '@runder-tisch/domain/time';
import { systemViewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';
import { Jobs } from '../jobs/jobs';
import { LetterTexts } from './letters/letter-texts';
import { OriginalTexts } from './original-texts';

const HOUR_MS = 3_600_000;
/** In the place of an address that is no longer kept; never delivered. */
const FORGOTTEN = 'geloescht@adresse.invalid';

/** Deletes the words as typed once their time is over, and addresses left for an answer once it is on its way. */
@Injectable()
export class FeedbackRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly letters: LetterTexts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR_MS, 'feedback.retention', () => this.run());
  }

  run(): Promise<number> {
    return this.database.write(systemViewer, 'feedback.retention', async (tx) => {
      await this.forgetContacts(tx);
      await rowsIn(
        tx,
        sql`delete from feedback_code where expires_on < ${berlinDay(this.clock.now())}::date`,
      );
      return (await this.originals.deleteOverdue(tx)) + (await this.letters.deleteOverdue(tx));
    });
  }

  /** An answer may be taken back for a minute, and then needs the address once more. */
  private async forgetContacts(tx: EntityManager): Promise<void> {
    const answeredBefore = new Date(this.clock.now().getTime() - HOUR_MS);
    await rowsIn(
      tx,
      sql`with gone as (
            delete from feedback_contact using feedback where feedback.id = feedback_contact.feedback_id
              and (feedback.state = 'REJECTED' or (feedback.state in ('ANSWERED', 'ARCHIVED') and feedback.answered_at < ${answeredBefore}))
              and not exists (select 1 from outbox_message mail where mail.object_kind = 'feedback' and mail.object_id = feedback.id and mail.state in ('QUEUED', 'SENDING'))
            returning feedback_contact.feedback_id)
          update outbox_message set to_address = ${FORGOTTEN}, to_name = '', order_key = 'feedback:' || object_id, raw = null, preview = null where object_kind = 'feedback' and object_id in (select feedback_id from gone)`,
    );
  }
}
