import sql from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { BodyView, LoadItem, StructureSeat } from '@runder-tisch/domain/structure';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { committee } from '@runder-tisch/scenario/lists';
import { endMembership, membership, network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { readXlsx } from '../../imports/reading/read-xlsx';

const FROM = '2025-01-01';

describe('The structure of participation', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let provider: SignedIn;
  let ids: Record<'committee' | 'network' | 'other' | 'house' | 'anna' | 'berta', string>;

  beforeAll(async () => {
    app = await testApp();
    [planner, coordinator, provider] = await Promise.all([
      signedIn(app, 'planner'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'provider'),
    ]);
    const house = await organisation(planner, { name: 'Haus am Wehr (Demo)' });
    const anna = await person(planner, { givenName: 'Anna', familyName: 'Wehrmann' });
    const berta = await person(planner, { givenName: 'Berta', familyName: 'Zander' });
    const committeeId = await committee(planner, { name: 'Bauausschuss (Demo)', rhythm: 'viermal im Jahr' });
    const networkId = await network(coordinator, {
      name: 'Netzwerk Wehr (Demo)',
      reportsToCommitteeId: committeeId,
      meetingIntervalMonths: 3,
    });
    const other = await network(coordinator, { name: 'Netzwerk Fluss (Demo)' });
    ids = { committee: committeeId, network: networkId, other, house, anna, berta };
    await membership(coordinator, networkId, {
      organisationId: house,
      personId: anna,
      deputyPersonId: berta,
      fromDay: FROM,
    });
    await membership(coordinator, networkId, { organisationId: house, fromDay: FROM });
    await membership(coordinator, other, { personId: provider.personId, fromDay: FROM });
    const seat = await committeeSeat(planner, committeeId, {
      personId: anna,
      office: 'Vorsitz',
      fromDay: FROM,
    });
    await committeeSeat(planner, committeeId, { personId: berta, deputyOfId: seat, fromDay: FROM });
    await committeeSeat(planner, committeeId, { fromDay: FROM });
    await held(app, { networkId }, '2026-03-12', 120);
    await held(app, { networkId }, '2026-09-10', 90);
    await held(app, { committeeId }, '2026-06-01', 180);
    // More than a year ago.
    await held(app, { networkId }, '2025-11-22', 600);
  });
  afterAll(() => app.close());

  it('shows each body with its rhythm, its line, its seats and how often it met in a year', async () => {
    const { items } = await planner.get<Page<BodyView>>('/api/structure');
    expect(items.find(({ id }) => id === ids.committee)).toMatchObject({
      kind: 'COMMITTEE',
      rhythm: 'viermal im Jahr',
      seats: 1,
      vacancies: 1,
      sessions: 1,
    });
    expect(items.find(({ id }) => id === ids.network)).toMatchObject({
      kind: 'NETWORK',
      rhythm: 'alle 3 Monate',
      above: { id: ids.committee, name: 'Bauausschuss (Demo)' },
      seats: 2,
      vacancies: 1,
      sessions: 2,
    });
    expect(items.map(({ kind }) => kind)).toEqual(
      items.map(({ kind }) => kind).toSorted((a, b) => order(a) - order(b)),
    );
    const table = await csvFor(planner);
    expect(table).toContain(
      'Netzwerk;Netzwerk Wehr (Demo);im Aufbau;Bauausschuss (Demo);alle 3 Monate;2;1;2',
    );
  });

  it('says who sits where, with deputies and empty seats of networks and committees', async () => {
    const all = await planner.get<Page<StructureSeat>>('/api/structure/seats?search=Wehrmann');
    expect(
      all.items.map(({ kind, body, organisation: house, deputy, role }) => [
        kind,
        body.name,
        house?.name,
        deputy?.name,
        role,
      ]),
    ).toEqual([
      ['COMMITTEE', 'Bauausschuss (Demo)', undefined, 'Berta Zander', 'Vorsitz'],
      ['NETWORK', 'Netzwerk Wehr (Demo)', 'Haus am Wehr (Demo)', 'Berta Zander', 'Mitglied'],
    ]);
    const vacant = await planner.get<Page<StructureSeat>>('/api/structure/seats?vacant=1');
    expect(vacant.items.map(({ body }) => body.id)).toEqual([ids.committee, ids.network]);
    const committees = await planner.get<Page<StructureSeat>>('/api/structure/seats?kind=COMMITTEE&limit=1');
    expect(committees).toMatchObject({ total: 2, items: [{ kind: 'COMMITTEE' }] });
    const rest = await planner.get<Page<StructureSeat>>(
      `/api/structure/seats?kind=COMMITTEE&limit=1&after=${encodeURIComponent(committees.next ?? '')}`,
    );
    expect(rest.items[0]?.id).not.toBe(committees.items[0]?.id);
    expect(rest.next).toBeNull();
  });

  it('counts what bodies take of a year, deputies apart', async () => {
    const load = async (query: string): Promise<LoadItem[]> =>
      (await planner.get<Page<LoadItem>>(`/api/structure/load?${query}`)).items;
    const people = await load('by=person');
    expect(people[0]).toEqual({
      id: ids.anna,
      name: 'Anna Wehrmann',
      bodies: 2,
      deputising: 0,
      sessions: 3,
      minutes: 390,
      bodyNames: ['Bauausschuss (Demo)', 'Netzwerk Wehr (Demo)'],
    });
    expect(people.find(({ id }) => id === ids.berta)).toMatchObject({ bodies: 0, deputising: 2, minutes: 0 });
    expect((await load('by=organisation'))[0]).toMatchObject({
      id: ids.house,
      bodies: 1,
      sessions: 2,
      minutes: 210,
    });
    expect((await load('by=person&heavy=1&hours=6')).map(({ id }) => id)).toEqual([ids.anna]);
    expect(await load('by=person&heavy=1&hours=7')).toEqual([]);
  });

  it('tells providers which networks there are, and the seats of their own alone', async () => {
    const { items } = await provider.get<Page<BodyView>>('/api/structure');
    expect(items.find(({ id }) => id === ids.network)).toMatchObject({
      above: null,
      seats: null,
      vacancies: null,
    });
    expect(items.find(({ id }) => id === ids.other)).toMatchObject({ seats: 2 });
    expect(items.some(({ kind }) => kind === 'COMMITTEE')).toBe(false);
    const seats = await provider.get<Page<StructureSeat>>('/api/structure/seats');
    expect(new Set(seats.items.map(({ body }) => body.id))).toEqual(new Set([ids.other]));
    expect(await csvFor(provider)).not.toContain('Bauausschuss');
    expect(await refusalOf(provider.get('/api/structure/load'))).toBe('forbidden');
    const reader = await signedIn(app, 'reader');
    expect(await refusalOf(reader.get('/api/structure/load'))).toBe('forbidden');
  });

  it('writes seats and load into a workbook, for each as far as they see them', async () => {
    const odd = await organisation(planner, { name: '=SUMME(A1) (Demo)' });
    const chair = await person(planner, { givenName: 'Cem', familyName: 'Aksoy' });
    const small = await network(coordinator, { name: 'Netzwerk Bach (Demo)' });
    const seat = await membership(coordinator, small, {
      organisationId: odd,
      personId: chair,
      fromDay: FROM,
    });
    await endMembership(coordinator, seat, '2099-12-31');
    const seats = await sheetFor(planner, 'Sitze');
    expect(seats).toEqual(
      expect.arrayContaining([
        // prettier-ignore
        ['Gremium', 'Bauausschuss (Demo)', 'Anna Wehrmann', '', 'Vorsitz', 'ja', 'Berta Zander', '01.01.2025', '', ''],
        ['Gremium', 'Bauausschuss (Demo)', '', '', 'Mitglied', 'ja', '', '01.01.2025', '', 'ja'],
        // prettier-ignore
        ['Netzwerk', 'Netzwerk Bach (Demo)', 'Cem Aksoy', '=SUMME(A1) (Demo)', 'Mitglied', '', '', '01.01.2025', '31.12.2099', ''],
      ]),
    );
    const load = await sheetFor(planner, 'Gremienlast');
    expect(load).toEqual(
      expect.arrayContaining([
        ['Anna Wehrmann', '', '2', '0', '3', '6,5', 'Bauausschuss (Demo), Netzwerk Wehr (Demo)'],
        ['Berta Zander', '', '0', '2', '0', '0', ''],
        ['', 'Haus am Wehr (Demo)', '1', '0', '2', '3,5', 'Netzwerk Wehr (Demo)'],
      ]),
    );
    const own = await sheetFor(provider, 'Sitze');
    expect(new Set(own.map(([, body]) => body))).toEqual(new Set(['Netzwerk Fluss (Demo)']));
    await expect(sheetFor(provider, 'Gremienlast')).rejects.toThrow('file-without-sheet');
  });
});

