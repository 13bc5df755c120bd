import type { EntityManager } from 'typeorm';
import { Committee } from './committee.entity';

/**
 * What the body that decided is called, to be kept with its decision: it may be called differently later. Empty where
 * nobody was named, null where the committee is not there any more.
 */
export async function bodyNameOf(
  tx: EntityManager,
  { committeeId, bodyName = '' }: { committeeId: string | null; bodyName?: string },
): Promise<string | null> {
  if (committeeId === null) return bodyName.trim();
  return (await tx.findOneBy(Committee, { id: committeeId }))?.name ?? null;
}
