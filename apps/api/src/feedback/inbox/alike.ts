import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { feedbackProblems, type MoveValues } from '@runder-tisch/domain/feedback';
import type { AnsweredToo } from '@runder-tisch/domain/feedback/feedback-requests';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import type { Feedback } from '../feedback.entity';

interface Alike extends AnsweredToo {
  /** The decision it takes over; null where the same was decided on it before. */
  decide: Pick<MoveValues, 'decision' | 'reason' | 'forwardedTo'> | null;
}

/**
 * Those that get the same answer, with what has to be decided on them first. All are locked in one order, so that
 * two who answer the same ones wait for each other.
 */
export async function alike(tx: EntityManager, id: string, also: readonly AnsweredToo[]): Promise<Alike[]> {
  if (also.length === 0) return [];
  const locked = await rowsIn<Pick<Feedback, 'id' | 'state' | 'decision' | 'reason' | 'forwardedTo'>>(
    tx,
    sql`select id, state, decision, reason, forwarded_to as "forwardedTo" from feedback
        where id = any(${[id, ...also.map((other) => other.id)]}::uuid[]) order by id for update`,
  );
  const first = locked.find((it) => it.id === id);
  if (!first) return [];
  const { decision, reason, forwardedTo } = first;
  return also.map((other) => {
    const found = locked.find((it) => it.id === other.id);
    if (found?.state === 'LINKED') return { ...other, decide: { decision, reason, forwardedTo } };
    if (found && (found.decision !== decision || found.forwardedTo !== forwardedTo))
      throw problem(feedbackProblems, 'feedback-answers-differ', 'also');
    return { ...other, decide: null };
  });
}
