import type {
  MembersAddedView,
  NetworkMember,
  NetworkMove,
  NetworkView,
} from '@runder-tisch/domain/networks';
import { AddMembers, NewMember } from '@runder-tisch/domain/networks/members-requests';
import {
  EndMembership,
  HandOverMembership,
  SaveMembership,
  SaveNetwork,
} from '@runder-tisch/domain/networks/networks-requests';
import type { TasksChangedView } from '@runder-tisch/domain/tasks';
import { ChangeTasks, SaveTask } from '@runder-tisch/domain/tasks/tasks-requests';
import type { Client } from './client';

/** A network; a coordinator's client coordinates it from then on. */
export async function network(
  client: Client,
  facts: Partial<SaveNetwork> & { name: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>('/api/networks', Object.assign(new SaveNetwork(), facts));
  return id;
}

export async function networkView(client: Client, id: string): Promise<NetworkView> {
  return client.get<NetworkView>(`/api/networks/${id}`);
}

/** `await networkMove(client, id, 'activate')` */
export async function networkMove(client: Client, id: string, move: NetworkMove): Promise<NetworkView> {
  return client.post<NetworkView>(`/api/networks/${id}/${move}`);
}

/** A seat of an organisation, a person or both; without a person it is vacant. */
export async function membership(
  client: Client,
  networkId: string,
  facts: Partial<SaveMembership> & { fromDay: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    `/api/networks/${networkId}/memberships`,
    Object.assign(new SaveMembership(), facts),
  );
  return id;
}

/** Many seats in one go; each line names what is there by its id and what is not by its name. */
export async function addMembers(
  client: Client,
  networkId: string,
  fromDay: string,
  lines: readonly Partial<NewMember>[],
): Promise<MembersAddedView> {
  const members = lines.map((line) => Object.assign(new NewMember(), line));
  const request = Object.assign(new AddMembers(), { fromDay, members });
  return client.post<MembersAddedView>(`/api/networks/${networkId}/memberships/at-once`, request);
}

export async function members(client: Client, networkId: string): Promise<NetworkMember[]> {
  return (await networkView(client, networkId)).members ?? [];
}

export async function endMembership(
  client: Client,
  id: string,
  toDay: string,
  keepSeat = false,
): Promise<void> {
  await client.post(`/api/memberships/${id}/end`, Object.assign(new EndMembership(), { toDay, keepSeat }));
}

export async function handOver(
  client: Client,
  id: string,
  facts: Partial<HandOverMembership> & { personId: string; fromDay: string },
): Promise<string> {
  const successor = await client.post<{ id: string }>(
    `/api/memberships/${id}/hand-over`,
    Object.assign(new HandOverMembership(), facts),
  );
  return successor.id;
}

export async function task(client: Client, facts: Partial<SaveTask> & { title: string }): Promise<string> {
  const { id } = await client.post<{ id: string }>('/api/tasks', Object.assign(new SaveTask(), facts));
  return id;
}

/** The same change to several tasks; what could not be changed is named in the answer. */
export function changeTasks(
  client: Client,
  ids: string[],
  facts: Partial<ChangeTasks>,
): Promise<TasksChangedView> {
  return client.post('/api/tasks/several', Object.assign(new ChangeTasks(), { ids, ...facts }));
}
