import type { Belonging } from '@runder-tisch/domain/belongings';
import type { Client } from '@runder-tisch/scenario/client';
import { refusalOf } from '@runder-tisch/scenario/client';
import { organisation } from '@runder-tisch/scenario/actors';
import { feedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { network } from '@runder-tisch/scenario/networks';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('What belongs to an object', () => {
  let app: TestApp;
  let planner: Client;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Wohnen');
    await organisation(planner, { name: 'Wohnhilfe', fieldIds: [fieldId] });
    await network(await signedIn(app, 'coordinator'), { name: 'Wohnungsnot', fieldIds: [fieldId] });
    for (const text of ['Es fehlen kleine Wohnungen.', 'Die Mieten steigen.']) {
      const { id } = await feedback(planner, { text });
      await linkFeedback(planner, id, fieldId);
    }
  });
  afterAll(() => app.close());

  const told = async (as: Client): Promise<string[]> =>
    (await as.get<Belonging[]>(`/api/belongings/field-of-action/${fieldId}`)).map(
      (it) => `${it.count} ${it.label}: ${it.path.replace(fieldId, 'F')}`,
    );

  it('is counted by kind, from left to right, each with its list', async () => {
    expect(await told(planner)).toEqual([
      '1 Organisation: /akteure/organisationen?fieldId=F',
      '1 Netzwerk: /netzwerke?fieldId=F',
      '2 Hinweise: /hinweise?ansicht=all&fieldId=F',
    ]);
    const list = await planner.get<{ total: number }>(`/api/feedback?view=all&fieldId=${fieldId}`);
    expect(list.total).toBe(2);
  });

  it('counts only what the viewer may see', async () => {
    expect((await told(await signedIn(app, 'provider'))).join()).not.toContain('Hinweise');
  });

  it('knows nothing of objects that are not there', async () => {
    const nowhere = '/api/belongings/field-of-action/00000000-0000-7000-8000-000000000000';
    expect(await refusalOf(planner.get(nowhere))).toBe('not-found');
    expect(await refusalOf(planner.get(`/api/belongings/unfug/${fieldId}`))).toBe('not-found');
  });
});