async function sheetFor(client: SignedIn, sheet: string): Promise<string[][]> {
  const answer = await client.raw('GET', '/api/structure/export.xlsx');
  const rows: string[][] = [];
  await readXlsx(Buffer.from(await answer.arrayBuffer()), sheet, {
    head: async () => {},
    row: async ({ cells }) => void rows.push(cells),
  });
  return rows;
}

async function csvFor(client: SignedIn): Promise<string> {
  return (await client.raw('GET', '/api/structure/export.csv')).text();
}

function order(kind: BodyView['kind']): number {
  return ['COMMITTEE', 'NETWORK', 'FORMAT'].indexOf(kind);
}

/** A meeting as it was held: on this day from 13:00 UTC on, for so many minutes. */
async function held(
  app: TestApp,
  { networkId = null, committeeId = null }: { networkId?: string | null; committeeId?: string | null },
  day: string,
  minutes: number,
): Promise<void> {
  const begins = new Date(`${day}T13:00:00Z`);
  const ends = new Date(begins.getTime() + minutes * 60_000);
  await app.get(Database).write(systemViewer, 'test', (tx) =>
    rowsIn(
      tx,
      sql`insert into meeting (id, type, title, network_id, committee_id, starts_at, ends_at, state, created_at)
            values (${newId()}, ${networkId ? 'NETWORK' : 'COMMITTEE'}, 'Treffen', ${networkId}::uuid, ${committeeId}::uuid, ${begins}, ${ends}, 'HELD', ${begins})`,
    ),
  );
}
