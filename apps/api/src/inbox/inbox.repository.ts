import { Inject, Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type {
  InboxMailItem,
  InboxPage,
  InboxPart,
  InboxStateView,
  SetAsideMail,
} from '@runder-tisch/domain/inbox';
import type { InboxQuery } from '@runder-tisch/domain/inbox/inbox-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Database } from '../database/database';
import { byId, listPage } from '../database/list-page';
import { contains } from '../database/words';
import { imapAddress } from '../outbox/returns/imap-address';
import { aboutOf, isAbout } from '../outbox/mails-about';
import { visibleInbox } from './inbox-access';

const parts: Record<InboxPart, Sql> = {
  WAITING: sql`it.state = 'WAITING'`,
  MAILS: sql`it.kind in ('MAIL', 'WORDS') and it.state not in ('TRYING', 'SET_ASIDE')`,
  ANSWERS: sql`it.kind in ('ANSWER', 'OTHER_SENDER', 'STRANGER', 'DIFFERS', 'PROPOSAL', 'UNCLEAR')`,
  OTHERS: sql`it.kind in ('BOUNCE', 'AUTOMATIC')`,
  ALL: sql`it.state not in ('TRYING', 'SET_ASIDE')`,
};

@Injectable()
export class InboxRepository {
  constructor(
    private readonly database: Database,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  /** Newest first; without another wish what waits for a word. */
  list(viewer: Viewer, query: InboxQuery): Promise<Page<InboxMailItem>> {
    const { search, meetingId, aboutKind, aboutId } = query;
    return listPage(this.database, query, {
      from: raw('inbox_mail'),
      where: [
        visibleInbox(viewer),
        parts[query.part ?? 'WAITING'],
        ...(meetingId ? [sql`it.meeting_id = ${meetingId}`] : []),
        ...(aboutKind && aboutId ? [mailsOfPage(aboutKind, aboutId)] : []),
        ...(search
          ? [
              contains(
                sql`it.from_name || ' ' || it.from_mail || ' ' || it.subject || ' ' || it.says`,
                search,
              ),
            ]
          : []),
      ],
      order: [{ by: sql`it.taken_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns: columns(viewer),
      joins: answered,
    });
  }

  find(viewer: Viewer, id: string): Promise<InboxMailItem> {
    return this.database.found<InboxMailItem>(
      sql`select ${columns(viewer)} from inbox_mail it ${answered} where it.id = ${id} and ${visibleInbox(viewer)}`,
    );
  }

  async state(): Promise<InboxStateView> {
    const { imapUrl } = this.options;
    const address = imapUrl ? imapAddress(imapUrl) : null;
    const row = await this.database.found<
      Pick<InboxStateView, 'lookedAt' | 'failedAt' | 'error'> & { setAside: SetAsideMail[] }
    >(sql`
      select state.looked_at as "lookedAt", state.failed_at as "failedAt", coalesce(state.error, '') as error,
             coalesce((select json_agg(json_build_object('id', it.id, 'fromMail', it.from_mail, 'subject', it.subject,
               'takenAt', it.taken_at, 'error', it.error, 'kept', it.raw is not null) order by it.taken_at desc)
               from (select * from inbox_mail where inbox_mail.state = 'SET_ASIDE' order by taken_at desc limit 100) it), '[]') as "setAside"
      from (select) one left join inbox_state state on true`);
    return {
      configured: address !== null,
      address: address?.address ?? '',
      mailbox: address?.name ?? '',
      ...row,
    };
  }
}

/** What answers mails about it; of a network whatever came to it, of an organisation also what its mailbox wrote. */
function mailsOfPage(kind: InboxPage, id: string): Sql {
  const about = isAbout(kind, id, sql`it.object_kind`, sql`it.object_id`);
  if (kind === 'network') return sql`(${about} or it.network_id = ${id}::uuid)`;
  if (kind !== 'organisation') return about;
  return sql`(${about} or lower(it.from_mail) = (
    select lower(function_mailbox) from organisation where organisation.id = ${id}::uuid and function_mailbox <> ''))`;
}

function columns(viewer: Viewer): Sql {
  return sql`it.id, it.state, it.kind, it.says, it.subject, it.from_name as "fromName", it.from_mail as "fromMail", it.text,
    coalesce(it.sent_at, it.taken_at) as at, it.meeting_id as "meetingId", it.answer, it.entered, it.forwarded_to as "forwardedTo",
    it.decided_by as "decidedBy",
    ${aboutOf(viewer, sql`answered.kind`, sql`answered.id`)} as about`;
}

/** What a mail is about: the meeting on whose page it is shown, or else what the mail it answers was about. */
const answered = sql`cross join lateral (
  select case when it.meeting_id is not null then 'meeting' else it.object_kind end as kind, coalesce(it.meeting_id, it.object_id) as id) answered`;
