import { type AttachmentLevel, attachmentVisibilities } from '@runder-tisch/domain/attachments';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { CarriesAttachments } from '../contribution';
import { kinds } from '../kinds';
import { problem } from '../problem/problem';
import { type CarrierKind, carriersOf } from './attachments-access';

/** Every kind whose objects carry Unterlagen, from left to right. */
export const carriers: readonly CarrierKind[] = carriersOf(kinds);

export function carrierNamed(name: string): CarrierKind {
  const carrier = carriers.find(({ kind }) => kind === name);
  if (!carrier) throw problem(generalProblems, 'not-found');
  return carrier;
}

export function levelsOf({ levels }: CarriesAttachments): AttachmentLevel[] {
  return attachmentVisibilities.flatMap((visibility) => {
    const seenBy = levels[visibility];
    return seenBy ? [{ visibility, seenBy }] : [];
  });
}
