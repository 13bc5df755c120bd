import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { forChange } from '../../database/for-change';
import { problem } from '../../problem/problem';
import { Feedback } from '../feedback.entity';
import { handledOnly } from '../feedback-access';

/** A stale page hears of the other version before it hears of rules that no longer fit. */
export async function handledItem(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  version: number,
): Promise<Feedback> {
  await forChange(tx, handledOnly(viewer), id);
  const item = await tx.findOneByOrFail(Feedback, { id });
  if (item.version !== version) throw problem(generalProblems, 'stale-version');
  return item;
}
