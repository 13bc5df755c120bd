import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { originalKeptYears } from '@runder-tisch/domain/feedback';
import type { MarkedText } from '@runder-tisch/domain/text';
import { addMonths, berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { handledLetters } from './letters-access';

/** The one reader of whole letters: they name people, and nobody has checked them. */
@Injectable()
export class LetterTexts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The time a text is kept runs from when it came in. */
  async keep(tx: EntityManager, letterId: string, text: MarkedText): Promise<void> {
    const deleteAfter = addMonths(berlinDay(this.clock.now()), 12 * originalKeptYears);
    await rowsIn(
      tx,
      sql`insert into incoming_letter_text (letter_id, pieces, delete_after)
          values (${letterId}, ${JSON.stringify(text)}::jsonb, ${deleteAfter}::date)
          on conflict (letter_id) do update set pieces = excluded.pieces`,
    );
  }

  /** Null once it had its time. */
  async read(tx: EntityManager, letterId: string): Promise<MarkedText | null> {
    const found = await oneIn<{ pieces: MarkedText }>(
      tx,
      sql`select pieces from incoming_letter_text where letter_id = ${letterId}`,
    );
    return found?.pieces ?? null;
  }

  /** For those who make Hinweise of it. */
  async toMark(viewer: Viewer, letterId: string): Promise<{ pieces: MarkedText; keptUntil: string } | null> {
    const found = await this.database.one<{ pieces: MarkedText; keptUntil: string }>(sql`
      select pieces, delete_after::text as "keptUntil"
      from incoming_letter_text join incoming_letter it on it.id = incoming_letter_text.letter_id
      where it.id = ${letterId} and ${handledLetters(viewer)}`);
    return found ?? null;
  }

  /** The Hinweise stay, the letter around them goes; what is still being marked is needed. */
  async deleteOverdue(tx: EntityManager): Promise<number> {
    const gone = await rowsIn(
      tx,
      sql`delete from incoming_letter_text using incoming_letter where incoming_letter.id = incoming_letter_text.letter_id
            and incoming_letter.state = 'DONE' and delete_after < ${berlinDay(this.clock.now())}::date
          returning incoming_letter_text.letter_id`,
    );
    return gone.length;
  }
}
