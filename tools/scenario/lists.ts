import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import type { Page } from '@runder-tisch/domain/lists';
import { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import {
  SaveMunicipality,
  SavePlace,
  SavePlanningArea,
} from '@runder-tisch/domain/territory/territory-requests';
import type { Client } from './client';

export async function fieldOfAction(client: Client, name: string, description = ''): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    '/api/fields-of-action',
    Object.assign(new SaveListEntry(), { name, description }),
  );
  return id;
}

export async function fieldsOfAction(client: Client): Promise<FieldOfActionView[]> {
  return (await client.get<Page<FieldOfActionView>>('/api/fields-of-action')).items;
}

export async function planningArea(client: Client, name: string): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    '/api/planning-areas',
    Object.assign(new SavePlanningArea(), { name }),
  );
  return id;
}

export async function municipality(
  client: Client,
  facts: Partial<SaveMunicipality> & { ags: string; name: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    '/api/municipalities',
    Object.assign(new SaveMunicipality(), facts),
  );
  return id;
}

export async function committee(
  client: Client,
  facts: Partial<SaveCommittee> & { name: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    '/api/committees',
    Object.assign(new SaveCommittee(), facts),
  );
  return id;
}

/** A house where meetings are held. */
export async function place(client: Client, facts: Partial<SavePlace> & { name: string }): Promise<string> {
  const { id } = await client.post<{ id: string }>('/api/places', Object.assign(new SavePlace(), facts));
  return id;
}
