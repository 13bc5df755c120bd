import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { PollAnswer } from '@runder-tisch/domain/meetings';
import { updateVersioned } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { DatePollVoter } from './poll.entity';

/** Somebody who is asked, with their line of the list and what they said. */
export interface AskedVoter extends Pick<
  DatePollVoter,
  'id' | 'version' | 'required' | 'askedAt' | 'batchId' | 'remindedAt' | 'reminderBatchId'
> {
  invitation: {
    id: string;
    personId: string | null;
    organisationId: string | null;
    onBehalfOfId: string | null;
    mail: string;
    name: string;
  };
  answers: { optionId: string; answer: PollAnswer }[];
}

/** Everybody a poll asks, locked: of two who change the poll at once, one waits. */
export async function askedVoters(tx: EntityManager, pollId: string): Promise<AskedVoter[]> {
  return rowsIn<AskedVoter>(
    tx,
    sql`select voter.id, voter.version, voter.required, voter.asked_at as "askedAt", voter.batch_id as "batchId",
               voter.reminded_at as "remindedAt", voter.reminder_batch_id as "reminderBatchId",
               json_build_object('id', invitation.id, 'personId', invitation.person_id, 'organisationId', invitation.organisation_id,
                 'onBehalfOfId', invitation.on_behalf_of_id, 'mail', invitation.mail, 'name', invitation.name) as invitation,
               coalesce((select json_agg(json_build_object('optionId', answer.option_id, 'answer', answer.answer))
                 from date_poll_answer answer where answer.voter_id = voter.id), '[]') as answers
        from date_poll_voter voter join invitation on invitation.id = voter.invitation_id
        where voter.poll_id = ${pollId} and invitation.uninvited_at is null
        order by voter.id for update of voter`,
  );
}

/** Saves rows one by one and keeps the objects in step, so that the next step sees them as stored. */
export async function patchVoters(
  tx: EntityManager,
  voters: readonly AskedVoter[],
  patch: Partial<Pick<DatePollVoter, 'askedAt' | 'batchId' | 'remindedAt' | 'reminderBatchId'>>,
): Promise<void> {
  for (const voter of voters) {
    await updateVersioned(tx, DatePollVoter, voter.id, voter.version, patch);
    Object.assign(voter, patch, { version: voter.version + 1 });
  }
}
