import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import type { Client } from '@runder-tisch/scenario/client';

/** An organisation these people speak for. */
export async function organisation(
  office: Client,
  name: string,
  ...personIds: readonly string[]
): Promise<string> {
  const { id } = await office.post<{ id: string }>(
    '/api/organisations',
    Object.assign(new SaveOrganisation(), { name }),
  );
  for (const personId of personIds)
    await office.post('/api/representations', {
      personId,
      organisationId: id,
      function: '',
      fromDay: '2025-01-01',
    });
  return id;
}
