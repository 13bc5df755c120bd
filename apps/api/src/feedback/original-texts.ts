import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { findPersonalData, type Flag, originalKeptYears } from '@runder-tisch/domain/feedback';
import { foldedName } from '@runder-tisch/domain/imports';
import { addMonths, berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { oneIn, rowsIn } from '../database/rows';
import type { Query } from '../imports/import-target';
import { changeableMeetings } from '../meetings/meetings-access';
import { handledFeedback, writtenFeedback } from './feedback-access';

export interface OriginalText {
  text: string;
  flags: Flag[];
  deleteAfter: string;
}

/** Words nobody has checked, and how near they come to others, 0 to 1. */
export interface AlikeText {
  id: string;
  excerpt: string;
  score: number;
}

const EXCERPT = 240;
/** So many unchecked ones are compared letter by letter, and so many are named. */
const NEWEST = 200;
const ALIKE = 5;

/** The one reader of the words as they were typed. Nothing it answers may be stored elsewhere unchecked. */
@Injectable()
export class OriginalTexts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps the text with what looks like personal data in it. */
  async keep(tx: EntityManager, feedbackId: string, text: string): Promise<void> {
    const flags = findPersonalData(text);
    const deleteAfter = addMonths(berlinDay(this.clock.now()), 12 * originalKeptYears);
    await rowsIn(
      tx,
      sql`insert into feedback_original (feedback_id, text, flags, delete_after)
          values (${feedbackId}, ${text}, ${JSON.stringify(flags)}::jsonb, ${deleteAfter}::date)
          on conflict (feedback_id) do update set text = excluded.text, flags = excluded.flags`,
    );
  }

  read(tx: EntityManager, feedbackId: string): Promise<OriginalText | undefined> {
    return oneIn<OriginalText>(
      tx,
      sql`select text, flags, delete_after::text as "deleteAfter" from feedback_original where feedback_id = ${feedbackId}`,
    );
  }

  /** For those who check it, and only until it is checked. */
  toCheck(viewer: Viewer, feedbackId: string): Promise<OriginalText | undefined> {
    return this.database.one<OriginalText>(sql`
      select text, flags, delete_after::text as "deleteAfter"
      from feedback_original join feedback it on it.id = feedback_original.feedback_id
      where it.id = ${feedbackId} and it.state = 'SUBMITTED' and ${handledFeedback(viewer)}`);
  }

  /** What somebody wrote themselves, for them alone, until the checked text takes its place. */
  async written(viewer: Viewer, feedbackId: string): Promise<string | null> {
    const found = await this.database.one<{ text: string }>(sql`
      select text from feedback_original join feedback it on it.id = feedback_original.feedback_id
      where it.id = ${feedbackId} and it.triaged_text is null and it.state <> 'SESSION' and ${writtenFeedback(viewer)}`);
    return found?.text ?? null;
  }

  /** First words of what arrived without anything striking, for the list of those who check; of one's own in any case. */
  async excerpts(viewer: Viewer, feedbackIds: readonly string[]): Promise<Map<string, string>> {
    if (feedbackIds.length === 0) return new Map();
    const rows = await this.database.rows<{ id: string; text: string }>(sql`
      select it.id, left(text, ${EXCERPT}) as text
      from feedback_original join feedback it on it.id = feedback_original.feedback_id
      where it.id = any(${[...feedbackIds]}::uuid[]) and it.triaged_text is null
        and (it.state = 'SUBMITTED' and not it.flagged and ${handledFeedback(viewer)} or it.state <> 'SESSION' and ${writtenFeedback(viewer)})`);
    return new Map(rows.map((row) => [row.id, row.text]));
  }

  /** What arrived without anything striking and reads nearly like this text, before anybody has assigned either. */
  alike(viewer: Viewer, text: string, except: string, from: number): Promise<AlikeText[]> {
    return this.database.rows<AlikeText>(sql`
      with newest as (
        select it.id, original.text from feedback it join feedback_original original on original.feedback_id = it.id
        where it.state = 'SUBMITTED' and not it.flagged and it.triaged_text is null and it.id <> ${except} and ${handledFeedback(viewer)}
        order by it.received_at desc, it.id limit ${NEWEST})
      select id, left(text, ${EXCERPT}) as excerpt, score
      from newest cross join lateral (select similarity(text, ${text}) as score) likeness
      where score >= ${from} order by score desc, id limit ${ALIKE}`);
  }

  /** What is being written in a running session, for those who take its minutes. */
  async ofSession(viewer: Viewer, meetingId: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; text: string }>(sql`
      select feedback.id, text from feedback_original join feedback on feedback.id = feedback_original.feedback_id
      where feedback.state = 'SESSION'
        and feedback.meeting_id in (select it.id from meeting it where it.id = ${meetingId} and ${changeableMeetings(viewer)})`);
    return new Map(rows.map((row) => [row.id, row.text]));
  }

  /** The retention: the checked text stays, the words as typed go. What nobody has checked yet is still needed. */
  async deleteOverdue(tx: EntityManager): Promise<number> {
    const gone = await rowsIn(
      tx,
      sql`delete from feedback_original using feedback where feedback.id = feedback_original.feedback_id
            and feedback.state not in ('SESSION', 'SUBMITTED') and delete_after < ${berlinDay(this.clock.now())}::date
          returning feedback_original.feedback_id`,
    );
    return gone.length;
  }
}

