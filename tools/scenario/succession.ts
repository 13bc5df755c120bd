import type { HandedOverView, SuccessionView } from '@runder-tisch/domain/succession';
import { HandOver } from '@runder-tisch/domain/succession/succession-requests';
import type { Client } from './client';

export function successionOf(client: Client, personId: string): Promise<SuccessionView> {
  return client.get<SuccessionView>(`/api/people/${personId}/succession`);
}

/** All that this client may hand over of what the person holds. */
export async function handEverythingOver(
  client: Client,
  personId: string,
  facts: Pick<Partial<HandOver>, 'successorId' | 'newPerson'> & { fromDay: string },
): Promise<HandedOverView> {
  const { items } = await successionOf(client, personId);
  const chosen = items.map(({ kind, id }) => ({ kind, id }));
  return client.post<HandedOverView>(
    `/api/people/${personId}/succession`,
    Object.assign(new HandOver(), facts, { items: chosen }),
  );
}
