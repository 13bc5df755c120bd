import { Injectable } from '@nestjs/common';
import sql, { empty, raw } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import { type OwnInvitationItem, refusedAnswer } from '@runder-tisch/domain/meetings';
import type { OwnInvitationQuery } from '@runder-tisch/domain/meetings/invitations/own-invitation-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { page, PAGE_SIZE, readCursor } from '../../database/keyset';
import { isInvited, waitingPlace } from '../meeting-sql';
import { visibleMeetings } from '../meetings-access';

type ListRow = OwnInvitationItem & { total: number; at: string };

@Injectable()
export class OwnInvitationsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Meetings to which the viewer or, on behalf of an organisation of theirs, a colleague is invited. Of colleagues it
   * tells only who goes: what they need or wrote is between them and the office.
   */
  async list(viewer: Viewer, query: OwnInvitationQuery): Promise<Page<OwnInvitationItem>> {
    const now = this.clock.now();
    const limit = query.limit ?? PAGE_SIZE;
    const past = query.when === 'past';
    const cursor = readCursor(query.after, 2);
    const at = sql`coalesce(it.starts_at, 'infinity'::timestamptz)`;
    const behind = cursor
      ? sql`and (${at}, it.id) ${raw(past ? '<' : '>')} (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
      : empty;
    const order = raw(past ? 'desc' : 'asc');
    const own = sql`invitation.person_id = ${viewer.personId}::uuid`;
    const house = sql`(invitation.on_behalf_of_id = any(${viewer.organisationIds}::uuid[])
      or invitation.organisation_id = any(${viewer.organisationIds}::uuid[]))`;
    const rows = await this.database.rows<ListRow>(sql`
      with matching as not materialized (
             select * from meeting it
             where it.state <> 'DRAFT' and coalesce(it.ends_at, 'infinity'::timestamptz) ${raw(past ? '<' : '>=')} ${now}
               and exists (select 1 from invitation where invitation.meeting_id = it.id and ${isInvited} and (${own} or ${house}))),
           page as (select * from matching it where true ${behind} order by ${at} ${order}, it.id ${order} limit ${limit + 1})
      select json_build_object('id', it.id, 'title', it.title, 'startsAt', it.starts_at, 'endsAt', it.ends_at, 'place', it.place,
               'online', it.online_link <> '', 'state', it.state, 'answerUntil', it.answer_until,
               'open', ${visibleMeetings(viewer)}) as meeting,
             (select json_build_object('invitationId', invitation.id, 'answer', invitation.answer, 'companions', invitation.companions,
                'waitingPlace', ${waitingPlace}, 'deputyName', invitation.deputy_name, 'needs', invitation.needs, 'message', invitation.message)
              from invitation where invitation.meeting_id = it.id and ${own} and ${isInvited} limit 1) as own,
             coalesce((select json_agg(json_build_object('name', invitation.name, 'answer', invitation.answer) order by invitation.name)
              from invitation where invitation.meeting_id = it.id and ${isInvited} and ${house}
                and invitation.person_id is distinct from ${viewer.personId}::uuid), '[]') as house,
             false as "mayAnswer", ${at}::text as at, (select count(*)::int from matching) as total
      from page it order by ${at} ${order}, it.id ${order}`);
    return page(
      rows,
      limit,
      (row) => [row.at, row.meeting.id],
      ({ total: _total, at: _at, ...item }) => {
        const { state, startsAt } = item.meeting;
        const asked = { state, startsAt: startsAt === null ? null : new Date(startsAt) };
        return {
          ...item,
          mayAnswer: item.own !== null && refusedAnswer(asked, { invited: true }, now) === null,
        };
      },
    );
  }
}
