import type { FormatMove, FormatTypeView, FormatView } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import { BeginFormat, SaveFormat } from '@runder-tisch/domain/formats/formats-requests';
import type { Client } from './client';

export async function formatTypes(client: Client): Promise<FormatTypeView[]> {
  return (await client.get<Page<FormatTypeView>>('/api/format-types')).items;
}

/** A format begun from the library: `format(client, 'World Café', { title: 'World Café Wohnen' })` */
export async function format(
  client: Client,
  typeName: string,
  facts: Partial<Omit<BeginFormat, 'typeId'>> & { title: string },
): Promise<string> {
  const type = (await formatTypes(client)).find((it) => it.name === typeName);
  if (!type) throw new Error(`The library has no type „${typeName}“.`);
  const { id } = await client.post<{ id: string }>(
    '/api/formats',
    Object.assign(new BeginFormat(), { typeId: type.id }, facts),
  );
  return id;
}

export async function formatView(client: Client, id: string): Promise<FormatView> {
  return client.get<FormatView>(`/api/formats/${id}`);
}

/** Saves the format as it is now with these changes. */
export async function changeFormat(
  client: Client,
  id: string,
  changes: Partial<SaveFormat>,
): Promise<FormatView> {
  const now = await formatView(client, id);
  const request: SaveFormat = {
    title: now.title,
    purpose: now.purpose,
    networkId: now.network?.id ?? null,
    planningAreaId: now.planningArea?.id ?? null,
    municipalityId: now.municipality?.id ?? null,
    fieldIds: now.fields.map((field) => field.id),
    targetGroups: now.targetGroups,
    capacity: now.capacity,
    accessibilityNeeds: now.accessibilityNeeds,
    phases: now.phases,
    material: now.material,
    agenda: now.agenda,
    invitationText: now.invitationText,
    results: now.results,
    ...changes,
  };
  return client.put<FormatView>(`/api/formats/${id}`, request, now.version);
}

/** `moveFormat(client, id, 'plan', 'open')`: one verb after the other. */
export async function moveFormat(client: Client, id: string, ...moves: FormatMove[]): Promise<FormatView> {
  let now = await formatView(client, id);
  for (const move of moves)
    now = await client.post<FormatView>(`/api/formats/${id}/${move}`, {}, now.version);
  return now;
}
