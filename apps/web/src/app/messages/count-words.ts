import type { MessageCounts } from '@runder-tisch/domain/messages';

/** "41 gesendet, 2 warten, 3 haben geantwortet, 4 nicht angeschrieben" */
export function countWords(counts: MessageCounts): string {
  const { sent, waiting, held, answered, notReached } = counts;
  return [
    sent && `${sent} gesendet`,
    waiting && (waiting === 1 ? '1 wartet' : `${waiting} warten`),
    held && (held === 1 ? '1 bleibt im Haus' : `${held} bleiben im Haus`),
    answered && (answered === 1 ? '1 hat geantwortet' : `${answered} haben geantwortet`),
    notReached && `${notReached} nicht angeschrieben`,
  ]
    .filter(Boolean)
    .join(', ');
}
