import type { TodayView } from '@runder-tisch/domain/tasks';
import type { Page } from '@runder-tisch/domain/lists';
import type { StepListItem } from '@runder-tisch/domain/cycles';
import { organisation, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  asActor,
  changeStep,
  cycle,
  cycleView,
  moveStep,
  stepNamed,
  stepView,
} from '@runder-tisch/scenario/planning/cycles';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Steps of a cycle', () => {
  let app: TestApp;
  let planner: SignedIn;
  let cycleId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    cycleId = await cycle(planner, { beginsOn: '2026-01-01', endsOn: '2030-12-31' });
  });
  afterAll(() => app.close());

  const step = async (number: string) => stepNamed(await cycleView(planner, cycleId), number).id;
  const listed = async (client: SignedIn, query: string) =>
    (await client.get<Page<StepListItem>>(`/api/cycle-steps?limit=100&${query}`)).items.map(
      ({ number }) => number,
    );
  const today = async (client: SignedIn) =>
    (await client.get<TodayView>('/api/today')).lines.map(({ text }) => text);

  it('are begun, blocked with a reason, done, dropped and taken up again', async () => {
    const id = await step('1.1');
    expect(await refusalOf(moveStep(planner, id, 'block', ' '))).toBe('step-block-reason');
    expect(await moveStep(planner, id, 'block', 'Die Quelle antwortet nicht.')).toMatchObject({
      state: 'BLOCKED',
      stateReason: 'Die Quelle antwortet nicht.',
    });
    expect(await refusalOf(moveStep(planner, id, 'finish'))).toBe('step-move-not-allowed');
    await moveStep(planner, id, 'resume');
    expect((await moveStep(planner, id, 'finish')).doneOn).not.toBeNull();
    expect(await moveStep(planner, id, 'reopen')).toMatchObject({ state: 'OPEN', doneOn: null });
    expect(await refusalOf(moveStep(planner, id, 'drop', ' '))).toBe('step-drop-reason');
    expect((await moveStep(planner, id, 'drop', 'Gibt es schon.')).state).toBe('DROPPED');
  });

  it('keep with whom they are coordinated: asked, agreed, commented, silent, each with its day', async () => {
    const id = await step('4.3');
    const { actors } = await stepView(planner, id);
    const [actor] = actors;
    if (!actor) throw new Error('The Bauplan names nobody for 4.3.');
    const saved = (more: object) => changeStep(planner, id, { actors: [{ ...asActor(actor), ...more }] });
    expect(await refusalOf(saved({ standing: 'ASKED' }))).toBe('step-actor-date');
    expect(await refusalOf(saved({ standing: 'COMMENTED', on: '2026-02-02' }))).toBe('step-actor-comment');
    const agreed = await saved({ standing: 'AGREED', on: '2026-02-02' });
    expect(agreed.actors).toMatchObject([
      { id: actor.id, name: actor.name, standing: 'AGREED', on: '2026-02-02' },
    ]);
    const twice = [asActor(actor), { ...asActor(actor), id: null }];
    expect(await refusalOf(changeStep(planner, id, { actors: twice }))).toBe('step-actor-twice');
    const nowhere = { ...asActor(actor), organisationId: '01900000-0000-7000-8000-000000000000' };
    expect(await refusalOf(changeStep(planner, id, { actors: [nowhere] }))).toBe('step-unknown-choice');
  });

  it('keep how the coordination went with each, and correct the words of one day', async () => {
    const id = await step('4.2');
    const stand = async (standing: 'ASKED' | 'SILENT' | 'AGREED', on: string, words = '') => {
      const { actors } = await stepView(planner, id);
      const known = actors.find(({ name }) => name === 'Kiebitz');
      const row = known ? asActor(known) : { id: null, side: 'EXTERNAL' as const, organisationId: null };
      await changeStep(planner, id, { actors: [{ ...row, name: 'Kiebitz', standing, on, words }] });
    };
    await stand('ASKED', '2026-02-02');
    await stand('SILENT', '2026-03-02', 'Zweimal angerufen');
    await stand('AGREED', '2026-03-20', 'Am Telefn');
    await stand('AGREED', '2026-03-20', 'Am Telefon');
    expect((await stepView(planner, id)).actors[0]?.history).toEqual([
      { standing: 'ASKED', on: '2026-02-02', words: '' },
      { standing: 'SILENT', on: '2026-03-02', words: 'Zweimal angerufen' },
      { standing: 'AGREED', on: '2026-03-20', words: 'Am Telefon' },
    ]);
  });

  it('are seen by the office all, by everybody else their own, without what concerns other houses', async () => {
    const [own, other] = [
      await organisation(planner, { name: 'Ahornhaus (Demo)' }),
      await organisation(planner, { name: 'Kiebitz (Demo)' }),
    ];
    const provider = await signedIn(app, 'provider');
    await representation(planner, {
      personId: provider.personId,
      organisationId: own,
      fromDay: '2025-01-01',
    });
    const id = await step('2.2');
    expect(await refusalOf(stepView(provider, id))).toBe('not-found');
    const actor = { id: null, side: 'EXTERNAL' as const, words: '' };
    await changeStep(planner, id, {
      actors: [
        { ...actor, name: 'Ahornhaus', organisationId: own, standing: 'AGREED', on: '2026-03-03' },
        { ...actor, name: 'Kiebitz', organisationId: other, standing: 'SILENT', on: '2026-03-03' },
      ],
    });
    await moveStep(planner, id, 'block', 'Intern: Es fehlt an Leuten.');
    const seen = await stepView(provider, id);
    expect(seen.actors.map(({ name }) => name)).toEqual(['Ahornhaus']);
    expect(seen).toMatchObject({ stateReason: '', mayChange: false, moves: [] });
    expect(await listed(provider, 'of=all')).toContain('2.2');
    // Led by the planning alone, without a part for anybody outside.
    expect(await listed(provider, 'of=all')).not.toContain('2.1');
    const reader = await signedIn(app, 'reader');
    expect(await listed(reader, 'of=all')).toEqual(expect.arrayContaining(['0.2', '5.1', '5.2']));
    expect(await listed(reader, 'of=all')).not.toContain('1.2');
    const phases = (await cycleView(reader, cycleId)).phases.flatMap(({ steps }) => steps);
    expect(phases.map(({ number }) => number)).not.toContain('1.2');
    expect((await cycleView(reader, cycleId)).counters).toBeNull();
    expect(await refusalOf(reader.get(`/api/cycles/${cycleId}/counters/NETWORKS`))).toBe('not-found');
  });

  it('are changed by the coordination where it leads, and nowhere else', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    expect((await moveStep(coordinator, await step('3.2'), 'start')).state).toBe('IN_PROGRESS');
    expect(await refusalOf(moveStep(coordinator, await step('1.3'), 'start'))).toBe('forbidden');
    expect(await listed(coordinator, '')).toContain('3.2');
    expect(await listed(coordinator, '')).not.toContain('1.3');
  });

  it('become lines on Heute once they are late or blocked', async () => {
    const id = await step('3.3');
    await changeStep(planner, id, { dueOn: '2026-01-02' });
    const coordinator = await signedIn(app, 'coordinator');
    expect(await today(coordinator)).toContain('Schritt überfällig: 3.3 Beteiligungsformate durchführen');
    expect((await today(planner)).join('\n')).toMatch(/Schritte? des Zyklus (ist|sind) überfällig/);
    expect(await listed(planner, 'of=all&standing=overdue')).toContain('3.3');
    await moveStep(planner, id, 'block', 'Kein Raum.');
    expect(await today(coordinator)).toContain('Schritt blockiert: 3.3 Beteiligungsformate durchführen');
    expect(await listed(planner, 'of=all&standing=blocked')).toContain('3.3');
    await moveStep(planner, id, 'drop', 'Kein Raum.');
    expect((await today(coordinator)).join('\n')).not.toContain('3.3');
    expect(await listed(planner, 'of=all&standing=done')).toContain('3.3');
  });
});
