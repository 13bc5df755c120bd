import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { pollProblems } from '@runder-tisch/domain/meetings';
import { oneIn } from '../database/rows';
import { problem } from '../problem/problem';

/** As long as a poll is on its way, the meeting gets its date there and nowhere else. */
export async function assertNoRunningPoll(tx: EntityManager, meetingId: string): Promise<void> {
  const running = await oneIn(
    tx,
    sql`select 1 from date_poll where meeting_id = ${meetingId} and state in ('OPEN', 'CLOSED')`,
  );
  if (running) throw problem(pollProblems, 'poll-running');
}
