import type { Page } from '@runder-tisch/domain/lists';
import type { PaperView } from '@runder-tisch/domain/papers';
import type { ControlListItem } from '@runder-tisch/domain/papers/control';
import { refusalOf } from '@runder-tisch/scenario/client';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import {
  changeControl,
  control,
  controlledPaper,
  controlView,
  moveControl,
  sessionControl,
} from '@runder-tisch/scenario/council/controls';
import {
  enterResult,
  paperView,
  submittedPaper,
  takeBackResult,
} from '@runder-tisch/scenario/council/papers';
import { moveRecommendation } from '@runder-tisch/scenario/findings';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, moveMeasure } from '@runder-tisch/scenario/measures';
import { meeting } from '@runder-tisch/scenario/meetings';
import { chain } from '../../../test/finding-world';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { ControlFollowing } from './control-following';

describe('Beschlusskontrolle', () => {
  let app: TestApp;
  let planner: SignedIn;
  let bodies = 0;

  beforeEach(async () => {
    app.clock.set('2026-06-01T08:00:00Z');
    planner = await signedIn(app, 'planner');
  });
  beforeAll(async () => {
    app = await testApp({ now: '2026-06-01T08:00:00Z', smtp: false });
  });
  afterAll(() => app.close());

  /** A council of its own with sessions in June, September and December. */
  async function council(
    days: readonly string[] = ['2026-06-11', '2026-09-10', '2026-12-10'],
  ): Promise<string> {
    bodies += 1;
    const id = await committee(planner, { name: `Kreistag ${bodies}`, kind: 'COUNTY_COUNCIL' });
    for (const day of days)
      await meeting(planner, { type: 'COMMITTEE', title: `Sitzung am ${day}`, committeeId: id, day });
    return id;
  }

  let resolutions = 0;
  const adopted = (committeeId: string, title = 'Lotsen', facts: object = {}) => {
    resolutions += 1;
    return controlledPaper(
      planner,
      committeeId,
      { title, ...facts },
      { decidedOn: '2026-03-12', resolutionNumber: `KT-${resolutions}/2026` },
    );
  };
  /** Who is signed in stays so while days pass. */
  async function on(instant: string): Promise<void> {
    app.clock.set(instant);
    planner = await signedInAgain(app, planner);
  }
  const shown = async (body: string, day: string): Promise<string[]> =>
    (await sessionControl(planner, body, day)).items.map((it) => `${it.paper.title}: ${it.state}`);

  it('takes over by one click what paper and recommendation say, and only what was adopted', async () => {
    const body = await council();
    const fieldId = await fieldOfAction(planner, 'Soziale Lage');
    const { recommendationId } = await chain(planner, fieldId, 'unter Kontrolle');
    await moveRecommendation(planner, recommendationId, 'submit');
    const facts = {
      title: 'Mit Angaben',
      applicant: 'Fraktion A (Demo)',
      unit: 'Sozialamt',
      recommendationIds: [recommendationId],
    };
    const open = await submittedPaper(planner, facts, [body]);
    const consultationId = open.consultations[0]?.id ?? '';
    expect(await refusalOf(control(planner, consultationId))).toBe('control-not-adopted');
    await enterResult(planner, open.consultations[0] ?? missing(), {
      decidedOn: '2026-03-12',
      resolutionNumber: 'KT-0/2026',
    });
    const id = await control(planner, consultationId);
    expect(await refusalOf(control(planner, consultationId))).toBe('control-already');
    expect(await controlView(planner, id)).toMatchObject({
      state: 'OPEN',
      unit: 'Sozialamt',
      applicant: 'Fraktion A (Demo)',
      resolutionNumber: 'KT-0/2026',
      decidedOn: '2026-03-12',
      follows: true,
      measures: [],
      reports: [{ state: 'OPEN' }],
    });
    const view = await planner.get<PaperView>(`/api/papers/${open.id}`);
    expect(view.consultations[0]?.control).toMatchObject({ id, state: 'OPEN' });
  });

  it('follows the measures of its recommendations, until somebody says otherwise and why', async () => {
    const body = await council();
    const fieldId = await fieldOfAction(planner, 'Bildung');
    const { recommendationId } = await chain(planner, fieldId, 'folgt der Maßnahme');
    await moveRecommendation(planner, recommendationId, 'submit');
    const { id } = await adopted(body, 'Folgt', { recommendationIds: [recommendationId] });
    // The measure comes after the resolution, as it mostly does.
    const measureId = await measure(planner, {
      title: 'Lotsen',
      fieldId,
      recommendationIds: [recommendationId],
      dueOn: '2026-08-31',
    });
    await moveMeasure(planner, measureId, 'approve');
    await moveMeasure(planner, measureId, 'start');
    const following = app.get(ControlFollowing);
    expect(await following.run()).toBe(1);
    expect(await following.run()).toBe(0);
    expect(await controlView(planner, id)).toMatchObject({
      state: 'IN_PROGRESS',
      measures: [{ id: measureId }],
    });

    await on('2026-09-01T08:00:00Z');
    await following.run();
    expect(await controlView(planner, id)).toMatchObject({
      state: 'DELAYED',
      words: 'Sollte am 31.08.2026 umgesetzt sein.',
      reports: [{ by: 'aus der Maßnahme' }, {}, {}],
    });
    expect(await refusalOf(moveControl(planner, id, 'resume'))).toBe('control-override-reason');
    await moveControl(planner, id, 'resume', { reason: 'Der neue Vertrag gilt.' });
    await following.run();
    expect(await controlView(planner, id)).toMatchObject({ state: 'IN_PROGRESS', follows: false });
    expect(await moveControl(planner, id, 'follow')).toMatchObject({ state: 'DELAYED', follows: true });
    await moveMeasure(planner, measureId, 'complete', { on: '2026-08-31' });
    await following.run();
    expect(await controlView(planner, id)).toMatchObject({
      state: 'DONE',
      words: 'Umgesetzt am 31.08.2026.',
    });
  });

  it('says why something is late, and has no measure to follow without one', async () => {
    const { id } = await adopted(await council());
    expect(await refusalOf(moveControl(planner, id, 'delay'))).toBe('control-delay-reason');
    expect(await refusalOf(moveControl(planner, id, 'follow'))).toBe('control-without-measure');
    const delayed = await moveControl(planner, id, 'delay', { reason: 'Keine Stelle.', dueOn: '2027-01-31' });
    expect(delayed).toMatchObject({ state: 'DELAYED', words: 'Keine Stelle.', dueOn: '2027-01-31' });
    expect(await refusalOf(moveControl(planner, id, 'begin'))).toBe('control-move-not-allowed');
  });

  it('shows the body what is open in each session, and what is done exactly once more', async () => {
    const body = await council();
    const { id } = await adopted(body);
    expect(await shown(body, '2026-06-11')).toEqual(['Lotsen: OPEN']);
    // Reported in the evening after the session: the next one is told.
    await on('2026-06-11T20:00:00Z');
    await moveControl(planner, id, 'finish', { reason: 'Zwei Lotsinnen arbeiten.' });
    await on('2026-12-01T08:00:00Z');
    expect(await shown(body, '2026-06-11')).toEqual(['Lotsen: OPEN']);
    expect(await shown(body, '2026-09-10')).toEqual(['Lotsen: DONE']);
    expect(await shown(body, '2026-12-10')).toEqual([]);
    expect((await sessionControl(planner, body, '2026-09-10')).previousOn).toBe('2026-06-11');
    expect(await refusalOf(changeControl(planner, id, { unit: 'Jugendamt' }))).toBe('control-done');
    expect(await refusalOf(moveControl(planner, id, 'reopen'))).toBe('control-reopen-reason');
    await moveControl(planner, id, 'reopen', { reason: 'Eine Stelle ist wieder frei.' });
    expect(await shown(body, '2026-12-10')).toEqual(['Lotsen: IN_PROGRESS']);
  });

  it('reads for a past session as then, also where unit, deadline and measures changed since', async () => {
    const body = await council();
    const { id } = await adopted(body);
    await changeControl(planner, id, { unit: 'Sozialamt', dueOn: '2026-05-31' });
    await on('2026-07-01T08:00:00Z');
    const measureId = await measure(planner, {
      title: 'Später',
      fieldId: await fieldOfAction(planner, 'Ehrenamt'),
    });
    await changeControl(planner, id, { unit: 'Jugendamt', dueOn: '2026-12-31', measureIds: [measureId] });
    const then = await sessionControl(planner, body, '2026-06-11');
    expect(then.items[0]).toMatchObject({
      unit: 'Sozialamt',
      dueOn: '2026-05-31',
      overdue: true,
      measures: [],
    });
    const now = await sessionControl(planner, body, '2026-09-10');
    expect(now.items[0]).toMatchObject({
      unit: 'Jugendamt',
      dueOn: '2026-12-31',
      overdue: false,
      measures: [{ id: measureId }],
    });
    expect(now.days).toEqual(['2026-09-10', '2026-12-10', '2026-06-11', '2026-03-12']);
  });

  it('brings a standing order back on its day and not before', async () => {
    const body = await council();
    const { id } = await adopted(body, 'Bericht');
    expect(await refusalOf(moveControl(planner, id, 'stand', { nextOn: '2026-06-01' }))).toBe(
      'control-next-day',
    );
    await moveControl(planner, id, 'stand', { nextOn: '2026-09-10', everyMonths: 12 });
    expect(await shown(body, '2026-06-11')).toEqual([]);
    expect(await shown(body, '2026-09-10')).toEqual(['Bericht: STANDING']);
    await on('2026-09-11T08:00:00Z');
    await moveControl(planner, id, 'present', { nextOn: '2027-09-10', everyMonths: 12 });
    expect(await shown(body, '2026-12-10')).toEqual([]);
    expect(await shown(body, '2026-09-10')).toEqual(['Bericht: STANDING']);
  });

  it('knows of a body whose sessions are kept elsewhere when it sat', async () => {
    const body = await council([]);
    const { id } = await adopted(body);
    await moveControl(planner, id, 'finish');
    await on('2026-08-01T08:00:00Z');
    const later = await submittedPaper(planner, { title: 'Spätere' }, [body]);
    await enterResult(planner, later.consultations[0] ?? missing(), {
      decidedOn: '2026-07-02',
      resolutionNumber: 'KT-Z',
    });
    expect(await shown(body, '2026-07-02')).toEqual(['Lotsen: DONE']);
    expect(await shown(body, '2026-08-01')).toEqual([]);
  });

  it('lists what is overdue first and can be narrowed down to a body, a unit, a state', async () => {
    const [body, elsewhere] = [await council(), await council()];
    const [open, late, done] = [
      await adopted(body, 'offen'),
      await adopted(body, 'spät'),
      await adopted(body, 'fertig'),
    ];
    await adopted(elsewhere, 'anderswo');
    await changeControl(planner, late.id, { dueOn: '2026-05-01', unit: 'Bauamt (Demo)' });
    await moveControl(planner, done.id, 'finish');
    const titles = async (query: string) =>
      (await planner.get<Page<ControlListItem>>(`/api/controls?${query}`)).items.map((it) => it.paper.title);
    expect(await titles(`committeeId=${body}`)).toEqual(['spät', 'offen', 'fertig']);
    expect(await titles(`committeeId=${body}&overdue=1`)).toEqual(['spät']);
    expect(await titles(`committeeId=${body}&state=DONE`)).toEqual(['fertig']);
    expect(await titles(`unit=${encodeURIComponent('Bauamt (Demo)')}`)).toEqual(['spät']);
    const units = await planner.get<Page<{ unit: string; count: number }>>('/api/controls/units');
    expect(units.items).toContainEqual({ unit: 'Bauamt (Demo)', count: 1 });
    expect((await controlView(planner, open.id)).moves).toEqual(['begin', 'delay', 'finish', 'stand']);
  });

  it('keeps a result from being taken back, and is left again as long as nobody reported', async () => {
    const { id, paperId } = await adopted(await council());
    const [consultation] = (await paperView(planner, paperId)).consultations;
    expect(await refusalOf(takeBackResult(planner, consultation ?? missing()))).toBe('control-keeps-result');
    const other = await adopted(await council());
    await moveControl(planner, other.id, 'begin');
    expect(await refusalOf(planner.delete(`/api/controls/${other.id}`, 2))).toBe('control-has-history');
    await planner.delete(`/api/controls/${id}`, 1);
    expect((await takeBackResult(planner, consultation ?? missing())).state).toBe('IN_CONSULTATION');
  });

  it('is read by members of the body; what is not public stands on a paper of its own', async () => {
    const body = await council();
    const [member, reader] = [await signedIn(app, 'reader'), await signedIn(app, 'reader')];
    await committeeSeat(planner, body, { personId: member.personId, fromDay: '2026-01-01' });
    const [open, closed] = [
      await adopted(body, 'Offen'),
      await adopted(body, 'Geheim', { confidential: true }),
    ];
    expect(await refusalOf(controlView(reader, open.id))).toBe('not-found');
    expect((await sessionControl(reader, body, '2026-06-11')).items).toEqual([]);
    expect((await paperView(reader, open.paperId)).consultations[0]?.control).toBeNull();
    const titles = async (part: boolean) =>
      (await sessionControl(member, body, '2026-06-11', part)).items.map((it) => it.paper.title);
    expect([await titles(false), await titles(true)]).toEqual([['Offen'], ['Geheim']]);
    expect(await controlView(member, closed.id)).toMatchObject({ mayChange: false, moves: [] });
    expect(await refusalOf(moveControl(member, open.id, 'begin'))).toBe('forbidden');
  });
});

function missing(): never {
  throw new Error('The paper has no consultation.');
}
