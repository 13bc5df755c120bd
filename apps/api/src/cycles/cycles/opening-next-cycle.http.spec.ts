import { Client } from 'pg';
import type { CycleView } from '@runder-tisch/domain/cycles';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure } from '@runder-tisch/scenario/measures';
import { network } from '@runder-tisch/scenario/networks';
import { cycle, cycleView, moveCycle, untilImplemented } from '@runder-tisch/scenario/planning/cycles';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

/** Ten times the demo year. */
const NETWORKS = 40;
const MEASURES = 110;
const PROVISIONAL = 10;

describe('Opening cycle 2 at ten times the demo year', () => {
  let app: TestApp;
  let planner: SignedIn;
  let killer: Client;
  let first: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    const admin = await signedIn(app, 'admin');
    const fieldId = await fieldOfAction(planner, 'Soziale Lage');
    for (let place = 0; place < NETWORKS; place += 1)
      await network(admin, { name: `Netzwerk ${place} (Demo)` });
    for (let place = 0; place < MEASURES; place += 1)
      await measure(planner, { title: `Maßnahme ${place}`, fieldId });
    for (let place = 0; place < PROVISIONAL; place += 1)
      await measure(planner, { title: `Schritt ${place}`, kind: 'PROVISIONAL_STEP', fieldId });
    const { id } = await planner.post<{ id: string }>('/api/data-concepts', {
      title: 'Datenkonzept',
      observed: 'Alles',
      purpose: 'Darum',
      origin: 'Daher',
      rhythm: 'Jährlich',
      validFrom: '2025-01-01',
    });
    await planner.post(`/api/data-concepts/${id}/enforce`, {}, 1);
    first = await cycle(planner, { name: '1. Zyklus' });
    await moveCycle(planner, first, ...untilImplemented);
    killer = new Client({ connectionString: app.database.url });
    await killer.connect();
  }, 120_000);
  afterAll(async () => {
    await killer.end();
    await app.close();
  });

  const counts = () =>
    app.database.rows<Record<string, string>>(
      `select (select count(*) from cycle) as cycles, (select count(*) from cycle_phase) as phases, (select count(*) from cycle_step) as steps,
         (select count(*) from cycle_step_actor) as actors, (select count(*) from data_concept) as concepts, (select count(*) from cycle_network) as networks,
         (select count(*) from cycle_measure) as measures, (select count(*) from search_document) as found, (select count(*) from audit_event) as events`,
    );
  const readable = ({ version: _version, next: _next, dataConcept: _concept, ...view }: CycleView) => view;
  const second = () => cycle(planner, { name: '2. Zyklus', beginsOn: '2027-01-01', endsOn: null });

  /** Ends the connection of whoever waits for what this one holds, as when the process is killed there. */
  const killed = async (table: string): Promise<void> => {
    await killer.query('begin');
    await killer.query(`lock table ${table} in share mode`);
    let opening = 'waits';
    const asked = second().then(
      () => (opening = 'opened'),
      () => (opening = 'ended'),
    );
    while (opening === 'waits') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      // Within a transaction the sessions are those of its first look.
      await killer.query('select pg_stat_clear_snapshot()');
      await killer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pg_backend_pid() = any(pg_blocking_pids(pid))`,
      );
    }
    await killer.query('rollback');
    expect(await asked).toBe('ended');
  };

  it('killed anywhere leaves nothing of it; then loses nothing, doubles nothing, and cycle 1 reads as before', async () => {
    const all = await counts();
    for (const table of ['cycle', 'cycle_step', 'data_concept', 'cycle_network', 'cycle_measure']) {
      await killed(table);
      expect(await counts()).toEqual(all);
    }
    const before = readable(await cycleView(planner, first));
    const id = await second();
    expect((await cycleView(planner, id)).carried).toEqual({
      networks: NETWORKS,
      measures: MEASURES,
      provisional: PROVISIONAL,
      steps: 22,
    });
    const [carried] = await app.database.rows(
      `select count(*)::int as all, count(distinct measure_id)::int as each,
         (select count(*)::int from measure) as there from cycle_measure where cycle_id = $1`,
      [id],
    );
    expect(carried).toEqual({
      all: MEASURES + PROVISIONAL,
      each: MEASURES + PROVISIONAL,
      there: MEASURES + PROVISIONAL,
    });
    expect(readable(await cycleView(planner, first))).toEqual(before);
  });
});
