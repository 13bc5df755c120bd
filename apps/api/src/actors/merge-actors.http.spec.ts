import { randomUUID } from 'node:crypto';
import type { MergePreview, OrganisationView, PersonView } from '@runder-tisch/domain/actors';
import type { SearchView } from '@runder-tisch/domain/search';
import { berlinDay } from '@runder-tisch/domain/time';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { membership, network, task } from '@runder-tisch/scenario/networks';
import { signedIn, type SignedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { Merge } from '../merge/merge';

describe('Two entries for the same', () => {
  let app: TestApp;
  let coordinator: Client;
  let today: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    coordinator = await signedIn(app, 'coordinator');
    today = berlinDay(app.clock.now());
  });
  afterAll(() => app.close());

  const preview = (kind: string, stays: string, goes: string) =>
    coordinator.get<MergePreview>(`/api/${kind}/${stays}/merge?other=${goes}`);
  const count = async (from: string, id: string) =>
    (await app.database.rows<{ count: number }>(`select count(*)::int as count from ${from}`, [id]))[0]
      ?.count;

  /** Every foreign key to a kind, as the database knows them. */
  async function mentions(kind: string, id: string): Promise<string[]> {
    const keys = await app.database.rows<{ table: string; column: string }>(
      `select relname as table, attname as column from pg_constraint join pg_class on pg_class.oid = conrelid
       join pg_attribute on attrelid = conrelid and attnum = conkey[1] where contype = 'f' and confrelid = '${kind}'::regclass`,
    );
    const found: string[] = [];
    for (const { table, column } of keys)
      if (await count(`${table} where ${column} = $1`, id)) found.push(`${table}.${column}`);
    return found.sort();
  }

  it('of a person become one with every link, and the old address leads to them', async () => {
    const house = await organisation(coordinator, { name: 'Kiebitz (Demo)' });
    const stays = await person(coordinator, {
      givenName: 'Lea',
      familyName: 'Hartwig',
      mail: 'lea@kiebitz.test',
    });
    const goes = await person(coordinator, {
      givenName: 'Lea',
      familyName: 'Hartwich',
      mail: 'hartwig@kiebitz.test',
      phone: '03493 7',
      note: 'mag Tee',
    });
    const deputy = await person(coordinator, { familyName: 'Vertretung' });
    for (const personId of [stays, goes])
      await representation(coordinator, { personId, organisationId: house, fromDay: '2025-01-01' });
    const both = await network(coordinator, { name: 'Netz mit beiden' });
    const alone = await network(coordinator, { name: 'Netz mit einer' });
    for (const personId of [stays, goes])
      await membership(coordinator, both, { personId, organisationId: house, fromDay: today });
    await membership(coordinator, alone, {
      personId: stays,
      deputyPersonId: goes,
      organisationId: null,
      fromDay: today,
    });
    await membership(coordinator, alone, {
      personId: deputy,
      deputyPersonId: goes,
      organisationId: null,
      fromDay: today,
    });
    await task(coordinator, { title: 'Raum suchen', networkId: both, personId: goes });
    const planned = await invitedMeeting(coordinator, {
      title: 'Runde',
      networkId: both,
      day: '2026-12-01',
      startTime: '10:00',
      endTime: '11:00',
      invitees: [{ personId: goes, mail: 'hartwig@kiebitz.test', name: 'Lea Hartwich' }],
    });
    expect(await count('invitation where person_id = $1', goes)).toBe(1);

    const seen = await preview('people', stays, goes);
    expect(seen.fields.map((it) => [it.key, it.stays, it.goes, it.suggested])).toEqual([
      ['family_name', 'Hartwig', 'Hartwich', false],
      ['mail', 'lea@kiebitz.test', 'hartwig@kiebitz.test', false],
      ['phone', '', '03493 7', true],
      ['note', '', 'mag Tee', true],
    ]);
    expect(seen.moves).toEqual(
      expect.arrayContaining([
        { label: 'Vertretungen', count: 1 },
        { label: 'Plätze in Netzwerken', count: 3 },
        { label: 'Aufgaben', count: 1 },
      ]),
    );
    const request = { otherId: goes, otherVersion: 1, take: ['phone', 'mail'] };
    expect(
      await refusalOf(coordinator.post(`/api/people/${stays}/merge`, { ...request, otherVersion: 2 }, 1)),
    ).toBe('stale-version');
    const view = await coordinator.post<PersonView>(`/api/people/${stays}/merge`, request, 1);
    expect(view).toMatchObject({
      mail: 'hartwig@kiebitz.test',
      phone: '03493 7',
      note: 'Weitere Mailadresse: lea@kiebitz.test',
    });
    expect(view.representations).toHaveLength(1);

    expect(await mentions('person', goes)).toEqual([]);
    expect(await count(`invitation where meeting_id = '${planned.id}' and person_id = $1`, stays)).toBe(1);
    expect(await count('membership where person_id = $1 and to_day is null', stays)).toBe(2);
    expect(await count('membership where deputy_person_id = $1', stays)).toBe(1);
    expect((await coordinator.get<PersonView>(`/api/people/${goes}`)).id).toBe(stays);
    const found = await coordinator.get<SearchView>('/api/search?q=Hartwi');
    expect(found.items.map((it) => it.id)).toEqual([stays]);
    const events = await app.database.rows<{ operation: string }>(
      `select operation from audit_event where object_id = $1 and use_case = 'person.merge'`,
      [goes],
    );
    expect(events.map((it) => it.operation)).toContain('DELETE');
  });

  it('of an organisation become one, also when it was merged before', async () => {
    const [a, b, c] = [
      await organisation(coordinator, { name: 'Ahorn A (Demo)' }),
      await organisation(coordinator, { name: 'Ahorn B (Demo)', website: 'https://ahorn.test' }),
      await organisation(coordinator, { name: 'Ahorn C (Demo)' }),
    ];
    const one = await person(coordinator, { familyName: 'Eins' });
    for (const organisationId of [a, b])
      await representation(coordinator, { personId: one, organisationId, fromDay: today });
    await coordinator.post(
      `/api/organisations/${b}/merge`,
      { otherId: a, otherVersion: 1, take: ['name'] },
      1,
    );
    const view = await coordinator.get<OrganisationView>(`/api/organisations/${b}`);
    expect(view).toMatchObject({
      name: 'Ahorn A (Demo)',
      website: 'https://ahorn.test',
      people: [{ name: 'Eins' }],
    });
    await coordinator.post(
      `/api/organisations/${c}/merge`,
      { otherId: b, otherVersion: view.version, take: [] },
      1,
    );
    expect((await coordinator.get<OrganisationView>(`/api/organisations/${a}`)).id).toBe(c);
    expect(await mentions('organisation', b)).toEqual([]);
    expect(
      await refusalOf(
        coordinator.post(`/api/organisations/${c}/merge`, { otherId: c, otherVersion: 1, take: [] }, 1),
      ),
    ).toBe('merge-with-itself');
    expect(
      await refusalOf(
        coordinator.post(`/api/organisations/${c}/merge`, { otherId: a, otherVersion: 1, take: ['id'] }, 1),
      ),
    ).toBe('invalid-input');
    const reader = await signedIn(app, 'reader');
    expect(await refusalOf(reader.get(`/api/organisations/${c}/merge?other=${a}`))).toBe('forbidden');
  });

  it('keep an account: one moves along, of two active ones somebody must go first', async () => {
    const provider: SignedIn = await signedIn(app, 'provider');
    const other: SignedIn = await signedIn(app, 'reader');
    expect((await preview('people', provider.personId, other.personId)).blocked).toContain(
      'Beide haben ein Konto',
    );
    const request = { otherId: other.personId, otherVersion: 1, take: [] };
    expect(await refusalOf(coordinator.post(`/api/people/${provider.personId}/merge`, request, 1))).toBe(
      'merge-two-accounts',
    );
    const plain = await person(coordinator, { familyName: 'Ohne Konto' });
    await coordinator.post(
      `/api/people/${plain}/merge`,
      { otherId: other.personId, otherVersion: 1, take: [] },
      1,
    );
    expect(await count('account where person_id = $1', plain)).toBe(1);
    expect((await other.raw('GET', '/api/session')).status).toBe(200);
  });

  it('are looked at side by side only where there are two, and both are there', async () => {
    const one = await person(coordinator, { familyName: 'Allein' });
    const gone = randomUUID();
    expect(await refusalOf(preview('people', one, one))).toBe('merge-with-itself');
    expect(await refusalOf(preview('people', one, gone))).toBe('not-found');
    const unite = (otherVersion: number) =>
      refusalOf(coordinator.post(`/api/people/${one}/merge`, { otherId: gone, otherVersion, take: [] }, 1));
    expect(await unite(1)).toBe('not-found');
    // The links of an entry move only where both are there, whoever asks.
    const move = app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        app.get(Merge).unite(tx, systemViewer, { kind: 'person', gone, stays: one }, { goneName: 'Niemand' }),
      );
    await expect(move).rejects.toMatchObject({ code: 'not-found' });
    expect(await app.database.rows('select 1 from merged_object where id = $1', [gone])).toEqual([]);
    expect(await coordinator.get(`/api/people/${one}`)).toMatchObject({ familyName: 'Allein', version: 1 });
  });
});
