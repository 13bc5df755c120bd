import type { CommitteeSessionView } from '@runder-tisch/domain/meetings';
import {
  SaveCommitteeSession,
  SaveExclusions,
} from '@runder-tisch/domain/meetings/committee-session/committee-session-requests';
import type { Client } from '../client';
import { staffMeeting } from '../meetings';

export function committeeSession(client: Client, meetingId: string): Promise<CommitteeSessionView> {
  return client.get(`/api/meetings/${meetingId}/committee-session`);
}

/** What is kept of how the session was called and whether it could decide; what is not named stays. */
export async function keepCommitteeSession(
  client: Client,
  meetingId: string,
  facts: Partial<SaveCommitteeSession>,
): Promise<void> {
  const { version, localNotice, noticePeriod, quorumWords } = await committeeSession(client, meetingId);
  await client.put(
    `/api/meetings/${meetingId}/committee-session`,
    Object.assign(new SaveCommitteeSession(), {
      noticeOn: localNotice.on,
      noticeWhere: localNotice.where,
      shortNoticeReason: noticePeriod.reason,
      quorumWords,
      ...facts,
    }),
    version,
  );
}

/** Who is left out of an item of the agenda by § 33. */
export async function excludeFrom(
  client: Client,
  meetingId: string,
  itemId: string,
  personIds: string[],
): Promise<void> {
  const { agenda } = await staffMeeting(client, meetingId);
  await client.put(
    `/api/meetings/${meetingId}/agenda/${itemId}/exclusions`,
    Object.assign(new SaveExclusions(), { personIds }),
    agenda.find((item) => item.id === itemId)?.version ?? 0,
  );
}
