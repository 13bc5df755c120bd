import type { Invitee } from '@runder-tisch/domain/meetings';
import type { PlanMeeting } from '@runder-tisch/domain/meetings/meetings-requests';

export function asInvitee({
  personId,
  organisationId,
  onBehalfOfId,
  mail,
  name,
}: Invitee): PlanMeeting['invitees'][number] {
  return { personId, organisationId, onBehalfOfId, mail, name };
}
