import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { condensingProblems } from '@runder-tisch/domain/feedback';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Feedback } from '../feedback.entity';
import { handledFeedback } from '../feedback-access';
import { AssignmentsService } from '../assignments/assignments.service';
import { FeedbackService } from '../inbox/feedback.service';
import { assertChecked } from './condensing-access';

const closed: readonly Feedback['state'][] = ['ANSWERED', 'ARCHIVED'];

/** Hinweise in the same words are counted with one and go its way; nothing is deleted, each sender is answered. */
@Injectable()
export class CountingService {
  constructor(
    private readonly database: Database,
    private readonly feedback: FeedbackService,
    private readonly assignments: AssignmentsService,
  ) {}

  /** What was counted with one of these counts with the same one from now on, so that a counter never hides another. */
  count(viewer: Viewer, id: string, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'feedback.count', async (tx) => {
      if (ids.includes(id)) throw problem(condensingProblems, 'counted-itself');
      await rowsIn(
        tx,
        sql`select it.id from feedback it where (it.id = any(${[id, ...ids]}::uuid[]) or it.counted_with_id = any(${[...ids]}::uuid[]))
              and ${handledFeedback(viewer)} order by it.id for update`,
      );
      await assertChecked(tx, viewer, [id, ...ids]);
      const main = await tx.findOneByOrFail(Feedback, { id });
      if (main.countedWithId) throw problem(condensingProblems, 'counted-elsewhere');
      await rowsIn(
        tx,
        sql`update feedback set counted_with_id = ${id}, version = version + 1
            where (id = any(${[...ids]}::uuid[]) or counted_with_id = any(${[...ids]}::uuid[])) and counted_with_id is distinct from ${id}::uuid`,
      );
      const counted = await tx.findBy(Feedback, { countedWithId: id });
      if (closed.includes(main.state) && counted.some(({ state }) => !closed.includes(state)))
        throw problem(condensingProblems, 'counted-answered');
      await this.feedback.followFields(tx, viewer, main, counted);
    });
  }

  /** They stand for themselves again, as far as they have come. */
  uncount(viewer: Viewer, id: string, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'feedback.uncount', async (tx) => {
      const found = await rowsIn(
        tx,
        sql`select it.id from feedback it where it.id = ${id} and ${handledFeedback(viewer)} for update`,
      );
      if (found.length === 0) throw problem(generalProblems, 'not-found');
      await rowsIn(
        tx,
        sql`update feedback set counted_with_id = null, version = version + 1
            where counted_with_id = ${id} and id = any(${[...ids]}::uuid[])`,
      );
      await this.assignments.byRule(tx, ids);
    });
  }
}
