import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../../access/viewer';
import { changeableMeetings } from '../meetings-access';

const DAY = 86_400_000;
/** How long a question or a reminder may work before the next one is offered. */
const REST_DAYS = 2;

/** What is due with Terminumfragen: remind the silent, and choose the date once the poll is over or all have voted. */
export function duePolls(viewer: Viewer, now: Date): Sql {
  const rested = new Date(now.getTime() - REST_DAYS * DAY);
  const mine = changeableMeetings(viewer);
  const running = sql`poll.state = 'OPEN' and poll.closes_at > ${now}`;
  const closing = sql`(poll.closes_at at time zone 'Europe/Berlin')::date`;
  return sql`
    select 'poll-silent', it.id, ${closing},
           json_build_object('title', it.title, 'startsAt', it.starts_at, 'silent', votes.silent, 'asked', votes.asked, 'pollId', poll.id)
    from date_poll poll join meeting it on it.id = poll.meeting_id cross join lateral (${votes}) votes
    where ${running} and votes.silent > 0 and votes.last < ${rested} and ${mine}
    union all
    select 'poll-choose', it.id, ${closing}, json_build_object('title', it.title, 'startsAt', it.starts_at, 'running', ${running})
    from date_poll poll join meeting it on it.id = poll.meeting_id cross join lateral (${votes}) votes
    where poll.state in ('OPEN', 'CLOSED') and (not (${running}) or (votes.asked > 0 and votes.silent = 0)) and ${mine}`;
}

/** Of one poll: how many are asked, how many owe an answer to a date, and when the last of those had a mail. */
const votes = sql`
  select count(*)::int as asked, count(*) filter (where voter.owes)::int as silent,
         max(coalesce(voter.reminded_at, voter.asked_at)) filter (where voter.owes) as last
  from (select date_poll_voter.asked_at, date_poll_voter.reminded_at,
               (select count(*) from date_poll_answer where date_poll_answer.voter_id = date_poll_voter.id)
                 < (select count(*) from date_poll_option where date_poll_option.poll_id = poll.id) as owes
        from date_poll_voter join invitation on invitation.id = date_poll_voter.invitation_id and invitation.uninvited_at is null
        where date_poll_voter.poll_id = poll.id) voter`;
