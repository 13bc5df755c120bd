import * as given from '@runder-tisch/scenario/meetings';
import { invitedByMail } from '../../test/answer-links';
import { deliveredMails } from '../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { invitationsOf, merge, previewOf, says, type Twin, twins, undoMerge } from '../../test/twins';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';

type Answer = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';

describe('Two entries of one human', () => {
  let app: TestApp;
  let coordinator: SignedIn;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
    app.smtp.clear();
  });
  afterEach(() => deliveredMails(app));
  afterAll(() => app.close());

  const list = (id: string) => invitationsOf(coordinator, id);
  const answers = (id: string, mail: string, answer: Answer, more: object = {}) =>
    says({ app, client: coordinator }, id, mail, answer, more);
  async function delivered(): Promise<string[]> {
    return (await deliveredMails(app)).map((it) => `${it.to}: ${it.subject.split(':')[0]}`);
  }

  it('who both said yes have one invitation and one seat; who waited moves up and is told', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, {
      capacity: 2,
      invitees: [ada.invitee, double.invitee, 'cem@ulme.test', 'dora@ulme.test'],
    });
    await answers(id, ada.mail, 'ACCEPTED', { needs: 'Rampe', message: 'mit dem Rad' });
    await answers(id, double.mail, 'ACCEPTED', { needs: 'Gebärdensprache' });
    for (const mail of ['cem@ulme.test', 'dora@ulme.test']) await answers(id, mail, 'ACCEPTED');
    await deliveredMails(app);

    const { joins } = await previewOf(coordinator, ada.id, double.id);
    expect(joins[0]?.says).toBe(
      'eine bleibt, es gilt „kommt“, ein Platz wird frei, die andere wird mit einer kurzen Mail zurückgenommen',
    );
    await merge(coordinator, ada.id, double.id);
    const invitations = await list(id);
    expect(invitations.filter((it) => it.person?.id === ada.id)).toHaveLength(1);
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({
      invited: 3,
      accepted: 2,
      waiting: 1,
      seats: 2,
    });
    const kept = invitations.find((it) => it.person?.id === ada.id);
    expect(kept).toMatchObject({ answer: 'ACCEPTED', message: 'mit dem Rad' });
    expect(kept?.needs.split('\n').sort()).toEqual(['Gebärdensprache', 'Rampe']);

    const mails = await deliveredMails(app);
    expect(mails.map((it) => it.to).sort()).toEqual(
      ['cem@ulme.test', kept?.mail === ada.mail ? double.mail : ada.mail].sort(),
    );
    const [moved, gone] = [
      mails.find((it) => it.to === 'cem@ulme.test'),
      mails.find((it) => it.to !== 'cem@ulme.test'),
    ];
    expect(moved?.subject).toContain('Sie haben einen Platz');
    expect(moved?.calendar?.text.replace(/\r\n /g, '')).toContain('PARTSTAT=ACCEPTED');
    expect(gone?.subject).toContain('Doppelte Einladung');
    expect(gone?.text).toContain('Sie sind weiter eingeladen');
    expect(gone?.text).not.toContain(kept?.mail);
    expect(gone?.calendar).toMatchObject({ method: 'CANCEL', sequence: 1 });
    expect(gone?.calendar?.text).not.toMatch(/^STATUS:/m);
  });

  it.each<[string, (id: string, one: string, other: string) => Promise<void>, string]>([
    ['a given answer beats silence', (id, _one, other) => answers(id, other, 'DECLINED'), 'DECLINED'],
    [
      'the newer answer beats the older',
      async (id, one, other) => {
        await answers(id, one, 'DECLINED');
        await answers(id, other, 'ACCEPTED');
      },
      'ACCEPTED',
    ],
    [
      'whichever of the two it was',
      async (id, one, other) => {
        await answers(id, other, 'ACCEPTED');
        await answers(id, one, 'DECLINED');
      },
      'DECLINED',
    ],
  ])('%s', async (_what, spoken, answer) => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee, double.invitee] });
    await spoken(id, ada.mail, double.mail);
    await merge(coordinator, ada.id, double.id);
    expect((await list(id)).map((it) => it.answer)).toEqual([answer]);
  });

  it('in the first minute get one mail and nothing else', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [ada.invitee, double.invitee],
    });
    await merge(coordinator, ada.id, double.id);
    expect(await list(id)).toHaveLength(1);
    expect(await delivered()).toEqual([`${ada.mail}: Einladung`]);
  });

  it('who are silent are asked at the address that stays theirs; the link to the other still answers', async () => {
    const [ada, double] = await twins(coordinator);
    const { id, links } = await invitedByMail(app, coordinator, {
      invitees: [ada.invitee, double.invitee],
    });
    await merge(coordinator, ada.id, double.id, ['mail']);
    expect((await list(id)).map((it) => it.mail)).toEqual([double.mail]);
    expect(await delivered()).toEqual([`${ada.mail}: Doppelte Einladung`]);
    const response = await given.answerByLink(links[ada.mail] ?? '', { answer: 'ACCEPTED' });
    expect(response.status).toBe(303);
    expect((await list(id)).map((it) => it.answer)).toEqual(['ACCEPTED']);
  });

  it('of a meeting that is over or called off hear nothing', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee, double.invitee] });
    await given.cancelMeeting(coordinator, id);
    const past = await invitedByMail(app, coordinator, {
      day: '2026-11-25',
      invitees: [ada.invitee, double.invitee],
    });
    await deliveredMails(app);
    app.clock.set('2026-11-26T09:00:00+01:00');
    coordinator = await signedIn(app, 'admin');
    await merge(coordinator, ada.id, double.id);
    expect(await delivered()).toEqual([]);
    for (const each of [id, past.id]) expect(await list(each)).toHaveLength(1);
  });

  it('send nobody in their place twice: the deputy of the answer that no longer counts is told', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee, double.invitee] });
    await answers(id, double.mail, 'ACCEPTED', { deputyName: 'Ida Kern', deputyMail: 'ida@kern.test' });
    await answers(id, ada.mail, 'ACCEPTED');
    await deliveredMails(app);
    await merge(coordinator, ada.id, double.id);
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ accepted: 1, seats: 1 });
    expect(await delivered()).toEqual([
      `${double.mail}: Doppelte Einladung`,
      'ida@kern.test: Einladung zurückgenommen',
    ]);
  });

  it('one of whom stood in for the other come themselves', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee] });
    await answers(id, ada.mail, 'ACCEPTED', { deputyName: 'Ada Esche', deputyMail: double.mail });
    await linkDeputy(id, double);
    await merge(coordinator, ada.id, double.id);
    expect(await list(id)).toMatchObject([{ answer: 'ACCEPTED', mail: double.mail }]);
  });

  /** Deputies come without an entry of their own; here the office has found out who it is. */
  async function linkDeputy(meetingId: string, { id, mail }: Twin): Promise<void> {
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        tx.query(`update invitation set person_id = $1 where meeting_id = $2 and mail = $3`, [
          id,
          meetingId,
          mail,
        ]),
      );
  }

  it('are two again after the merge was taken back: answers as they were, the withdrawn invitation to be sent anew', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, {
      capacity: 2,
      invitees: [ada.invitee, double.invitee, 'cem@ulme.test'],
    });
    await answers(id, ada.mail, 'ACCEPTED', { needs: 'Rampe' });
    await answers(id, double.mail, 'ACCEPTED', { needs: 'Kein Fisch', message: 'Ich bringe Kuchen' });
    await answers(id, 'cem@ulme.test', 'ACCEPTED');
    await merge(coordinator, ada.id, double.id);
    await deliveredMails(app);

    const view = await undoMerge(coordinator, ada.id);
    expect(view).toMatchObject({ id: double.id, name: 'Ada Esche' });
    expect(view.kept).toMatchObject([
      {
        label: 'Einladung zu „Werkstatt <Frühe & Hilfen>“ am 03.12.2026',
        reason: expect.stringContaining(
          'bitte senden Sie sie im Termin unter „Weitere einladen“ noch einmal',
        ),
        path: `/termine/${id}`,
      },
    ]);
    const own = Object.fromEntries((await list(id)).map((it) => [it.mail, it]));
    expect(own[ada.mail]).toMatchObject({
      person: { id: ada.id },
      answer: 'ACCEPTED',
      needs: 'Rampe',
      message: '',
    });
    expect(own[double.mail]).toMatchObject({
      person: { id: double.id },
      answer: 'ACCEPTED',
      needs: 'Kein Fisch',
      message: 'Ich bringe Kuchen',
    });
    // Nobody loses the seat they were told to have, and no mail leaves by itself.
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ accepted: 2, seats: 2 });
    expect(await delivered()).toEqual([]);

    await given.inviteMore(coordinator, id, [double.mail]);
    const mails = await deliveredMails(app);
    expect(mails.map((it) => it.to)).toEqual([double.mail]);
    expect(mails[0]?.calendar).toMatchObject({ method: 'REQUEST', sequence: 2 });
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ accepted: 2, waiting: 1 });
  });

  it('who answered differently have both answers again, and keep what they said since', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee, double.invitee] });
    await answers(id, ada.mail, 'ACCEPTED');
    await answers(id, double.mail, 'DECLINED');
    const answerOf = async (mail: string) => (await given.invitationOf(coordinator, id, mail)).answer;
    await merge(coordinator, ada.id, double.id);
    await undoMerge(coordinator, ada.id);
    expect([await answerOf(ada.mail), await answerOf(double.mail)]).toEqual(['ACCEPTED', 'DECLINED']);

    await merge(coordinator, ada.id, double.id);
    const [kept] = await list(id);
    await answers(id, kept?.mail ?? '', 'TENTATIVE');
    await undoMerge(coordinator, ada.id);
    expect(await answerOf(kept?.mail ?? '')).toBe('TENTATIVE');
  });

  it('whose answer was given to the invitation that goes keep what they said since', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee, double.invitee] });
    await answers(id, double.mail, 'ACCEPTED');
    // As an undone merge leaves it.
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        tx.query(
          'update invitation set invited_at = null, withdrawn = true where meeting_id = $1 and mail = $2',
          [id, double.mail],
        ),
      );
    await merge(coordinator, ada.id, double.id);
    expect(await list(id)).toMatchObject([{ mail: ada.mail, answer: 'ACCEPTED', companions: 0 }]);
    await answers(id, ada.mail, 'ACCEPTED', { companions: 1 });
    const { kept } = await undoMerge(coordinator, ada.id);
    expect(kept.map((it) => it.label)).toContain('Einladungen und Antworten');
    expect(await given.invitationOf(coordinator, id, ada.mail)).toMatchObject({
      answer: 'ACCEPTED',
      companions: 1,
    });
  });

  it('who were made one within the first minute and are two again are to be invited once more', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [ada.invitee, double.invitee],
    });
    await merge(coordinator, ada.id, double.id);
    const { kept } = await undoMerge(coordinator, ada.id);
    expect(kept).toMatchObject([{ label: expect.stringContaining('Einladung zu'), path: `/termine/${id}` }]);
    expect(await delivered()).toEqual([`${ada.mail}: Einladung`]);
    await given.inviteMore(coordinator, id, [double.mail]);
    expect(await delivered()).toEqual([`${double.mail}: Einladung`]);
  });

  it('whose meeting moved meanwhile are asked anew after the merge was taken back', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee, double.invitee] });
    await answers(id, double.mail, 'ACCEPTED');
    await answers(id, ada.mail, 'ACCEPTED');
    await merge(coordinator, ada.id, double.id);
    for (const day of ['2026-12-10', '2026-12-11']) await given.changeMeeting(coordinator, id, { day });
    await undoMerge(coordinator, ada.id);
    expect(await given.invitationOf(coordinator, id, double.mail)).toMatchObject({ answer: 'NEEDS_ACTION' });
  });
});
