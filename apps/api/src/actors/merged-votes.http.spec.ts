import { organisation } from '@runder-tisch/scenario/actors';
import * as given from '@runder-tisch/scenario/meetings';
import { createPoll, enterVotes, pollOf } from '@runder-tisch/scenario/polls';
import { invitedByMail } from '../../test/answer-links';
import { deliveredMails } from '../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { fresh, invitationsOf, merge, previewOf, says, type Twin, twins, undoMerge } from '../../test/twins';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';

type Answer = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';

describe('Made one of two', () => {
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
  it('people have one vote in a poll: given before silent, newer before older, both remarks kept', async () => {
    const [ada, double] = await twins(coordinator);
    const meetingId = await given.meeting(coordinator, {});
    await createPoll(coordinator, meetingId, { people: [ada.invitee, double.invitee, 'cem@ulme.test'] });
    let poll = await pollOf(coordinator, meetingId);
    await enterVotes(coordinator, poll, ada.mail, ['NO', 'YES']);
    app.clock.pass(5, 'minutes');
    await enterVotes(coordinator, poll, double.mail, ['YES', null]);
    const { joins } = await previewOf(coordinator, ada.id, double.id);
    expect(joins.map((it) => it.label)).toContain('Terminumfrage zu „Netzwerktreffen“');
    await merge(coordinator, ada.id, double.id);
    poll = await pollOf(coordinator, meetingId);
    expect(poll.voters).toHaveLength(2);
    const votes = await app.database.rows(
      `select answer.answer from date_poll_answer answer join date_poll_voter voter on voter.id = answer.voter_id
       join invitation on invitation.id = voter.invitation_id join date_poll_option option on option.id = answer.option_id
       where invitation.person_id = $1 order by option.starts_at`,
      [ada.id],
    );
    expect(votes).toEqual([{ answer: 'YES' }, { answer: 'YES' }]);

    await undoMerge(coordinator, ada.id);
    const again = await pollOf(coordinator, meetingId);
    expect(again.voters).toHaveLength(3);
    const all = await app.database.rows<{ mail: string; answers: string[] }>(
      `select invitation.mail, array_agg(answer.answer order by option.starts_at) as answers
       from date_poll_answer answer join date_poll_voter voter on voter.id = answer.voter_id
       join invitation on invitation.id = voter.invitation_id join date_poll_option option on option.id = answer.option_id
       where invitation.meeting_id = $1 group by 1 order by 1`,
      [meetingId],
    );
    expect(all).toEqual(
      [
        { mail: ada.mail, answers: ['NO', 'YES'] },
        { mail: double.mail, answers: ['YES'] },
      ].sort((one, other) => one.mail.localeCompare(other.mail)),
    );
  });

  it('people who are asked for a date in this minute get one mail', async () => {
    const [ada, double] = await twins(coordinator);
    const meetingId = await given.meeting(coordinator, {});
    await createPoll(coordinator, meetingId, { people: [ada.invitee, double.invitee] });
    await merge(coordinator, ada.id, double.id);
    app.clock.pass(61, 'seconds');
    expect((await deliveredMails(app)).map((it) => it.to)).toEqual([ada.mail]);
  });

  it('a vote given since the merge stays theirs when it is taken back', async () => {
    const [ada, double] = await twins(coordinator);
    const meetingId = await given.meeting(coordinator, {});
    await createPoll(coordinator, meetingId, { people: [ada.invitee, double.invitee] });
    await enterVotes(coordinator, await pollOf(coordinator, meetingId), ada.mail, ['NO', 'YES']);
    app.clock.pass(5, 'minutes');
    await enterVotes(coordinator, await pollOf(coordinator, meetingId), double.mail, ['YES', null]);
    await merge(coordinator, ada.id, double.id);
    app.clock.pass(5, 'minutes');
    const poll = await pollOf(coordinator, meetingId);
    const newest = poll.voters[0]?.mail ?? '';
    await enterVotes(coordinator, poll, newest, ['NO', 'NO']);

    const { kept } = await undoMerge(coordinator, ada.id);
    expect(kept.map((it) => it.label)).toContain('Antworten auf Terminumfragen');
    const votes = await app.database.rows<{ mail: string; answers: string[] }>(
      `select invitation.mail, array_agg(answer.answer order by option.starts_at) as answers
       from date_poll_answer answer join date_poll_voter voter on voter.id = answer.voter_id
       join invitation on invitation.id = voter.invitation_id join date_poll_option option on option.id = answer.option_id
       where invitation.meeting_id = $1 group by 1`,
      [meetingId],
    );
    expect(votes.find((it) => it.mail === newest)?.answers).toEqual(['NO', 'NO']);
  });

  it('people present once are present, and absent and present again when the merge is taken back', async () => {
    const [ada, double] = await twins(coordinator);
    const { id } = await invitedByMail(app, coordinator, { invitees: [ada.invitee, double.invitee] });
    await attend(id, ada, false);
    await attend(id, double, true);
    const present = () =>
      app.database.rows<{ present: boolean; mail: string | null }>(
        `select attendance.present, invitation.mail from attendance left join invitation on invitation.id = attendance.invitation_id
         where attendance.meeting_id = $1 order by present`,
        [id],
      );
    await merge(coordinator, ada.id, double.id);
    expect(await present()).toMatchObject([{ present: true }]);
    await undoMerge(coordinator, ada.id);
    expect(await present()).toEqual([
      { present: false, mail: ada.mail },
      { present: true, mail: double.mail },
    ]);
  });

  async function attend(meetingId: string, { id, mail }: Twin, present: boolean): Promise<void> {
    await app.get(Database).write(systemViewer, 'test', (tx) =>
      tx.query(
        `insert into attendance (id, meeting_id, person_id, invitation_id, present)
           select gen_random_uuid(), meeting_id, $1, id, $4 from invitation where meeting_id = $2 and mail = $3`,
        [id, meetingId, mail, present],
      ),
    );
  }

  it('organisations with two mailboxes: one invitation, and everybody named comes', async () => {
    const count = fresh();
    const [house, double] = await Promise.all(
      ['haus', 'buero'].map(async (box) => {
        const mail = `${box}${count}@erle.test`;
        const id = await organisation(coordinator, {
          name: `Erle ${box} ${count} (Demo)`,
          functionMailbox: mail,
        });
        return { id, mail, invitee: { organisationId: id, mail, name: 'Erle (Demo)' } };
      }),
    );
    if (!house || !double) throw new Error('no two');
    const { id } = await invitedByMail(app, coordinator, {
      capacity: 3,
      invitees: [house.invitee, double.invitee, 'cem@ulme.test', 'dora@ulme.test'],
    });
    await answers(id, house.mail, 'ACCEPTED', { coming: ['Jo Erle'] });
    await answers(id, double.mail, 'ACCEPTED', { coming: ['Jo Erle', 'Kim Erle'] });
    await answers(id, 'cem@ulme.test', 'ACCEPTED');
    await deliveredMails(app);
    await merge(coordinator, house.id, double.id, [], 'organisations');
    const [kept, ...more] = (await list(id)).filter((it) => it.organisation?.id === house.id);
    expect(more).toEqual([]);
    expect(kept?.coming).toEqual(expect.arrayContaining(['Jo Erle', 'Kim Erle']));
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({
      accepted: 2,
      seats: 3,
      waiting: 0,
    });
    await undoMerge(coordinator, house.id, 'organisations');
    expect((await list(id)).map((it) => it.organisation?.id)).toEqual(
      expect.arrayContaining([house.id, double.id]),
    );
  });
});
