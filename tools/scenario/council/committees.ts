import type { CommitteeSeatView } from '@runder-tisch/domain/committees';
import { EndCommitteeSeat, SaveCommitteeSeat } from '@runder-tisch/domain/committees/seat-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Client } from '../client';

/** A seat in a committee; without a person it is vacant. */
export async function committeeSeat(
  client: Client,
  committeeId: string,
  facts: Partial<SaveCommitteeSeat> & { fromDay: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    `/api/committees/${committeeId}/seats`,
    Object.assign(new SaveCommitteeSeat(), facts),
  );
  return id;
}

export async function committeeSeats(client: Client, committeeId: string): Promise<CommitteeSeatView[]> {
  return (await client.get<Page<CommitteeSeatView>>(`/api/committees/${committeeId}/seats`)).items;
}

export async function endCommitteeSeat(
  client: Client,
  id: string,
  toDay: string,
  keepSeat = true,
): Promise<void> {
  await client.post(
    `/api/committee-seats/${id}/end`,
    Object.assign(new EndCommitteeSeat(), { toDay, keepSeat }),
    1,
  );
}
