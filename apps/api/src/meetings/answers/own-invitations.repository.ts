import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import { type OwnInvitationItem, refusedAnswer } from '@runder-tisch/domain/meetings';
import type { OwnInvitationQuery } from '@runder-tisch/domain/meetings/invitations/own-invitation-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { byId, byInstant, listPage } from '../../database/list-page';
import { isInvited, waitingPlace } from '../meeting-sql';
import { visibleMeetings } from '../meetings-access';

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
    const past = query.when === 'past';
    const own = sql`invitation.person_id = ${viewer.personId}::uuid`;
    const house = sql`(invitation.on_behalf_of_id = any(${viewer.organisationIds}::uuid[])
      or invitation.organisation_id = any(${viewer.organisationIds}::uuid[]))`;
    const found = await listPage<OwnInvitationItem>(this.database, query, {
      from: raw('meeting'),
      where: [
        sql`it.state <> 'DRAFT' and coalesce(it.ends_at, 'infinity'::timestamptz) ${raw(past ? '<' : '>=')} ${now}`,
        sql`exists (select 1 from invitation where invitation.meeting_id = it.id and ${isInvited} and (${own} or ${house}))`,
      ],
      order: [byInstant('starts_at'), byId],
      descending: past,
      columns: sql`json_build_object('id', it.id, 'title', it.title, 'startsAt', it.starts_at, 'endsAt', it.ends_at, 'place', it.place,
          'online', it.online_link <> '', 'state', it.state, 'answerUntil', it.answer_until,
          'open', ${visibleMeetings(viewer)}) as meeting,
        (select json_build_object('invitationId', invitation.id, 'answer', invitation.answer, 'companions', invitation.companions,
           'waitingPlace', ${waitingPlace}, 'deputyName', invitation.deputy_name, 'needs', invitation.needs, 'message', invitation.message)
         from invitation where invitation.meeting_id = it.id and ${own} and ${isInvited} limit 1) as own,
        coalesce((select json_agg(json_build_object('name', invitation.name, 'answer', invitation.answer) order by invitation.name)
         from invitation where invitation.meeting_id = it.id and ${isInvited} and ${house}
           and invitation.person_id is distinct from ${viewer.personId}::uuid), '[]') as house,
        false as "mayAnswer"`,
    });
    const mayAnswer = ({ own: invited, meeting }: OwnInvitationItem): boolean => {
      const asked = {
        state: meeting.state,
        startsAt: meeting.startsAt === null ? null : new Date(meeting.startsAt),
      };
      return invited !== null && refusedAnswer(asked, { invited: true }, now) === null;
    };
    return { ...found, items: found.items.map((item) => ({ ...item, mayAnswer: mayAnswer(item) })) };
  }
}
