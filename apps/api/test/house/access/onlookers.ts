import { mayWith, type Permission, type Role } from '@runder-tisch/domain/accounts';
import { berlinDay } from '@runder-tisch/domain/time';
import { Client } from '@runder-tisch/scenario/client';
import { membership, network } from '@runder-tisch/scenario/networks';
import type { Operation } from '../../../src/open-data/openapi';
import { organisation } from '../../organisation';
import { type SignedIn, signedIn } from '../../signed-in';
import type { TestApp } from '../../test-app';

/** Somebody to whom the foreign network is foreign. */
export interface Onlooker {
  name: string;
  roles: readonly Role[];
  client: Client;
  /** Empty for the public. */
  accountId: string;
}

/** Every role with nothing of its own, every role with its own, two roles at once, a closed account and the public. */
export async function onlookers(app: TestApp): Promise<Onlooker[]> {
  const today = berlinDay(app.clock.now());
  const watching: Onlooker[] = [{ name: 'public', roles: [], client: new Client(app.url), accountId: '' }];
  const join = async (name: string, ...roles: Role[]): Promise<SignedIn> => {
    const client = await signedIn(app, ...roles);
    watching.push({ name, roles, client, accountId: client.accountId });
    return client;
  };
  for (const role of ['admin', 'planner', 'coordinator', 'provider', 'reader'] as const)
    await join(role, role);
  await join('provider and reader', 'provider', 'reader');
  const neighbour = await join('coordinator of another network', 'coordinator');
  const networkId = await network(neighbour, { name: 'Nachbarkreis' });
  const provider = await join('provider of another organisation', 'provider');
  const organisationId = await organisation(neighbour, 'Haus nebenan', provider.personId);
  const reader = await join('reader in another network', 'reader');
  for (const { personId } of [provider, reader])
    await membership(neighbour, networkId, { personId, organisationId, fromDay: today });
  const gone = await signedIn(app, 'admin', 'planner');
  const keeper = await signedIn(app, 'admin');
  await keeper.post(`/api/accounts/${gone.accountId}/disable`, undefined, 1);
  watching.push({ name: 'closed account', roles: [], client: gone, accountId: gone.accountId });
  return watching;
}

/** What the guard answers before anything is looked at, null where the object itself has to be asked. */
export function guardAnswers({ permission }: Operation, { roles }: Onlooker): 401 | 403 | null {
  if (permission === null) return null;
  if (roles.length === 0) return 401;
  return mayWith(roles, permission as Permission) ? null : 403;
}

/** Sits in the foreign network: reads much of it, and changes nothing. */
export async function memberOf(app: TestApp, by: Client, networkId: string): Promise<Onlooker> {
  const client = await signedIn(app, 'reader');
  await membership(by, networkId, { personId: client.personId, fromDay: berlinDay(app.clock.now()) });
  return { name: 'member of the network', roles: ['reader'], client, accountId: client.accountId };
}
