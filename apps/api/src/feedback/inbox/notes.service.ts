import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { feedbackProblems } from '@runder-tisch/domain/feedback';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { handledOnly } from '../feedback-access';

/** Private to those who work on the Hinweis: no letter, no page of its state and no search knows of them. */
@Injectable()
export class NotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  write(viewer: Viewer, feedbackId: string, text: string): Promise<void> {
    return this.database.write(viewer, 'feedback.note', async (tx) => {
      await forChange(tx, handledOnly(viewer), feedbackId);
      await rowsIn(
        tx,
        sql`insert into feedback_note (id, feedback_id, text, account_id, written_by, created_at)
            values (${newId()}, ${feedbackId}, ${text.trim()}, ${viewer.accountId}::uuid, ${viewer.displayName}, ${this.clock.now()})`,
      );
    });
  }

  /** By whoever wrote it. */
  remove(viewer: Viewer, feedbackId: string, id: string): Promise<void> {
    return this.database.write(viewer, 'feedback.note-delete', async (tx) => {
      await forChange(tx, handledOnly(viewer), feedbackId);
      const gone = await rowsIn(
        tx,
        sql`delete from feedback_note where id = ${id} and feedback_id = ${feedbackId} and account_id = ${viewer.accountId}::uuid
            returning id`,
      );
      if (gone.length === 0) throw problem(feedbackProblems, 'feedback-note-of-another');
    });
  }
}
