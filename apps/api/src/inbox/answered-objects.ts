import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { contributions } from '../contributions';
import { oneIn } from '../database/rows';

/** The meeting on whose page mails about this object are shown; null where it is another page's. */
export async function meetingOf(
  tx: EntityManager,
  objectKind: string,
  objectId: string,
): Promise<string | null> {
  if (objectKind === 'meeting') return objectId;
  const page = contributions
    .map(({ mailsAbout }) => mailsAbout?.[objectKind])
    .find((it) => it?.kind === 'meeting');
  if (!page) return null;
  const found = await oneIn<{ id: string | null }>(tx, sql`select ${page.id(sql`${objectId}::uuid`)} as id`);
  return found?.id ?? null;
}
