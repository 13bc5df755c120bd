import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { oneIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Feedback } from '../feedback.entity';
import { handledFeedback } from '../feedback-access';

/** A stale page hears of the other version before it hears of rules that no longer fit. */
export async function handledItem(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  version: number,
): Promise<Feedback> {
  const found = await oneIn<{ version: number }>(
    tx,
    sql`select it.version from feedback it where it.id = ${id} and ${handledFeedback(viewer)} for update`,
  );
  const item = found ? await tx.findOneBy(Feedback, { id }) : null;
  if (!found || !item) throw problem(generalProblems, 'not-found');
  if (found.version !== version) throw problem(generalProblems, 'stale-version');
  return item;
}
