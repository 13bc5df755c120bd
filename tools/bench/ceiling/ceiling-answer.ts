import type pg from 'pg';
import type { Role } from '@runder-tisch/domain/accounts';
import { fits, type MeetingState, refusedAnswer } from '@runder-tisch/domain/meetings';
import type { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { statementName } from '../recorded';

export interface Viewer {
  accountId: string;
  personId: string | null;
  displayName: string;
  roles: Role[];
}

interface Given {
  viewer: Viewer;
  requestId: string;
  invitationId: string;
  answer: AnswerInvitation;
  /** The product's question whether this viewer may enter the answer. */
  rights: pg.QueryConfig;
}

/** The same steps as the product: who acts, may they, lock meeting and invitation, is there room, save. */
export async function saveAnswer(pool: pg.Pool, given: Given): Promise<boolean> {
  const client = await pool.connect();
  const ask = async <Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[],
  ): Promise<Row | undefined> =>
    (await client.query<Row>({ name: statementName(text), text, values })).rows[0];
  try {
    await client.query('begin');
    await ask(
      `select set_config('rt.actor', $1, true), set_config('rt.use_case', $2, true), set_config('rt.request_id', $3, true)`,
      [`account:${given.viewer.accountId}`, 'invitation.answer', given.requestId],
    );
    const done = await save(ask, client, given);
    await client.query(done ? 'commit' : 'rollback');
    return done;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

interface LockedMeeting {
  id: string;
  state: MeetingState;
  capacity: number | null;
  changeable: boolean;
  visible: boolean;
}

type Ask = <Row extends pg.QueryResultRow>(text: string, values: unknown[]) => Promise<Row | undefined>;

async function save(ask: Ask, client: pg.PoolClient, given: Given): Promise<boolean> {
  const { invitationId, answer } = given;
  const meeting = (await client.query<LockedMeeting>(given.rights)).rows[0];
  if (!meeting?.visible || !meeting.changeable) return false;
  const counted = meeting.capacity !== null;
  const invitation = await ask<{ version: number; invited: boolean; sentSequence: number | null }>(
    `select version, invited_at is not null and uninvited_at is null as invited, sent_sequence as "sentSequence",
       exists (select 1 from invitation deputy where deputy.represents_id = invitation.id and deputy.uninvited_at is null) as represented
     from invitation where id = $1`,
    [invitationId],
  );
  if (!invitation) return false;
  const now = new Date();
  const asked = { state: meeting.state === 'HELD' ? 'INVITED' : meeting.state, startsAt: null } as const;
  if (refusedAnswer(asked, { invited: invitation.invited }, now)) return false;
  const companions = answer.answer === 'DECLINED' ? 0 : answer.companions;
  if (counted && answer.answer === 'ACCEPTED') {
    const taken = await ask<{ seats: number }>(
      `select coalesce(sum(1 + companions), 0)::int as seats from invitation
       where meeting_id = $1 and id <> $2 and answer = 'ACCEPTED' and invited_at is not null and uninvited_at is null`,
      [meeting.id, invitationId],
    );
    if (!fits(meeting.capacity, taken?.seats ?? 0, companions)) return false;
  }
  const saved = await ask(
    `update invitation set answer = $3, answer_channel = $4, answered_at = $5, answer_sequence = $6, entered_by = $7, companions = $8,
       deputy_name = $9, needs = $10, message = $11, version = version + 1 where id = $1 and version = $2 returning id`,
    [
      invitationId,
      invitation.version,
      answer.answer,
      answer.channel,
      now,
      invitation.sentSequence,
      given.viewer.displayName,
      companions,
      answer.deputyName.trim(),
      answer.needs.trim(),
      answer.message.trim(),
    ],
  );
  return saved !== undefined;
}
