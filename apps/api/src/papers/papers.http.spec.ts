import type { Page } from '@runder-tisch/domain/lists';
import type { PaperListItem, PaperView } from '@runder-tisch/domain/papers';
import type { SearchView } from '@runder-tisch/domain/search';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { refusalOf } from '@runder-tisch/scenario/client';
import { decide, moveRecommendation, recommendationView } from '@runder-tisch/scenario/findings';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import {
  agendaTopic,
  changePaper,
  consultation,
  enterResult,
  matters,
  movePaper,
  paper,
  paperView,
  schedule,
  submittedPaper,
  takeBackResult,
} from '@runder-tisch/scenario/council/papers';
import { chain } from '../../test/finding-world';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Vorlagen', () => {
  let app: TestApp;
  let planner: SignedIn;
  let advising: string;
  let deciding: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00Z', smtp: false });
    planner = await signedIn(app, 'planner');
    [advising, deciding] = [
      await committee(planner, { name: 'Sozialausschuss' }),
      await committee(planner, { name: 'Kreistag', kind: 'COUNTY_COUNCIL' }),
    ];
  });
  afterAll(() => app.close());

  const first = ({ consultations }: PaperView) => consultations[0] ?? missing();
  const last = ({ consultations }: PaperView) => consultations.at(-1) ?? missing();
  const adopted = { decidedOn: '2026-11-20', resolutionNumber: 'KT-1' };

  it('get a number of ours, or keep that of the council system, which nobody else has', async () => {
    const { number } = await paperView(planner, await paper(planner, { title: 'Ohne Nummer' }));
    expect(number).toMatch(/^V-2026-\d{3,}$/);
    await paper(planner, { title: 'Mit Nummer', number: 'BV/0123/2026' });
    expect(await refusalOf(paper(planner, { title: 'Noch eine', number: 'bv/0123/2026' }))).toBe(
      'paper-number-taken',
    );
    const { items } = await planner.get<SearchView>('/api/search?q=BV%2F0123%2F2026');
    expect(items.map((it) => it.title)).toContain('BV/0123/2026 · Mit Nummer');
  });

  it('come before committees with proposal and deciding body, and stay as they are while there', async () => {
    const id = await paper(planner, { title: 'Unfertig', proposal: '' });
    expect(await refusalOf(movePaper(planner, id, 'submit'))).toBe('paper-proposal-missing');
    await changePaper(planner, id, { proposal: 'Es wird beschlossen.' });
    await consultation(planner, id, advising);
    expect(await refusalOf(movePaper(planner, id, 'submit'))).toBe('paper-without-decision');
    await consultation(planner, id, deciding, 'DECIDING', '2026-12-10');
    expect(await refusalOf(consultation(planner, id, advising, 'DECIDING'))).toBe('paper-two-decide');
    await movePaper(planner, id, 'submit');
    expect(await refusalOf(changePaper(planner, id, { title: 'Anders' }))).toBe('paper-fixed');
    const decides = last(await paperView(planner, id));
    expect(await refusalOf(planner.delete(`/api/consultations/${decides.id}`, decides.version))).toBe(
      'paper-fixed',
    );
    const { items } = await planner.get<Page<PaperListItem>>(`/api/papers?committeeId=${deciding}`);
    expect(items[0]).toMatchObject({ id, body: { name: 'Sozialausschuss' } });
  });

  it('are decided by the last body alone, and what it decided can be taken back', async () => {
    const it = await submittedPaper(planner, { title: 'Zwei Stufen' }, [advising, deciding]);
    const advised = await enterResult(planner, first(it), { decidedOn: '2026-11-10' });
    expect(advised.state).toBe('IN_CONSULTATION');
    expect(await refusalOf(movePaper(planner, it.id, 'revise'))).toBe('paper-has-results');
    expect(await refusalOf(enterResult(planner, first(advised), {}))).toBe('consultation-over');
    expect(await refusalOf(takeBackResult(planner, last(advised)))).toBe('consultation-open');
    const done = await enterResult(planner, last(advised), adopted);
    expect(done).toMatchObject({ state: 'ADOPTED', moves: [] });
    expect(await refusalOf(consultation(planner, it.id, advising))).toBe('paper-fixed');
    const again = await takeBackResult(planner, last(done));
    expect(again.state).toBe('IN_CONSULTATION');
    const rejected = { result: 'REJECTED', reason: 'Kein Geld', decidedOn: '2026-11-21' } as const;
    expect((await enterResult(planner, last(again), rejected)).state).toBe('REJECTED');
  });

  it('that were deferred are decided by a later consultation', async () => {
    const it = await submittedPaper(planner, { title: 'Vertagt' }, [deciding]);
    const deferred = await enterResult(planner, first(it), { result: 'DEFERRED', decidedOn: '2026-11-01' });
    expect(deferred.state).toBe('IN_CONSULTATION');
    await consultation(planner, it.id, deciding, 'DECIDING');
    expect((await enterResult(planner, last(await paperView(planner, it.id)), adopted)).state).toBe(
      'ADOPTED',
    );
  });

  it('write what was decided to their recommendations, and leave alone what somebody typed there', async () => {
    const fieldId = await fieldOfAction(planner, 'Soziale Lage');
    const [waiting, typed, draft] = [
      (await chain(planner, fieldId, 'wartet')).recommendationId,
      (await chain(planner, fieldId, 'schon entschieden')).recommendationId,
      (await chain(planner, fieldId, 'Entwurf')).recommendationId,
    ];
    await moveRecommendation(planner, waiting, 'submit');
    await moveRecommendation(planner, typed, 'submit');
    const drafted = submittedPaper(planner, { title: 'Zu früh', recommendationIds: [draft] }, [deciding]);
    expect(await refusalOf(drafted)).toBe('paper-recommendation-draft');

    const facts = { title: 'Beides', recommendationIds: [waiting, typed] };
    const it = await submittedPaper(planner, facts, [advising, deciding]);
    await decide(planner, typed, { result: 'REJECTED', reason: 'Von Hand', final: true });
    const advised = await enterResult(planner, first(it), { decidedOn: '2026-11-10' });
    const changed = { ...adopted, result: 'CHANGED', wording: 'Anders beschlossen.' } as const;
    const done = await enterResult(planner, last(advised), changed);
    const of = async (id: string) => {
      const { state, decisions } = await recommendationView(planner, id);
      return {
        state,
        decisions: decisions.map((each) => [each.bodyName, each.result, each.final, each.wording]),
      };
    };
    const { wording } = await recommendationView(planner, waiting);
    expect(await of(waiting)).toEqual({
      state: 'CHANGED',
      decisions: [
        ['Kreistag', 'CHANGED', true, 'Anders beschlossen.'],
        ['Sozialausschuss', 'ACCEPTED', false, wording],
      ],
    });
    expect((await of(typed)).state).toBe('REJECTED');
    await takeBackResult(planner, last(done));
    expect(await of(waiting)).toMatchObject({
      state: 'SUBMITTED',
      decisions: [['Sozialausschuss', 'ACCEPTED', false, wording]],
    });
    expect((await of(typed)).decisions).toHaveLength(1);
  });

  it('stand on the agenda of a session of their body, what is not public on no public item', async () => {
    const session = (committeeId: string) =>
      invitedMeeting(planner, {
        type: 'COMMITTEE',
        title: 'Sitzung',
        committeeId,
        day: '2026-12-10',
        agenda: [{ title: 'Öffentlich', visibility: 'PUBLIC' }],
        invitees: ['vorsitz@gremium.test'],
      });
    const [ours, theirs] = [await session(deciding), await session(advising)];
    const it = await submittedPaper(planner, { title: 'Personal', confidential: true }, [deciding]);
    expect(await refusalOf(schedule(planner, first(it), theirs.id))).toBe('consultation-other-committee');
    const open = (await staffMeeting(planner, ours.id)).agenda[0]?.id ?? '';
    expect(await refusalOf(schedule(planner, first(it), ours.id, open))).toBe('consultation-confidential');
    const onAgenda = await schedule(planner, first(it), ours.id);
    expect(first(onAgenda).session).toMatchObject({ id: ours.id, agendaItem: `${it.number}: Personal` });
    const { items } = await matters(planner, ours.id);
    expect(items.map((item) => [item.visibility, item.papers.map((each) => each.id)])).toEqual([
      ['PUBLIC', []],
      ['INTERNAL', [it.id]],
    ]);
    expect(await refusalOf(enterResult(planner, first(onAgenda), { resolutionNumber: 'KT-9' }))).toBe(
      'consultation-in-future',
    );

    const fieldId = await fieldOfAction(planner, 'Bildung');
    const { priorityId } = await chain(planner, fieldId, 'auf der Tagesordnung');
    const topic = { agendaItemId: open, kind: 'priority', objectId: priorityId } as const;
    await agendaTopic(planner, ours.id, topic);
    expect(await refusalOf(agendaTopic(planner, ours.id, topic))).toBe('agenda-topic-twice');
  });

  it('are read by those who decide once they are before committees, what is not public by members alone', async () => {
    const [member, reader] = [await signedIn(app, 'reader'), await signedIn(app, 'reader')];
    await committeeSeat(planner, deciding, { personId: member.personId, fromDay: '2026-01-01' });
    const [draft, open, closed] = [
      await paper(planner, { title: 'Entwurf' }),
      (await submittedPaper(planner, { title: 'Offen' }, [deciding])).id,
      (await submittedPaper(planner, { title: 'Geheim', confidential: true }, [deciding])).id,
    ];
    const seen = async (client: SignedIn) => {
      const ids: string[] = [];
      for (const id of [draft, open, closed])
        if ((await refusalOf(paperView(client, id))) === 'not refused') ids.push(id);
      return ids;
    };
    expect(await seen(reader)).toEqual([open]);
    expect(await seen(member)).toEqual([open, closed]);
    expect(await seen(await signedIn(app, 'coordinator'))).toEqual([draft, open, closed]);
    expect(await refusalOf(changePaper(await signedIn(app, 'coordinator'), draft, {}))).toBe('forbidden');
  });

  it('are withdrawn for a reason', async () => {
    const { id } = await submittedPaper(planner, { title: 'Zurück' }, [deciding]);
    expect(await refusalOf(movePaper(planner, id, 'withdraw'))).toBe('paper-reason-missing');
    expect((await movePaper(planner, id, 'withdraw', 'Überholt')).state).toBe('WITHDRAWN');
    expect(await refusalOf(enterResult(planner, first(await paperView(planner, id)), adopted))).toBe(
      'paper-not-consulted',
    );
  });
});

function missing(): never {
  throw new Error('The paper has no consultation.');
}
