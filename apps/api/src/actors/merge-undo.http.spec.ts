import type { OrganisationView, PersonView, SimilarActor } from '@runder-tisch/domain/actors';
import { SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import type { SearchView } from '@runder-tisch/domain/search';
import { berlinDay } from '@runder-tisch/domain/time';
import { conversation, organisation, person, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { endMembership, members, membership, network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { merge, mergesInto, previewOf, undoMerge } from '../../test/twins';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { MergeRuns } from '../merge/merge-runs';

describe('A merge', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let today: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-12T09:00:00Z');
    coordinator = await signedIn(app, 'coordinator');
    today = berlinDay(app.clock.now());
  });
  afterAll(() => app.close());

  let count = 0;
  const mailOf = (name: string): string => `${name}${(count += 1)}@holunder.test`;
  const view = (id: string) => coordinator.get<PersonView>(`/api/people/${id}`);
  const merges = (id: string, kind: 'people' | 'organisations' = 'people') =>
    mergesInto(coordinator, id, kind);
  const sql = (text: string, values: unknown[] = []) =>
    app.get(Database).write(systemViewer, 'test', (tx) => tx.query(text, values));
  const steps = async () =>
    (await app.database.rows<{ count: number }>('select count(*)::int as count from merge_step'))[0]?.count;

  it('taken back leaves everything as it was, and the old address leads to the old entry again', async () => {
    const house = await organisation(coordinator, { name: `Holunder ${mailOf('haus')} (Demo)` });
    const stays = await person(coordinator, {
      givenName: 'Mia',
      familyName: 'Holunder',
      mail: mailOf('mia'),
    });
    const goes = await person(coordinator, {
      givenName: 'Mia',
      familyName: 'Hollunder',
      mail: mailOf('m'),
      phone: '03496 5',
      note: 'mag Tee',
    });
    for (const personId of [stays, goes])
      await representation(coordinator, {
        personId,
        organisationId: house,
        fromDay: '2025-01-01',
        function: 'Leitung',
      });
    const both = await network(coordinator, { name: `Runde ${mailOf('netz')}` });
    await membership(coordinator, both, { personId: stays, organisationId: house, fromDay: today });
    await membership(coordinator, both, {
      personId: goes,
      organisationId: house,
      fromDay: today,
      deputyPersonId: stays,
    });
    await conversation(coordinator, { heldOn: today, note: 'Über den Umzug', personId: goes });
    const before = await Promise.all([view(stays), view(goes)]);
    const seats = async () =>
      (await members(coordinator, both)).map((it) => [it.person?.id, it.deputy?.id ?? null]).sort();
    const seatsBefore = await seats();

    await merge(coordinator, stays, goes, ['phone', 'mail', 'family_name']);
    expect(await seats()).toHaveLength(seatsBefore.length - 1);
    expect(await merges(stays)).toMatchObject([
      {
        goneName: 'Mia Hollunder',
        by: 'Test coordinator',
        at: '2026-11-12T09:00:00.000Z',
        until: '2026-12-12T09:00:00.000Z',
      },
    ]);
    app.clock.pass(2, 'days');
    coordinator = await signedIn(app, 'admin');
    const undone = await undoMerge(coordinator, stays);
    expect(undone).toMatchObject({ id: goes, name: 'Mia Hollunder', kept: [] });
    const plain = ({ version: _, ...rest }: PersonView) => rest;
    expect((await Promise.all([view(stays), view(goes)])).map(plain)).toEqual(before.map(plain));
    expect(await seats()).toEqual(seatsBefore);
    expect(await merges(stays)).toEqual([]);
    expect(await steps()).toBe(0);
    const found = await coordinator.get<SearchView>('/api/search?q=Hollunder');
    expect(found.items.map((it) => it.id)).toContain(goes);
    expect(await app.database.rows('select 1 from merged_object where id = $1', [goes])).toEqual([]);
    const events = await app.database.rows<{ operation: string; use: string }>(
      `select operation, use_case as use from audit_event where object_id = $1 and table_name = 'person' order by id`,
      [goes],
    );
    expect(events.map((it) => `${it.use} ${it.operation}`)).toEqual([
      'person.create INSERT',
      'person.merge DELETE',
      'person.merge-undo INSERT',
    ]);
    expect(await refusalOf(coordinator.post(`/api/people/${stays}/merges/${goes}/undo`))).toBe('not-found');
  });

  it('keeps what was changed since, and says so', async () => {
    const stays = await person(coordinator, { familyName: 'Kranich', mail: mailOf('k'), phone: '1' });
    const goes = await person(coordinator, {
      familyName: 'Kranich',
      mail: mailOf('kr'),
      phone: '2',
      note: 'alt',
    });
    const round = await network(coordinator, { name: `Kreis ${mailOf('netz')}` });
    const seat = await membership(coordinator, round, { personId: goes, fromDay: today });
    await merge(coordinator, stays, goes, ['phone', 'note']);
    const { version, ...now } = await view(stays);
    const facts = Object.assign(new SavePerson(), {
      familyName: now.familyName,
      mail: now.mail,
      note: now.note,
      phone: '3',
    });
    await coordinator.put(`/api/people/${stays}`, facts, version);
    await sql('delete from membership where id = $1', [seat]);
    const added = await conversation(coordinator, { heldOn: today, note: 'Neu', personId: stays });
    const { kept } = await undoMerge(coordinator, stays);
    expect(kept.sort((one, other) => one.label.localeCompare(other.label))).toEqual([
      { label: 'Plätze in Netzwerken', reason: 'inzwischen gelöscht', path: null },
      {
        label: 'Telefon',
        reason: 'seit dem Zusammenführen geändert; es bleibt, was jetzt dort steht',
        path: null,
      },
    ]);
    expect(await view(stays)).toMatchObject({ phone: '3', note: '' });
    expect(await view(goes)).toMatchObject({ phone: '2', note: 'alt' });
    // What came since belongs to whom it was entered for.
    expect(await app.database.rows('select person_id from conversation_note where id = $1', [added])).toEqual(
      [{ person_id: stays }],
    );
  });

  it('brings back an entry whose address or name somebody else has by now, without it', async () => {
    const mail = mailOf('begehrt');
    const stays = await person(coordinator, { familyName: 'Star', mail: mailOf('star') });
    const goes = await person(coordinator, { familyName: 'Starr', mail });
    await merge(coordinator, stays, goes);
    await person(coordinator, { familyName: 'Dritter', mail });
    expect((await undoMerge(coordinator, stays)).kept).toEqual([
      { label: 'Angaben', reason: 'ohne Mailadresse: Sie steht inzwischen bei jemand anderem', path: null },
    ]);
    expect(await view(goes)).toMatchObject({ familyName: 'Starr', mail: '' });

    const name = `Begehrt ${mail} (Demo)`;
    const house = await organisation(coordinator, { name: `Bleibt ${mail} (Demo)` });
    const other = await organisation(coordinator, { name });
    await merge(coordinator, house, other, [], 'organisations');
    await organisation(coordinator, { name });
    await undoMerge(coordinator, house, 'organisations');
    expect((await coordinator.get<OrganisationView>(`/api/organisations/${other}`)).name).toBe(
      `${name} (wiederhergestellt)`,
    );
  });

  it('of a merge is taken back in its order: the later first', async () => {
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        organisation(coordinator, { name: `Reiher ${name} ${mailOf(name)} (Demo)` }),
      ),
    );
    if (!a || !b || !c) throw new Error('no three');
    await merge(coordinator, b, a, [], 'organisations');
    const [first] = await merges(b, 'organisations');
    await merge(coordinator, c, b, [], 'organisations');
    expect(await refusalOf(coordinator.post(`/api/organisations/${b}/merges/${first?.id ?? ''}/undo`))).toBe(
      'not-found',
    );
    expect(await refusalOf(merges(b, 'organisations'))).toBe('not-found');
    await undoMerge(coordinator, c, 'organisations');
    expect((await coordinator.get<OrganisationView>(`/api/organisations/${a}`)).id).toBe(b);
    await undoMerge(coordinator, b, 'organisations');
    for (const id of [a, b, c])
      expect((await coordinator.get<OrganisationView>(`/api/organisations/${id}`)).id).toBe(id);
  });

  it('of two with accounts lets go of the one that was switched off, and gives it back', async () => {
    const one = await signedIn(app, 'provider');
    const other = await signedIn(app, 'reader');
    await sql('update account set disabled_at = $1 where id = $2', [app.clock.now(), other.accountId]);
    const owner = async (accountId: string) =>
      (
        await app.database.rows<{ person_id: string | null }>('select person_id from account where id = $1', [
          accountId,
        ])
      )[0]?.person_id;
    await merge(coordinator, one.personId, other.personId);
    expect([await owner(one.accountId), await owner(other.accountId)]).toEqual([one.personId, null]);
    await undoMerge(coordinator, one.personId);
    expect([await owner(one.accountId), await owner(other.accountId)]).toEqual([
      one.personId,
      other.personId,
    ]);
  });

  it('of two members of one network leaves one seat: for the organisation, with its deputy, coordination first', async () => {
    const house = await organisation(coordinator, { name: `Sitz ${mailOf('haus')} (Demo)` });
    const stays = await person(coordinator, { familyName: 'Sitz', mail: mailOf('s') });
    const goes = await person(coordinator, { familyName: 'Sitz', mail: mailOf('si') });
    const deputy = await person(coordinator, { familyName: 'Ersatz', mail: mailOf('e') });
    const round = await network(coordinator, { name: `Plätze ${mailOf('netz')}` });
    await membership(coordinator, round, { personId: stays, fromDay: '2026-03-01', role: 'SPEAKER' });
    await membership(coordinator, round, {
      personId: goes,
      organisationId: house,
      deputyPersonId: deputy,
      fromDay: '2026-01-01',
    });
    const { joins } = await previewOf(coordinator, stays, goes);
    expect(joins).toEqual([
      {
        label: 'Plätze in Netzwerken',
        says: 'einmal beide am selben Ort: ein Platz bleibt, Koordination geht vor, der frühere Beginn gilt',
      },
    ]);
    await merge(coordinator, stays, goes);
    const seats = () =>
      app.database.rows(
        `select role, person_id = $2 as stays, organisation_id = $3 as house, deputy_person_id = $4 as deputy, from_day::text
         from membership where network_id = $1 and person_id in ($2, $5) order by role`,
        [round, stays, house, deputy, goes],
      );
    expect(await seats()).toEqual([
      { role: 'SPEAKER', stays: true, house: true, deputy: true, from_day: '2026-01-01' },
    ]);
    await undoMerge(coordinator, stays);
    expect(await seats()).toEqual([
      { role: 'MEMBER', stays: false, house: true, deputy: true, from_day: '2026-01-01' },
      { role: 'SPEAKER', stays: true, house: null, deputy: null, from_day: '2026-03-01' },
    ]);
    const seat = (await members(coordinator, round)).find((it) => it.person?.id === stays);
    await endMembership(coordinator, seat?.id ?? '', today);
  });

  it('can be taken back for 30 days; then what that needs is erased', async () => {
    const stays = await person(coordinator, { familyName: 'Dauer', mail: mailOf('d') });
    const goes = await person(coordinator, { familyName: 'Dauer', mail: mailOf('da'), note: 'vertraulich' });
    await merge(coordinator, stays, goes);
    const [run] = await merges(stays);
    app.clock.pass(29, 'days');
    expect(await app.get(MergeRuns).forgetOld()).toBe(0);
    app.clock.pass(1, 'days');
    coordinator = await signedIn(app, 'admin');
    expect(await merges(stays)).toEqual([]);
    expect(await refusalOf(coordinator.post(`/api/people/${stays}/merges/${run?.id ?? ''}/undo`))).toBe(
      'not-found',
    );
    expect(await app.get(MergeRuns).forgetOld()).toBeGreaterThan(0);
    expect(await app.database.rows('select 1 from merge_run where id = $1', [run?.id])).toEqual([]);
    expect(
      await app.database.rows(`select 1 from merge_step where before::text like '%vertraulich%'`),
    ).toEqual([]);
    // That the old address leads on stays.
    expect((await view(goes)).id).toBe(stays);
  });

  it('keeps nothing of people who are deleted, nor of those who had been made one with them', async () => {
    const [first, second, last] = [
      await person(coordinator, { familyName: 'Wiesel', mail: mailOf('w'), note: 'Wieselgeheimnis' }),
      await person(coordinator, { familyName: 'Wiesel', mail: mailOf('wi') }),
      await person(coordinator, { familyName: 'Wiesel', mail: mailOf('wie') }),
    ];
    await merge(coordinator, second, first);
    await merge(coordinator, last, second);
    const other = await person(coordinator, { familyName: 'Marder', mail: mailOf('ma') });
    const double = await person(coordinator, { familyName: 'Marder', mail: mailOf('mar') });
    await merge(coordinator, other, double);
    const third = await person(coordinator, { familyName: 'Wiesel', mail: mailOf('wies') });
    await coordinator.post(`/api/people/${last}/distinct`, { otherId: third });
    const kept = (table: string) =>
      app.database.rows(
        `select 1 from ${table} it where it::text like '%${last}%' or it::text like '%Wiesel%'`,
      );
    expect(await kept('merge_step')).not.toEqual([]);

    await sql('delete from person where id = $1', [last]);
    for (const table of ['merge_run', 'merge_step', 'distinct_pair']) expect(await kept(table)).toEqual([]);
    expect((await undoMerge(coordinator, other)).id).toBe(double);
  });

  it('is no longer suggested for two that somebody found to be two', async () => {
    const [one, other] = [
      await person(coordinator, { givenName: 'Ute', familyName: 'Zeisig', mail: mailOf('u') }),
      await person(coordinator, { givenName: 'Ute', familyName: 'Zeisig', mail: mailOf('ut') }),
    ];
    const similar = async (of: string) =>
      (await coordinator.get<SimilarActor[]>(`/api/people/similar?name=Ute Zeisig&of=${of}`)).map(
        (it) => it.id,
      );
    expect(await similar(one)).toContain(other);
    await coordinator.post(`/api/people/${one}/distinct`, { otherId: other });
    await coordinator.post(`/api/people/${other}/distinct`, { otherId: one });
    expect([await similar(one), await similar(other)]).toEqual([[one], [other]]);
    await coordinator.raw('DELETE', `/api/people/${other}/distinct/${one}`);
    expect(await similar(one)).toContain(other);
    expect(await refusalOf(coordinator.post(`/api/people/${one}/distinct`, { otherId: one }))).toBe(
      'merge-with-itself',
    );
    expect(
      await refusalOf(coordinator.post(`/api/people/${one}/distinct`, { otherId: coordinator.accountId })),
    ).toBe('not-found');
  });
});
