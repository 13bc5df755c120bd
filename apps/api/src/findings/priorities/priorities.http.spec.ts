import type { PriorityListItem } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changePriority,
  moveFinding,
  movePriority,
  priority,
  priorityView,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { chain, grounded } from '../../../test/finding-world';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Handlungsschwerpunkte', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Schwerpunkte setzen');
  });
  afterAll(() => app.close());

  it('rest on a Befund, or say why no voice stands behind them', async () => {
    expect(await refusalOf(priority(planner, { title: 'Einfach so', fieldId }))).toBe(
      'priority-without-basis',
    );
    const duty = await priority(planner, { title: 'Pflicht', fieldId, withoutVoice: 'Gesetzliche Aufgabe' });
    expect((await priorityView(planner, duty)).number).toMatch(/^S-\d{4}-\d{3}$/);
    expect(await refusalOf(changePriority(planner, duty, { withoutVoice: '' }))).toBe(
      'priority-without-basis',
    );
  });

  it('refuse a Befund that was dropped', async () => {
    const dropped = await grounded(planner, fieldId, 'Verworfenes');
    await moveFinding(planner, dropped, 'drop', 'Falsch');
    expect(await refusalOf(priority(planner, { title: 'Darauf', fieldId, findingIds: [dropped] }))).toBe(
      'priority-finding-unknown',
    );
  });

  it('are proposed, set and found by state', async () => {
    const findingIds = [await grounded(planner, fieldId, 'Für einen gesetzten')];
    const id = await priority(planner, { title: 'Wird gesetzt', fieldId, findingIds });
    expect(await refusalOf(movePriority(planner, id, 'set'))).toBe('priority-move-not-allowed');
    await movePriority(planner, id, 'propose');
    await movePriority(planner, id, 'set');
    const { items } = await planner.get<Page<PriorityListItem>>(
      `/api/priorities?state=SET&fieldId=${fieldId}`,
    );
    expect(items).toEqual([expect.objectContaining({ id, findingCount: 1, recommendationCount: 0 })]);
  });

  it('keep a Befund as long as a recommendation rests on it, and are not dropped under it', async () => {
    const { priorityId } = await chain(planner, fieldId, 'Trägt eine Empfehlung');
    expect(
      await refusalOf(changePriority(planner, priorityId, { findingIds: [], withoutVoice: 'Egal' })),
    ).toBe('priority-needed-with-finding');
    expect(await refusalOf(movePriority(planner, priorityId, 'drop', 'Weg'))).toBe(
      'priority-carries-recommendations',
    );
  });

  it('are dropped for a reason and changed no more', async () => {
    const id = await priority(planner, { title: 'Überholt', fieldId, withoutVoice: 'Auftrag' });
    expect(await refusalOf(movePriority(planner, id, 'drop'))).toBe('priority-reason-missing');
    await movePriority(planner, id, 'drop', 'Erledigt');
    expect(await refusalOf(changePriority(planner, id, { title: 'Wieder da' }))).toBe('priority-not-open');
  });

  it('are read by those who decide once they are proposed, with nothing of the Befunde', async () => {
    const reader = await signedIn(app, 'reader');
    const { priorityId } = await chain(planner, fieldId, 'Für den Ausschuss');
    expect(await refusalOf(priorityView(reader, priorityId))).toBe('not-found');
    await movePriority(planner, priorityId, 'propose');
    expect(await priorityView(reader, priorityId)).toMatchObject({
      findings: [],
      mayChange: false,
      moves: [],
    });
  });
});
