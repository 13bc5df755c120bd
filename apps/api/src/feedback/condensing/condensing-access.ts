import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { mayWith } from '@runder-tisch/domain/accounts';
import { condensingProblems } from '@runder-tisch/domain/feedback';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import type { ChangeRights } from '../../database/for-change';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { handledFeedback } from '../feedback-access';

/** Over the alias `it`: arguments are words of planning, not of whoever gave a Hinweis. */
export function visibleArguments(viewer: Viewer): Sql {
  return viewer.kind === 'system' || mayWith(viewer.roles, 'argument:read') ? sql`true` : sql`false`;
}

export function changeableArguments(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'argument:change') ? sql`true` : sql`false`;
}

export function argumentRights(viewer: Viewer): ChangeRights {
  return { table: 'argument', visible: visibleArguments(viewer), may: changeableArguments(viewer) };
}

/** Over the alias `it`: all planners share one table with its baskets. */
export function keptGroups(viewer: Viewer): Sql {
  return viewer.kind === 'system' || mayWith(viewer.roles, 'feedback:decide') ? sql`true` : sql`false`;
}

export function groupRights(viewer: Viewer): ChangeRights {
  return { table: 'feedback_group', visible: keptGroups(viewer), may: keptGroups(viewer) };
}

/** Of what somebody has not checked nobody knows what it says: it is neither grouped nor summarised nor counted. */
export async function assertChecked(
  tx: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
): Promise<void> {
  const found = await rowsIn<{ checked: boolean }>(
    tx,
    sql`select it.triaged_text is not null as checked from feedback it where it.id = any(${[...ids]}::uuid[]) and ${handledFeedback(viewer)}`,
  );
  if (found.length < new Set(ids).size) throw problem(generalProblems, 'not-found');
  if (found.some(({ checked }) => !checked)) throw problem(condensingProblems, 'condensing-unchecked');
}
