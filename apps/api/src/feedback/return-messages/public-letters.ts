import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { PublicLetter, PublicLetterLine } from '@runder-tisch/domain/feedback';
import { Database } from '../../database/database';

const SHOWN = 20;

const subject = sql`from return_message letter left join meeting on meeting.id = letter.meeting_id
  left join participation_format format on format.id = letter.format_id`;

/** The columns of `PublicLetterLine` of published letters (alias `letter`), the newest first; more conditions come before the order. */
export function publishedLetters(more: Sql): Sql {
  return sql`select letter.id, coalesce(meeting.title, format.title) as title, (meeting.starts_at at time zone 'Europe/Berlin')::date::text as day
    ${subject} where letter.published_at is not null and ${more}
    order by letter.published_at desc, letter.id desc limit ${SHOWN}`;
}

/** Ergebnisbriefe everybody may read. What was checked again or turned away since stands there as it is now, or not at all. */
@Injectable()
export class PublicLetters {
  constructor(private readonly database: Database) {}

  newest(): Promise<PublicLetterLine[]> {
    return this.database.rows<PublicLetterLine>(publishedLetters(sql`true`));
  }

  find(id: string): Promise<PublicLetter | undefined> {
    return this.database.one<PublicLetter>(sql`
      select coalesce(meeting.title, format.title) as title, (meeting.starts_at at time zone 'Europe/Berlin')::date::text as day,
        letter.published_at as "publishedAt", letter.in_review_until::text as "inReviewUntil",
        coalesce((select json_agg(json_build_object('text', it.triaged_text, 'decision', it.decision, 'forwardedTo', it.forwarded_to,
            'reason', it.reason, 'answer', it.answer) order by it.received_at, it.number)
          from return_message_item told join feedback it on it.id = told.feedback_id
          where told.return_message_id = letter.id and told.answered and it.state in ('ANSWERED', 'ARCHIVED')), '[]') as items,
        (select count(*)::int from return_message_item told join feedback it on it.id = told.feedback_id
          where told.return_message_id = letter.id and not told.answered and it.state in ('SUBMITTED', 'TRIAGED', 'LINKED', 'DECIDED')) as open
      ${subject} where letter.id = ${id}::uuid and letter.published_at is not null`);
  }
}
