import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Block } from '@runder-tisch/domain/documents';
import {
  hinweisLineKind,
  makeMove,
  printedHinweis,
  type PrintableHinweis,
} from '@runder-tisch/domain/feedback';
import { Clock } from '../../clock';
import { updateVersioned } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { type LineOwner, LineOwners } from '../../meetings/session/line-owners';
import { Search } from '../../search/search';
import { Feedback } from '../feedback.entity';
import { OriginalTexts } from '../original-texts';
import { factsOf } from '../stored-facts';
import { nextNumbers } from './feedback-numbers';

const LOST: PrintableHinweis = { number: null, text: null, speakerRole: '' };

/** What becomes of the Hinweise that were taken down as lines of minutes. */
@Injectable()
export class HinweisLines implements LineOwner, OnModuleInit {
  readonly kind = hinweisLineKind;
  readonly column = 'feedback_id';

  constructor(
    private readonly owners: LineOwners,
    private readonly originals: OriginalTexts,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  /** What was said in a session counts as submitted when it ends; lines struck from the minutes do not. */
  async ended(tx: EntityManager, meetingId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from feedback it where it.meeting_id = ${meetingId} and it.state = 'SESSION'
            and exists (select 1 from minutes_entry line where line.feedback_id = it.id and line.deleted_at is not null)
            and not exists (select 1 from minutes_entry line where line.feedback_id = it.id and line.deleted_at is null)`,
    );
    const items = await tx.find(Feedback, {
      where: { meetingId, state: 'SESSION' },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const numbers = await nextNumbers(tx, this.clock.now(), items.length);
    for (const [index, item] of items.entries()) {
      const { facts } = makeMove('end-session', factsOf(item, []));
      const original = await this.originals.read(tx, item.id);
      if (!facts || !original) continue;
      await updateVersioned(tx, Feedback, item.id, item.version, {
        state: facts.state,
        number: numbers[index] ?? null,
        flagged: original.flags.length > 0,
        receivedAt: this.clock.now(),
      });
    }
    await this.search.refresh(
      tx,
      'feedback',
      items.map((item) => item.id),
    );
  }

  async print(
    tx: EntityManager,
    meetingId: string,
    references: readonly (string | null)[],
  ): Promise<readonly (readonly Block[])[]> {
    const rows = await rowsIn<PrintableHinweis & { id: string }>(
      tx,
      sql`select id, number, triaged_text as text, speaker_role as "speakerRole" from feedback
          where id = any(${references.filter((id) => id !== null)}::uuid[]) and meeting_id = ${meetingId}`,
    );
    const known = new Map<string | null, PrintableHinweis>(rows.map((row) => [row.id, row]));
    return references.map((id) => printedHinweis(known.get(id) ?? LOST));
  }
}
