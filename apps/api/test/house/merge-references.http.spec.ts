import { randomUUID } from 'node:crypto';
import sql, { join, raw } from 'sql-template-tag';
import type { MergePreview } from '@runder-tisch/domain/actors';
import type { MergeRunView } from '@runder-tisch/domain/merge';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { systemViewer } from '../../src/access/viewer';
import { Database } from '../../src/database/database';
import { rowsIn } from '../../src/database/rows';
import { type MergedKind, type Reference, referencesTo } from '../../src/merge/references';
import { type TestApp, testApp } from '../test-app';
import { foreignWorld } from './access/foreign-world';
import type { ForeignWorld } from './access/canary';

/** Whatever an area declares to point at a person or an organisation moves in a merge and comes back with its undoing. */
describe('Every reference to', () => {
  let app: TestApp;
  let world: ForeignWorld;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T13:00:00Z', smtp: false });
    world = await foreignWorld(app);
  }, 120_000);
  afterAll(() => app.close());

  const nameOf = ({ table, column }: Reference): string => `${table}.${column}`;

  /** Lets one row of each declared column point at this one; answers the columns of which no row was there. */
  async function point(kind: MergedKind, id: string): Promise<string[]> {
    const missing: string[] = [];
    for (const reference of referencesTo(kind)) {
      const { table, column } = reference;
      const own = referencesTo(kind).filter((it) => it.table === table);
      const free = own.map((it) => sql`it.${raw(it.column)} is distinct from ${id}::uuid`);
      const pointed = await app.get(Database).write(systemViewer, 'test.point', (tx) =>
        rowsIn(
          tx,
          sql`update ${raw(table)} set ${raw(column)} = ${id}::uuid
              where ctid = (select it.ctid from ${raw(table)} it where ${join(free, ' and ')} order by it.${raw(column)} is null limit 1) returning 1`,
        ),
      );
      if (pointed.length === 0) missing.push(nameOf(reference));
    }
    return missing;
  }

  async function pointing(kind: MergedKind, id: string): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const reference of referencesTo(kind)) {
      const { table, column } = reference;
      const [row] = await app
        .get(Database)
        .rows<{ count: number }>(
          sql`select count(*)::int as count from ${raw(table)} where ${raw(column)} = ${id}::uuid`,
        );
      found[nameOf(reference)] = row?.count ?? 0;
    }
    return found;
  }

  it.each<[MergedKind, string]>([
    ['person', 'people'],
    ['organisation', 'organisations'],
  ])('a %s moves when two become one and comes back when that is undone', async (kind, path) => {
    const { coordinator } = world;
    const make = (name: string): Promise<string> =>
      kind === 'person'
        ? person(coordinator, { familyName: name, mail: `${randomUUID()}@merge.test` })
        : organisation(coordinator, { name });
    const stays = await make(`Bleibt ${randomUUID()}`);
    const goes = await make(`Geht ${randomUUID()}`);
    if (kind === 'organisation')
      await organisation(coordinator, {
        name: `Mit Feld ${randomUUID()}`,
        fieldIds: [await fieldOfAction(world.somebody.planner, `Feld ${randomUUID()}`)],
      });
    expect(await point(kind, goes)).toEqual([]);
    const before = await pointing(kind, goes);
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);

    const { goes: other, stays: own } = await coordinator.get<MergePreview>(
      `/api/${path}/${stays}/merge?other=${goes}`,
    );
    const request = { otherId: goes, otherVersion: other.version, take: [] };
    await coordinator.post(`/api/${path}/${stays}/merge`, request, own.version);
    expect(Object.entries(await pointing(kind, goes)).filter(([, count]) => count > 0)).toEqual([]);
    expect(await pointing(kind, stays)).toEqual(before);

    const [run] = await coordinator.get<MergeRunView[]>(`/api/${path}/${stays}/merges`);
    const view = await coordinator.post<{ kept: unknown[] }>(
      `/api/${path}/${stays}/merges/${run?.id ?? ''}/undo`,
    );
    expect(view.kept).toEqual([]);
    expect(await pointing(kind, goes)).toEqual(before);
    expect(Object.entries(await pointing(kind, stays)).filter(([, count]) => count > 0)).toEqual([]);
  });
});
