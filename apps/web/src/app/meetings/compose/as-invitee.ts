import type { InvitationView, Invitee } from '@runder-tisch/domain/meetings';
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

/** Somebody who stands in the list of a meeting, as a picker shows them. */
export function asListed({ person, organisation, onBehalfOf, mail, name }: InvitationView): Invitee {
  return {
    personId: person?.id ?? null,
    organisationId: organisation?.id ?? null,
    onBehalfOfId: onBehalfOf?.id ?? null,
    onBehalfOf: onBehalfOf?.name ?? '',
    mail,
    name,
    origin: '',
    already: false,
  };
}
