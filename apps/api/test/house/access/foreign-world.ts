import { randomUUID } from 'node:crypto';
import type { Page } from '@runder-tisch/domain/lists';
import type { OutboxListItem, OutboxMailView } from '@runder-tisch/domain/outbox';
import { berlinDay } from '@runder-tisch/domain/time';
import { fieldsOfAction } from '@runder-tisch/scenario/lists';
import { membership, network } from '@runder-tisch/scenario/networks';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import type { Role } from '@runder-tisch/domain/accounts';
import { type SignedIn, signedIn } from '../../signed-in';
import type { TestApp } from '../../test-app';
import { canaries } from './canaries';
import type { AreaCanaries, ForeignWorld } from './canary';

export async function foreignWorld(app: TestApp): Promise<ForeignWorld> {
  const today = berlinDay(app.clock.now());
  const coordinator = await signedIn(app, 'coordinator');
  const house = await signedIn(app, 'provider');
  const somebody = Object.fromEntries(
    await Promise.all(
      (['admin', 'planner', 'coordinator', 'provider', 'reader'] as const).map(
        async (role) => [role, await signedIn(app, role)] as const,
      ),
    ),
  ) as Record<Role, SignedIn>;
  const networkId = await network(coordinator, { name: 'Kanarienkreis', purpose: 'Kanarienzweck' });
  const organisationId = await organisation(coordinator, { name: 'Kanarienhaus', note: 'Kanariennotiz' });
  const personId = await person(coordinator, {
    givenName: 'Fremde',
    familyName: 'Kanarienmensch',
    mail: 'fremde@kanarienpost.test',
  });
  for (const speaks of [personId, house.personId])
    await representation(coordinator, { personId: speaks, organisationId, fromDay: '2025-01-01' });
  await membership(coordinator, networkId, { personId, organisationId, fromDay: today });
  const fields = await fieldsOfAction(coordinator);
  const world: ForeignWorld = {
    app,
    today,
    coordinator,
    house,
    somebody,
    networkId,
    organisationId,
    personId,
    fieldId: fields[0]?.id ?? '',
    objects: {},
    the(kind) {
      const [first] = this.objects[kind] ?? [];
      if (!first) throw new Error(`No area planted a ${kind}.`);
      return first;
    },
    fresh: (name) => `${name} ${randomUUID().slice(0, 8)}`,
    mailed: (address, page) => mailed(somebody.admin, address, page),
  };
  for (const area of canaries) await plant(world, area);
  return world;
}

async function plant(world: ForeignWorld, area: AreaCanaries): Promise<void> {
  Object.assign(world.objects, await area.plant?.(world));
}

async function mailed(admin: SignedIn, address: string, page: string): Promise<string> {
  const { items } = await admin.get<Page<OutboxListItem>>(
    `/api/outbox?search=${encodeURIComponent(address)}`,
  );
  for (const { id, readable } of items) {
    if (!readable) continue;
    const { text } = await admin.get<OutboxMailView>(`/api/outbox/${id}`);
    const [, secret] = new RegExp(`/${page}/([\\w-]{43})`).exec(text) ?? [];
    if (secret) return secret;
  }
  throw new Error(`No mail to ${address} leads to /${page}.`);
}
