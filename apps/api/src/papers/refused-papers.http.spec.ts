import type { Page } from '@runder-tisch/domain/lists';
import type { PaperListItem, PaperView } from '@runder-tisch/domain/papers';
import { refusalOf } from '@runder-tisch/scenario/client';
import { keepCommitteeSession } from '@runder-tisch/scenario/council/committee-sessions';
import {
  changeControl,
  controlledPaper,
  controlView,
  nameResponsible,
} from '@runder-tisch/scenario/council/controls';
import {
  agendaTopic,
  changePaper,
  consultation,
  enterResult,
  matters,
  paper,
  paperView,
  schedule,
  submittedPaper,
  takeBackResult,
} from '@runder-tisch/scenario/council/papers';
import { moveRecommendation, recommendationView } from '@runder-tisch/scenario/findings';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { approveMinutes, endSession, guest, minutesLine } from '@runder-tisch/scenario/session';
import { chain, grounded } from '../../test/finding-world';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const NOBODY = '0199a000-0000-7000-8000-00000000beef';

describe('What Vorlagen refuse', () => {
  let app: TestApp;
  let planner: SignedIn;
  let advising: string;
  let deciding: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00Z', smtp: false });
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00Z');
    planner = await signedIn(app, 'planner');
    bodies += 1;
    [advising, deciding] = [
      await committee(planner, { name: `Sozialausschuss ${bodies}` }),
      await committee(planner, { name: `Kreistag ${bodies}`, kind: 'COUNTY_COUNCIL' }),
    ];
  });
  afterAll(() => app.close());

  let bodies = 0;
  const first = ({ consultations }: PaperView) => consultations[0] ?? missing();

  /** A session with one item on its agenda. */
  async function session(committeeId: string): Promise<{ id: string; itemId: string }> {
    const { id } = await invitedMeeting(planner, {
      ...{ type: 'COMMITTEE', title: 'Sitzung', committeeId, day: '2026-12-10', agenda: ['Lage'] },
      invitees: ['vorsitz@gremium.test'],
    });
    return { id, itemId: (await staffMeeting(planner, id)).agenda[0]?.id ?? missing() };
  }

  it('a recommendation that is not there or was withdrawn, and keep those they have', async () => {
    const fieldId = await fieldOfAction(planner, 'Soziale Lage');
    const { recommendationId: kept } = await chain(planner, fieldId, 'bleibt');
    const { recommendationId: withdrawn } = await chain(planner, fieldId, 'zurückgezogen');
    await moveRecommendation(planner, withdrawn, 'withdraw', 'Überholt');
    expect((await recommendationView(planner, withdrawn)).state).toBe('WITHDRAWN');
    const count = async () => (await planner.get<Page<PaperListItem>>('/api/papers')).items.length;
    const before = await count();
    const unknown = paper(planner, { title: 'Ohne Grund', recommendationIds: [NOBODY] });
    expect(await refusalOf(unknown)).toBe('paper-recommendation-unknown');
    expect(await count()).toBe(before);

    const id = await paper(planner, { title: 'Mit Grund', recommendationIds: [kept] });
    const linked = changePaper(planner, id, { title: 'Anders', recommendationIds: [withdrawn] });
    expect(await refusalOf(linked)).toBe('paper-recommendation-unknown');
    expect(await paperView(planner, id)).toMatchObject({
      title: 'Mit Grund',
      recommendations: [{ id: kept }],
    });
  });

  it('another body or role for a consultation while a committee has them; only its day may move', async () => {
    const it = await submittedPaper(planner, { title: 'Eingebracht' }, [advising, deciding]);
    const { id, version } = first(it);
    const change = (request: object) =>
      planner.put<PaperView>(
        `/api/consultations/${id}`,
        { committeeId: advising, role: 'ADVISING', plannedOn: '2026-12-01', ...request },
        version,
      );
    expect(await refusalOf(change({ committeeId: deciding }))).toBe('paper-fixed');
    expect(await refusalOf(change({ role: 'DECIDING' }))).toBe('paper-fixed');
    expect(await paperView(planner, it.id)).toEqual(it);
    expect(first(await change({}))).toMatchObject({ plannedOn: '2026-12-01', role: 'ADVISING' });
  });

  it('to take a consultation away that somebody else has changed meanwhile', async () => {
    const paperId = await paper(planner, { title: 'Zwei Leute' });
    const id = await consultation(planner, paperId, advising);
    const { version } = first(await paperView(planner, paperId));
    const request = { committeeId: deciding, role: 'ADVISING', plannedOn: null };
    await planner.put(`/api/consultations/${id}`, request, version);
    expect(await refusalOf(planner.delete(`/api/consultations/${id}`, version))).toBe('stale-version');
    expect(first(await paperView(planner, paperId))).toMatchObject({ id, committee: { id: deciding } });
  });

  it('the agenda of a session before they are submitted, and an item of another session', async () => {
    const [ours, theirs] = [await session(deciding), await session(deciding)];
    const draftId = await paper(planner, { title: 'Entwurf' });
    await consultation(planner, draftId, deciding, 'DECIDING');
    const draft = await paperView(planner, draftId);
    expect(await refusalOf(schedule(planner, first(draft), ours.id))).toBe('paper-not-consulted');

    const it = await submittedPaper(planner, { title: 'Eingebracht' }, [deciding]);
    const elsewhere = schedule(planner, first(it), ours.id, theirs.itemId);
    expect(await refusalOf(elsewhere)).toBe('consultation-other-committee');
    expect([
      first(await paperView(planner, draftId)).session,
      first(await paperView(planner, it.id)).session,
    ]).toEqual([null, null]);
    expect((await staffMeeting(planner, ours.id)).agenda).toHaveLength(1);
  });

  it('to take back what the approved minutes of a session hold', async () => {
    const { id: meetingId, itemId } = await session(deciding);
    const it = await submittedPaper(planner, { title: 'Im Protokoll' }, [deciding]);
    const scheduled = await schedule(planner, first(it), meetingId, itemId);
    app.clock.set('2026-12-10T17:00:00Z');
    planner = await signedInAgain(app, planner);
    await minutesLine(planner, meetingId, { kind: 'TEXT', text: 'Beraten.', agendaItemId: itemId });
    await guest(planner, meetingId, 'Vorsitz');
    await endSession(planner, meetingId);
    await keepCommitteeSession(planner, meetingId, { quorumWords: 'Der Kreistag war beschlussfähig.' });
    const adopted = await enterResult(planner, first(scheduled), { resolutionNumber: 'KT-1' });
    await approveMinutes(planner, meetingId);
    expect(await refusalOf(takeBackResult(planner, first(adopted)))).toBe('consultation-in-minutes');
    expect(await paperView(planner, it.id)).toMatchObject({
      state: 'ADOPTED',
      consultations: [{ result: 'ACCEPTED', version: first(adopted).version }],
    });
  });

  it('a topic on an item or of a Befund that is not there, and to take one from another meeting', async () => {
    const [ours, theirs] = [await session(advising), await session(advising)];
    const findingId = await grounded(planner, await fieldOfAction(planner, 'Wohnen'), 'Wohnungen fehlen');
    const put = (agendaItemId: string, objectId: string) =>
      agendaTopic(planner, ours.id, { agendaItemId, kind: 'finding', objectId });
    expect(await refusalOf(put(theirs.itemId, findingId))).toBe('unknown-reference');
    expect(await refusalOf(put(ours.itemId, NOBODY))).toBe('unknown-reference');
    const topics = async (meetingId: string) =>
      (await matters(planner, meetingId)).items.flatMap((item) => item.topics.map(({ id }) => id));
    expect([await topics(ours.id), await topics(theirs.id)]).toEqual([[], []]);

    const id = await put(ours.itemId, findingId);
    const elsewhere = planner.delete(`/api/meetings/${theirs.id}/matters/${id}`);
    expect(await refusalOf(elsewhere)).toBe('not-found');
    expect(await topics(ours.id)).toEqual([id]);
  });

  it('under control: a measure that is not there, and an end that does not know the last change', async () => {
    const decided = { decidedOn: '2026-11-20', resolutionNumber: 'KT-2' };
    const { id } = await controlledPaper(planner, deciding, { title: 'Unter Kontrolle' }, decided);
    const before = await controlView(planner, id);
    const unknown = changeControl(planner, id, { unit: 'Sozialamt', measureIds: [NOBODY] });
    expect(await refusalOf(unknown)).toBe('control-measure-unknown');
    expect(await controlView(planner, id)).toEqual(before);

    const named = await nameResponsible(planner, id, null);
    expect(await refusalOf(planner.delete(`/api/controls/${id}`, before.version))).toBe('stale-version');
    expect(await controlView(planner, id)).toEqual(named);
  });
});

function missing(): never {
  throw new Error('It is not there.');
}
