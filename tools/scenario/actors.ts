import {
  SaveOrganisation,
  SavePerson,
  SaveRepresentation,
} from '@runder-tisch/domain/actors/actors-requests';
import { NoteConversation } from '@runder-tisch/domain/actors/conversation-requests';
import type { Client } from './client';

export async function organisation(
  client: Client,
  facts: Partial<SaveOrganisation> & { name: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    '/api/organisations',
    Object.assign(new SaveOrganisation(), facts),
  );
  return id;
}

export async function person(
  client: Client,
  facts: Partial<SavePerson> & { familyName: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>('/api/people', Object.assign(new SavePerson(), facts));
  return id;
}

/** From then on the person speaks for the organisation. */
export async function representation(
  client: Client,
  facts: Partial<SaveRepresentation> & { personId: string; organisationId: string; fromDay: string },
): Promise<void> {
  await client.post('/api/representations', Object.assign(new SaveRepresentation(), facts));
}

/** A Gesprächsvermerk of the office about an organisation or a person. */
export async function conversation(
  client: Client,
  facts: Partial<NoteConversation> & { heldOn: string; note: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    '/api/conversations',
    Object.assign(new NoteConversation(), facts),
  );
  return id;
}
