import sql from 'sql-template-tag';
import type { ActorProposal, GapKind } from '@runder-tisch/domain/cycles';
import type { Page } from '@runder-tisch/domain/lists';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { fieldOfAction, municipality } from '@runder-tisch/scenario/lists';
import { membership, network } from '@runder-tisch/scenario/networks';
import {
  actorAnalysis,
  actorNamed,
  addActor,
  addActorGap,
  addActors,
  asEntry,
  judgeActor,
} from '@runder-tisch/scenario/planning/actor-analysis';
import {
  cycle,
  cycleView,
  finishSteps,
  moveCycle,
  stepNamed,
  untilImplemented,
} from '@runder-tisch/scenario/planning/cycles';
import { publishedService, targetGroups, wholeService } from '@runder-tisch/scenario/social-services';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';

describe('The Akteursanalyse of a cycle', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let cycleId: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    coordinator = await signedIn(app, 'coordinator');
    cycleId = await cycle(planner, { beginsOn: '2026-01-01', endsOn: '2030-12-31' });
    for (const name of ['Ahornhaus (Demo)', 'Kiebitz (Demo)', 'Lotsenstelle (Demo)', 'Zeder (Demo)'])
      ids[name] = await organisation(planner, { name });
    const networkId = await network(coordinator, { name: 'Frühe Hilfen (Demo)' });
    await membership(coordinator, networkId, {
      organisationId: of('Ahornhaus (Demo)'),
      fromDay: '2025-01-01',
    });
    // The clock of the tests stands in November 2026: one meeting within the year, one before.
    for (const day of ['2026-09-10', '2025-11-01']) await cameTo(app, of('Ahornhaus (Demo)'), day);
  });
  afterAll(() => app.close());

  const of = (name: string) => ids[name] ?? '';
  const proposals = async (search = '') =>
    (
      await planner.get<Page<ActorProposal>>(
        `/api/actor-analyses/${cycleId}/proposals?limit=100&search=${search}`,
      )
    ).items.map(({ name }) => name);

  it('proposes who is not in it yet, those with seats first, and takes several at once', async () => {
    expect((await proposals())[0]).toBe('Ahornhaus (Demo)');
    const view = await addActors(planner, cycleId, [of('Ahornhaus (Demo)'), of('Kiebitz (Demo)')]);
    expect(actorNamed(view, 'Ahornhaus (Demo)')).toMatchObject({
      influence: null,
      part: null,
      networks: [{ name: 'Frühe Hilfen (Demo)' }],
      meetings: 1,
    });
    expect(actorNamed(view, 'Kiebitz (Demo)')).toMatchObject({ networks: [], meetings: 0 });
    expect(await proposals()).not.toContain('Kiebitz (Demo)');
    await addActors(planner, cycleId, [of('Kiebitz (Demo)')]);
    expect(view.step?.number).toBe('3.1');
    const missing = '01900000-0000-7000-8000-000000000000';
    expect(await refusalOf(addActors(planner, cycleId, [missing]))).toBe('not-found');
  });

  it('judges all three or nothing, names each once, and takes either an organisation or a name', async () => {
    const name = 'Alleinerziehende';
    expect(await refusalOf(addActor(planner, cycleId, { name, influence: 1 }))).toBe('actor-judged-in-part');
    expect(await refusalOf(addActor(planner, cycleId, {}))).toBe('actor-who');
    const both = { name, organisationId: of('Lotsenstelle (Demo)') };
    expect(await refusalOf(addActor(planner, cycleId, both))).toBe('actor-who');
    await addActor(coordinator, cycleId, { name, influence: 1, affectedness: 3, part: 'INFORMED' });
    expect(await refusalOf(addActor(planner, cycleId, { name: 'ALLEINERZIEHENDE' }))).toBe('actor-twice');
    await addActor(planner, cycleId, { organisationId: of('Lotsenstelle (Demo)') });
    expect(await refusalOf(addActor(planner, cycleId, { organisationId: of('Lotsenstelle (Demo)') }))).toBe(
      'actor-twice',
    );
    const nowhere = { name: 'Niemand', fieldId: '01900000-0000-7000-8000-000000000000' };
    expect(await refusalOf(addActor(planner, cycleId, nowhere))).toBe('actor-unknown-choice');
  });

  it('names gaps until they are closed, and keeps what somebody typed', async () => {
    await addActor(planner, cycleId, { name: 'Pflegende', influence: 1, affectedness: 3, part: 'INFORMED' });
    const unheard = async () =>
      (await actorAnalysis(planner, cycleId)).named
        .filter(({ kind, says }) => kind === 'UNHEARD' && says.includes('Einfluss gering'))
        .map(({ says }) => says);
    expect((await unheard()).join()).toContain('Pflegende');
    await judgeActor(coordinator, cycleId, 'Pflegende', { part: 'HEARD' });
    expect(await unheard()).toEqual([]);
    const [fieldId] = [await fieldOfAction(planner, 'Wohnen'), await fieldOfAction(planner, 'Pflege')];
    await judgeActor(planner, cycleId, 'Pflegende', { fieldId });
    const { named } = await actorAnalysis(planner, cycleId);
    const fields = named.filter(({ kind }) => kind === 'FIELD').map(({ says }) => says);
    expect(fields).toContain('Pflege');
    expect(fields).not.toContain('Wohnen');
    expect(named.filter(({ kind }) => kind === 'NO_SEAT').map(({ says }) => says)).toContain('Pflegende');
    const { typed } = await addActorGap(planner, cycleId, 'Keine Jugendlichen', 'Schülervertretungen fragen');
    const gap = typed.find((it) => it.gap === 'Keine Jugendlichen');
    const path = `/api/actor-analyses/${cycleId}/gaps/${gap?.id}`;
    const settled = { gap: 'Keine Jugendlichen', remedy: 'Gefragt', settled: true };
    expect(await planner.put(path, settled, gap?.version)).toMatchObject({ typed: [settled] });
    expect(await refusalOf(planner.put(path, settled, gap?.version))).toBe('stale-version');
    await planner.delete(path);
    expect((await actorAnalysis(planner, cycleId)).typed).toEqual([]);
  });

  it('knows target groups by published offers and by what was chosen, and which have neither', async () => {
    const [offered, chosen, bare] = await targetGroups(planner);
    if (!offered || !chosen || !bare) throw new Error('The register begins with target groups.');
    const gaps = async (wanted: GapKind) =>
      (await actorAnalysis(planner, cycleId)).named
        .filter(({ kind }) => kind === wanted)
        .map(({ says }) => says);
    await addActor(planner, cycleId, { name: 'Beirat', targetGroupId: chosen.id });
    expect(await gaps('TARGET_GROUP')).toEqual(expect.arrayContaining([offered.name, bare.name]));
    expect(await gaps('TARGET_GROUP')).not.toContain(chosen.name);
    expect(await gaps('NO_OFFER')).toEqual(expect.arrayContaining([offered.name, chosen.name, bare.name]));
    const house = of('Zeder (Demo)');
    const offer = await wholeService(planner, house, {
      title: 'Beratung',
      fieldId: await fieldOfAction(planner, 'Beratung'),
      municipalityId: await municipality(planner, { ags: '15082180', name: 'Köthen (Anhalt)' }),
      targetGroupIds: [offered.id],
    });
    await publishedService(planner, coordinator, offer);
    expect(await gaps('NO_OFFER')).not.toContain(offered.name);
    expect(await gaps('TARGET_GROUP')).toContain(offered.name);
    await addActors(planner, cycleId, [house]);
    expect(await gaps('TARGET_GROUP')).not.toContain(offered.name);
    expect(await gaps('TARGET_GROUP')).toContain(bare.name);
  });

  it('is the office’s alone, and a row is reached in its own cycle alone', async () => {
    for (const role of ['provider', 'reader'] as const) {
      const client = await signedIn(app, role);
      expect(await refusalOf(actorAnalysis(client, cycleId))).toBe('forbidden');
    }
    const admin = await signedIn(app, 'admin');
    expect((await actorAnalysis(admin, cycleId)).mayChange).toBe(false);
    expect(await refusalOf(addActor(admin, cycleId, { name: 'Eingeschlichen' }))).toBe('forbidden');
    const view = await addActor(planner, cycleId, { name: 'Zugezogene' });
    const row = actorNamed(view, 'Zugezogene');
    const elsewhere = `/api/actor-analyses/01900000-0000-7000-8000-000000000000/entries/${row.id}`;
    expect(await refusalOf(planner.put(elsewhere, asEntry(row), row.version))).toBe('not-found');
    await planner.delete(`/api/actor-analyses/${cycleId}/entries/${row.id}`);
    expect((await actorAnalysis(planner, cycleId)).entries.map(({ name }) => name)).not.toContain(
      'Zugezogene',
    );
  });

  it('goes on in the next cycle with its open gaps, and stays as it was in one that is closed', async () => {
    const first = await testApp();
    try {
      const client = await signedIn(first, 'planner');
      const id = await cycle(client, { name: '1. Zyklus' });
      await addActor(client, id, { name: 'Alleinerziehende', influence: 1, affectedness: 3, part: 'HEARD' });
      await addActorGap(client, id, 'Keine Jugendlichen', 'Fragen');
      await moveCycle(client, id, ...untilImplemented);
      const nextId = await cycle(client, { name: '2. Zyklus', beginsOn: '2027-01-01', endsOn: null });
      const next = await actorAnalysis(client, nextId);
      expect(next.entries).toMatchObject([{ name: 'Alleinerziehende', influence: 1, part: 'HEARD' }]);
      expect(next.typed).toMatchObject([{ gap: 'Keine Jugendlichen', remedy: 'Fragen', settled: false }]);
      await judgeActor(client, nextId, 'Alleinerziehende', { influence: 2 });
      expect((await actorAnalysis(client, id)).entries).toMatchObject([{ influence: 1 }]);
      await finishSteps(client, id);
      await moveCycle(client, id, 'evaluate', 'close');
      expect((await actorAnalysis(client, id)).mayChange).toBe(false);
      expect(await refusalOf(addActor(client, id, { name: 'Zu spät' }))).toBe('actor-analysis-closed');
      expect(stepNamed(await cycleView(client, nextId), '3.1').title).toBeTruthy();
    } finally {
      await first.close();
    }
  });
});

/** A meeting as it was held on this day, with somebody of this house. */
async function cameTo(app: TestApp, organisationId: string, day: string): Promise<void> {
  const [id, begins] = [newId(), new Date(`${day}T13:00:00Z`)];
  await app.get(Database).write(systemViewer, 'test', async (tx) => {
    await rowsIn(
      tx,
      sql`insert into meeting (id, type, title, starts_at, ends_at, state, created_at)
          values (${id}, 'NETWORK', 'Treffen', ${begins}, ${begins}::timestamptz + interval '2 hours', 'HELD', ${begins})`,
    );
    await rowsIn(
      tx,
      sql`insert into attendance (id, meeting_id, organisation_id, guest_name, present)
          values (${newId()}, ${id}, ${organisationId}, 'Gast', true)`,
    );
  });
}
