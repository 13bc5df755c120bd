import sql from 'sql-template-tag';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, moveMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer, type Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { measureLooseEnds } from './measure-loose-ends';

describe('Loose ends of Maßnahmen', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const ends = (roles: Viewer['roles']) =>
    app
      .get(Database)
      .rows<{ kind: string; id: string }>(
        sql`select kind, id from (${measureLooseEnds({ ...systemViewer, roles })}) ends (kind, id, title, path, since, field_id)`,
      );
  const write = (statement: ReturnType<typeof sql>) =>
    app.get(Database).write(systemViewer, 'test.recommendation', (tx) => rowsIn(tx, statement));

  it('are an adopted recommendation without a measure, and one whose words have changed since', async () => {
    const fieldId = await fieldOfAction(planner, 'Soziale Lage');
    const recommendationId = newId();
    await write(
      sql`insert into recommendation (id, number, year, field_id, wording, state, created_at)
          values (${recommendationId}, 'E-2026-001', 2026, ${fieldId}, 'Beratung ausbauen', 'ACCEPTED', ${app.clock.now()})`,
    );
    expect(await ends(['planner'])).toEqual([{ kind: 'no-measure', id: recommendationId }]);
    expect(await ends(['provider'])).toEqual([]);
    const id = await measure(planner, {
      title: 'Beratungstag',
      fieldId,
      recommendationIds: [recommendationId],
    });
    expect(await ends(['planner'])).toEqual([]);
    await write(
      sql`update recommendation set wording = 'Beratung verdoppeln' where id = ${recommendationId}`,
    );
    expect(await ends(['planner'])).toEqual([{ kind: 'to-check', id }]);
    await planner.post(`/api/measures/${id}/recommendations/${recommendationId}/accept`);
    expect(await ends(['planner'])).toEqual([]);
    await moveMeasure(planner, id, 'reject', { reason: 'Kein Geld.' });
    expect(await ends(['planner'])).toEqual([{ kind: 'no-measure', id: recommendationId }]);
  });
});