/** So much of a text is compared with those of a list. */
const LISTED = 200;

/** What is compared with a list: the checked words, or those nobody found anything striking in. */
const comparableText = sql`coalesce(it.triaged_text, case when it.state = 'SUBMITTED' and not it.flagged then original.text end)`;

/** All Hinweise for an import by those who work on all of them. */
export function knownTexts(query: Query): Promise<{ id: string; name: string }[]> {
  return query<{ id: string; name: string }>(sql`
    select it.id, left(${comparableText}, ${LISTED}) as name
    from feedback it left join feedback_original original on original.feedback_id = it.id
    where it.state <> 'SESSION' and ${comparableText} is not null order by it.received_at, it.id`);
}

export interface ComparedText extends Record<string, string | null> {
  id: string;
  name: string;
  number: string;
  folded: string;
  organisation: string | null;
  day: string;
  source: string;
  channel: string;
}

export async function textsOf(query: Query, ids: readonly string[]): Promise<ComparedText[]> {
  const rows = await query<
    Omit<ComparedText, 'day' | 'folded' | 'name'> & { text: string; receivedAt: string }
  >(sql`
    select it.id, it.number, ${comparableText} as text, it.organisation_id::text as organisation,
           it.received_at as "receivedAt", it.source, it.channel
    from feedback it left join feedback_original original on original.feedback_id = it.id
    where it.id = any(${[...ids]}::uuid[]) order by it.received_at, it.id`);
  return rows.map(({ text, receivedAt, ...row }): ComparedText => ({
    ...(row as ComparedText),
    name: text.slice(0, LISTED),
    folded: foldedName(text),
    day: berlinDay(new Date(receivedAt)),
  }));
}

/** The words of new Hinweise; a line that means an earlier one, or one that was there, adds nothing. */
export async function keepImported(
  tx: EntityManager,
  now: Date,
  rows: readonly { id: string | null; text: string }[],
): Promise<void> {
  const kept = new Map<string, { id: string; text: string; flags: Flag[] }>();
  for (const { id, text } of rows)
    if (id !== null && !kept.has(id)) kept.set(id, { id, text, flags: findPersonalData(text) });
  const deleteAfter = addMonths(berlinDay(now), 12 * originalKeptYears);
  await rowsIn(
    tx,
    sql`insert into feedback_original (feedback_id, text, flags, delete_after)
        select it.id, given.text, given.flags, ${deleteAfter}::date
        from jsonb_to_recordset(${JSON.stringify([...kept.values()])}::jsonb) as given(id uuid, text text, flags jsonb)
          join feedback it on it.id = given.id
        where it.state = 'SUBMITTED' on conflict do nothing`,
  );
}
