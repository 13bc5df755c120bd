import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { linksOf } from '../../../test/answer-links';
import { byHand } from '../../../test/by-hand';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { AnswersService } from './answers.service';

const ANNA = 'anna@ahornhaus.test';
const JAN = 'jan@birkenhof.test';

describe('An answer to an invitation is not taken', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let meetingId: string;
  let links: Record<string, string>;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
  });
  beforeEach(async () => {
    const facts = { title: 'Werkstatt', day: '2026-12-03', invitees: [ANNA, JAN] };
    meetingId = (await given.invitedMeeting(coordinator, facts)).id;
    links = await linksOf(app, meetingId);
  });
  afterAll(() => app.close());

  const invitation = (mail: string) => given.invitationOf(coordinator, meetingId, mail);

  it('more often than anybody changes their mind, and the other links go on working', async () => {
    const all = [];
    for (let round = 0; round < 31; round += 1)
      all.push(await given.answerByLink(links[ANNA] ?? '', { answer: round % 2 ? 'DECLINED' : 'ACCEPTED' }));
    expect(all.slice(0, 30).every((it) => it.status === 303)).toBe(true);
    expect(all[30]?.status).toBe(429);
    expect((await invitation(ANNA)).answer).toBe('DECLINED');
    expect((await given.answerByLink(links[JAN] ?? '', { answer: 'ACCEPTED' })).status).toBe(303);
  });

  it('with somebody as deputy who is invited already: they answer for themselves', async () => {
    const answer = await given.answerByLink(links[ANNA] ?? '', {
      answer: 'ACCEPTED',
      deputy: 'ja',
      deputyName: 'Jan Ohm',
      deputyMail: JAN.toUpperCase(),
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Diese Person ist selbst eingeladen und antwortet für sich.');
    expect(await invitation(ANNA)).toMatchObject({ answer: 'NEEDS_ACTION' });
    expect((await given.staffMeeting(coordinator, meetingId)).counts.invited).toBe(2);
  });

  it('and leaves no calendar file once there is no date, no invitation or no use for it', async () => {
    const file = (mail: string) => fetch(`${links[mail]}/termin.ics`);
    expect((await file(ANNA)).status).toBe(200);
    await given.withdraw(coordinator, (await invitation(JAN)).id);
    expect((await file(JAN)).status).toBe(404);
    await given.postponeMeeting(coordinator, meetingId);
    expect((await file(ANNA)).status).toBe(404);
  });

  it('back by somebody who may plan elsewhere, but is a guest here', async () => {
    const guest = await signedIn(app, 'coordinator');
    const { id } = await invitation(ANNA);
    await byHand(app, sql`update invitation set person_id = ${guest.personId} where id = ${id}`);
    await given.enterAnswer(coordinator, id, { answer: 'ACCEPTED', channel: 'PHONE' });
    expect(await refusalOf(guest.post(`/api/invitations/${id}/clear-answer`))).toBe('forbidden');
    expect((await invitation(ANNA)).answer).toBe('ACCEPTED');
  });

  it('when the invitation is gone at that moment', async () => {
    const answer = { answer: 'ACCEPTED', companions: 0, deputyName: '', deputyMail: '', coming: [] } as const;
    const said = { ...answer, coming: [], needs: '', message: '' };
    const gone = { invitationId: randomUUID(), meetingId };
    await expect(
      app.get(AnswersService).answerByLink({ personId: null, requestId: 'test' }, gone, said),
    ).rejects.toMatchObject({ status: 404, code: 'not-found' });
  });
});
