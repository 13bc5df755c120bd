import type { TodayView } from '@runder-tisch/domain/tasks';
import { refusalOf } from '@runder-tisch/scenario/client';
import { concluded, evaluationGoal, evaluationView, seenValue } from '@runder-tisch/scenario/evaluation';
import { type EvaluationGoalView, evaluationLimits } from '@runder-tisch/domain/measures/evaluation';
import { SaveEvaluationGoal } from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, measureView, moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('What a measure changed', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-01-01T10:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Pflege und Teilhabe');
  });
  afterAll(() => app.close());
  beforeEach(() => at('2026-01-01T10:00:00+01:00'));

  /** Months go by: whoever was signed in signs in again. */
  async function at(moment: string): Promise<void> {
    app.clock.set(moment);
    planner = await signedIn(app, 'planner');
  }

  const made = (title: string): Promise<string> => measure(planner, { title, fieldId });

  it('cannot be judged before something is measured', async () => {
    const id = await made('Beratungstag (Demo)');
    expect(await evaluationView(planner, id)).toMatchObject({ version: 0, verdict: 'NO_VERDICT', goals: [] });
    const { verdict, silent } = await evaluationGoal(planner, id);
    expect({ verdict, silent }).toEqual({
      verdict: 'NO_VERDICT',
      silent: ['Wartezeit auf den ersten Termin'],
    });
  });

  it('is led by the worst of three, and names the one that says nothing', async () => {
    const id = await made('Drei Messgrößen (Demo)');
    await evaluationGoal(planner, id, { title: 'Erreicht' });
    await evaluationGoal(planner, id, { title: 'Schlechter' });
    await evaluationGoal(planner, id, { title: 'Still' });
    await seenValue(planner, id, { seenOn: '2025-12-01', value: 40 }, 'Erreicht');
    const told = await seenValue(planner, id, { seenOn: '2025-12-01', value: 90 }, 'Schlechter');
    expect(told.goals.map(({ title, verdict }) => [title, verdict])).toEqual([
      ['Erreicht', 'REACHED'],
      ['Schlechter', 'WORSENED'],
      ['Still', 'NO_VERDICT'],
    ]);
    expect(told).toMatchObject({ verdict: 'WORSENED', silent: ['Still'] });
    expect(told.leadingGoalId).toBe(told.goals[1]?.id);
  });

  it('has one value a day, and the newest is judged whatever came in first', async () => {
    const id = await made('Reihenfolge (Demo)');
    await evaluationGoal(planner, id);
    await seenValue(planner, id, { seenOn: '2025-12-01', value: 60 });
    await seenValue(planner, id, { seenOn: '2025-06-01', value: 90 });
    const { goals } = await seenValue(planner, id, { seenOn: '2025-12-01', value: 63 });
    expect(goals[0]?.values.map(({ seenOn, value }) => [seenOn, value])).toEqual([
      ['2025-12-01', 63],
      ['2025-06-01', 90],
    ]);
    expect(goals[0]).toMatchObject({ verdict: 'ON_COURSE', progress: 0.5, actual: { value: 63 } });
  });

  it('takes no value that is older than the beginning or not seen yet, and no goal that ends before it begins', async () => {
    const id = await made('Tage (Demo)');
    await evaluationGoal(planner, id);
    const refusedOn = (seenOn: string) => refusalOf(seenValue(planner, id, { seenOn, value: 50 }));
    expect(await refusedOn('2025-01-01')).toBe('evaluation-value-before-baseline');
    expect(await refusedOn('2026-01-02')).toBe('evaluation-value-to-come');
    expect(await refusalOf(evaluationGoal(planner, id, { targetOn: '2024-12-31' }))).toBe(
      'evaluation-goal-days',
    );
    expect(await evaluationView(planner, id)).toMatchObject({ version: 1 });
  });

  it('keeps its beginning before all that was seen, and its end out of the future', async () => {
    const id = await made('Anfang und Ende (Demo)');
    await evaluationGoal(planner, id);
    const { goals, version } = await seenValue(planner, id, { seenOn: '2025-06-01', value: 60 });
    const [goal] = goals;
    const later = { ...goalRequest(goal), baselineOn: '2025-06-01' };
    const path = `/api/measures/${id}/evaluation`;
    expect(await refusalOf(planner.put(`${path}/goals/${goal?.id}`, later, version))).toBe(
      'evaluation-value-before-baseline',
    );
    const words = { conclusion: 'Es wirkt.', consequence: 'Es bleibt.' };
    expect(await refusalOf(concluded(planner, id, { ...words, evaluatedOn: '2026-01-02' }))).toBe(
      'evaluation-value-to-come',
    );
    expect(await evaluationView(planner, id)).toMatchObject({ version, evaluatedOn: null, conclusion: '' });
  });

  it('looks at twelve things at most', async () => {
    const id = await made('Sehr viel gemessen (Demo)');
    for (let index = 1; index <= evaluationLimits.goals; index += 1)
      await evaluationGoal(planner, id, { title: `Messgröße ${index}` });
    expect(await refusalOf(evaluationGoal(planner, id, { title: 'Eine zu viel' }))).toBe(
      'evaluation-too-many-goals',
    );
  });

  it('changes nothing that belongs to another measure', async () => {
    const id = await made('Unbeteiligt (Demo)');
    const other = await made('Mit Messgröße (Demo)');
    await evaluationGoal(planner, other);
    const { goals } = await seenValue(planner, other, { seenOn: '2025-06-01', value: 60 });
    const path = `/api/measures/${id}/evaluation/goals/${goals[0]?.id}`;
    const value = { seenOn: '2025-07-01', value: 50, source: 'Statistik' };
    for (const foreign of [
      () => planner.put(path, goalRequest(goals[0]), 0),
      () => planner.delete(path, 0),
      () => planner.put(`${path}/values`, value, 0),
      () => planner.delete(`${path}/values/2025-06-01`, 0),
    ])
      expect(await refusalOf(foreign())).toBe('not-found');
    expect((await evaluationView(planner, other)).goals).toEqual(goals);
    // Neither does what nobody has seen go away.
    const { version } = await evaluationView(planner, other);
    const unseen = planner.delete(`${path.replace(id, other)}/values/2025-06-02`, version);
    expect(await refusalOf(unseen)).toBe('not-found');
  });

  it('leaves what somebody else wrote in between', async () => {
    const id = await made('Zu zweit (Demo)');
    await evaluationGoal(planner, id);
    const { version } = await evaluationView(planner, id);
    await concluded(planner, id, { conclusion: 'Es wirkt.' });
    const late = { conclusion: 'Es wirkt nicht.', consequence: '', otherInfluences: '', evaluatedOn: null };
    expect(await refusalOf(planner.put(`/api/measures/${id}/evaluation`, late, version))).toBe(
      'stale-version',
    );
  });

  // Step 18 of the acceptance script, without the report.
  it('Step 18: MS10 is COMPLETED; after 6 months a task "Evaluation fehlt"; evaluated it is EVALUATED', async () => {
    await at('2025-09-30T10:00:00+02:00');
    const id = await runningMeasure(planner, {
      title: 'Barrierecheck publikumsoffener Kreisgebäude (Demo)',
      fieldId,
    });
    await moveMeasure(planner, id, 'complete', { on: '2025-09-30' });
    const missing = async (): Promise<string[]> => {
      const { lines } = await planner.get<TodayView>('/api/today');
      return lines.map(({ text }) => text).filter((text) => text.startsWith('Evaluation fehlt'));
    };
    await at('2026-03-29T10:00:00+02:00');
    expect(await missing()).toEqual([]);
    await at('2026-03-31T10:00:00+02:00');
    expect(await missing()).toEqual(['Evaluation fehlt: Barrierecheck publikumsoffener Kreisgebäude (Demo)']);

    await evaluationGoal(planner, id, {
      ...{ level: 'OUTPUT', title: 'Geprüfte Gebäude', unit: 'Gebäude', baseline: 0, target: 12 },
      ...{ baselineOn: '2025-01-01', targetOn: '2025-09-30' },
    });
    await seenValue(planner, id, { seenOn: '2025-09-30', value: 12 });
    const evaluatedOn = '2026-03-31';
    const words = {
      conclusion: 'Zwölf Gebäude sind geprüft, fünf Stellen sofort verändert.',
      consequence: 'Die Prüfung wird alle drei Jahre wiederholt.',
    };
    expect(await refusalOf(concluded(planner, id, { evaluatedOn }))).toBe('evaluation-without-conclusion');
    const told = await concluded(planner, id, { ...words, evaluatedOn });
    expect(told).toMatchObject({ verdict: 'REACHED', evaluatedOn, ...words });
    expect(await measureView(planner, id)).toMatchObject({ state: 'EVALUATED' });
    expect(await missing()).toEqual([]);
    expect(await refusalOf(concluded(planner, id, { ...words, evaluatedOn: null }))).toBe(
      'evaluation-day-stays',
    );
  });

  it('is asked of a project whose funding ends within a year and of which nothing is known', async () => {
    const id = await runningMeasure(planner, {
      ...{ title: 'Lotsenprojekt (Demo)', kind: 'PROJECT', fieldId },
      ...{ funder: 'Land Sachsen-Anhalt', fundingUntil: '2026-12-31' },
    });
    const asked = async (): Promise<boolean> => {
      const { lines } = await planner.get<TodayView>('/api/today');
      return lines.some(({ text }) => text.includes('Lotsenprojekt'));
    };
    expect(await asked()).toBe(true);
    await evaluationGoal(planner, id);
    expect(await asked()).toBe(true);
    await seenValue(planner, id, { seenOn: '2025-12-01', value: 70 });
    expect(await asked()).toBe(false);
  });
});

/** A goal as its form would send it again. */
function goalRequest(goal: EvaluationGoalView | undefined): SaveEvaluationGoal {
  const request = new SaveEvaluationGoal();
  const of = { ...goal } as Record<string, unknown>;
  return Object.assign(
    request,
    Object.fromEntries(Object.keys(request).flatMap((key) => (key in of ? [[key, of[key]]] : []))),
  );
}
