import type { InvitationView } from '@runder-tisch/domain/meetings';
import * as given from '@runder-tisch/scenario/meetings';
import { deliveredMails } from '../../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Dispatcher } from '../../outbox/dispatcher';

const EVA = 'eva@eiche.test';
const TOM = 'tom@tanne.test';
const IDA = 'ida@eiche.test';

describe('In the minute in which invitations wait', () => {
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

  async function invited(facts: Partial<given.MeetingFacts> = {}): Promise<string> {
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitationText: 'Wir laden ein',
      invitees: [EVA, TOM],
      ...facts,
    });
    return id;
  }
  const of = (id: string, mail: string): Promise<InvitationView> => given.invitationOf(coordinator, id, mail);
  const notes = async (
    id: string,
    mail: string,
    answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED' = 'ACCEPTED',
    more: object = {},
  ): Promise<void> =>
    given.enterAnswer(coordinator, (await of(id, mail)).id, { answer, channel: 'PHONE', ...more });
  const tomSendsIda = (id: string): Promise<void> =>
    notes(id, TOM, 'ACCEPTED', { deputyName: 'Ida Kern', deputyMail: IDA });
  const leavesNow = async (): Promise<number> => {
    await app.get(Dispatcher).runOnce();
    return app.smtp.mails.length;
  };
  /** Who gets what once the minute is over, each one's mails in the order they came. */
  async function delivered(): Promise<string[]> {
    const mails = await deliveredMails(app);
    return mails.map((mail) => `${mail.to.split('@')[0]}: ${mail.subject.split(':')[0]}`);
  }

  it.each<[string, object]>([
    ['the text', { invitationText: 'Wir laden herzlich ein' }],
    ['the room', { placeNote: 'Saal 2' }],
    ['the title', { title: 'Runde der Träger' }],
    ['the place', { place: 'Rathaus Zerbst' }],
    ['the time', { startTime: '09:00', endTime: '11:00' }],
    ['the day', { day: '2026-12-10' }],
    ['the number of seats', { capacity: 20 }],
  ])('a change of %s keeps what was said on the phone, and each gets one mail', async (_what, change) => {
    const id = await invited();
    await notes(id, EVA, 'ACCEPTED', { needs: 'Rampe', companions: 1, message: 'mit dem Rad' });
    await notes(id, TOM, 'DECLINED');
    await given.changeMeeting(coordinator, id, change);
    expect(await of(id, EVA)).toMatchObject({
      answer: 'ACCEPTED',
      channel: 'PHONE',
      companions: 1,
      needs: 'Rampe',
      message: 'mit dem Rad',
    });
    expect(await of(id, TOM)).toMatchObject({ answer: 'DECLINED' });
    expect(await leavesNow()).toBe(0);
    expect(await delivered()).toEqual(['eva: Einladung', 'tom: Einladung']);
  });

  it('the mail written anew says which answer is noted, and asks where the date moved', async () => {
    const id = await invited();
    await notes(id, EVA);
    await given.changeMeeting(coordinator, id, { invitationText: 'Wir laden herzlich ein' });
    const [same, silent] = await deliveredMails(app);
    expect(same?.text).toContain('Wir laden herzlich ein');
    expect(same?.text).toContain('Ihre bisherige Antwort: kommt');
    expect(same?.calendar?.text).toMatch(/PARTSTAT=ACCEPTED/);
    expect(silent?.text).not.toContain('Ihre bisherige Antwort');
    expect(silent?.calendar?.text.replace(/\r\n /g, '')).toMatch(/PARTSTAT=NEEDS-ACTION.*RSVP=TRUE/);

    const moved = await invited();
    await notes(moved, EVA);
    await given.changeMeeting(coordinator, moved, { day: '2026-12-10' });
    const [asked] = await deliveredMails(app);
    expect(asked?.calendar?.text.replace(/\r\n /g, '')).toMatch(/PARTSTAT=NEEDS-ACTION.*RSVP=TRUE/);
  });

  it('taking one off the list, or inviting more, leaves the others as they are', async () => {
    const id = await invited();
    await notes(id, EVA, 'TENTATIVE', { needs: 'Rampe' });
    await given.withdraw(coordinator, (await of(id, TOM)).id);
    await given.inviteMore(coordinator, id, ['uli@ulme.test']);
    expect(await of(id, EVA)).toMatchObject({ answer: 'TENTATIVE', needs: 'Rampe' });
    expect(await delivered()).toEqual(['eva: Einladung', 'uli: Einladung']);
  });

  it('taking back and inviting again keeps them', async () => {
    const id = await invited();
    await notes(id, EVA, 'ACCEPTED', { needs: 'Rampe' });
    await given.recall(coordinator, id);
    expect(await leavesNow()).toBe(0);
    await given.invite(coordinator, id);
    expect(await of(id, EVA)).toMatchObject({ answer: 'ACCEPTED', channel: 'PHONE', needs: 'Rampe' });
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ accepted: 1, open: 1 });
    expect(await delivered()).toEqual(['eva: Einladung', 'tom: Einladung']);
  });

  it('a cancellation keeps them, and nobody gets a mail', async () => {
    const id = await invited();
    await notes(id, EVA, 'ACCEPTED', { needs: 'Rampe' });
    await given.cancelMeeting(coordinator, id);
    expect(await of(id, EVA)).toMatchObject({ answer: 'ACCEPTED', needs: 'Rampe' });
    expect(await delivered()).toEqual([]);
  });

  it('a postponement tells nobody, and the new date asks anew', async () => {
    const id = await invited();
    await notes(id, EVA, 'ACCEPTED', { needs: 'Rampe' });
    await given.postponeMeeting(coordinator, id);
    expect(await delivered()).toEqual([]);
    await given.changeMeeting(coordinator, id, { day: '2026-12-10', startTime: '14:00', endTime: '16:00' });
    await coordinator.post(`/api/meetings/${id}/schedule`);
    await given.invite(coordinator, id);
    expect(await of(id, EVA)).toMatchObject({ answer: 'NEEDS_ACTION', needs: 'Rampe' });
  });

  describe('a full meeting', () => {
    async function full(): Promise<string> {
      const id = await invited({ capacity: 1 });
      await notes(id, EVA);
      await notes(id, TOM);
      expect(await of(id, TOM)).toMatchObject({ waitingPlace: 1 });
      return id;
    }

    it('tells of the waiting list behind the invitation, not before', async () => {
      await full();
      expect(await leavesNow()).toBe(0);
      expect(await delivered()).toEqual(['eva: Einladung', 'tom: Einladung', 'tom: Warteliste']);
    });

    it.each<[string, (id: string) => Promise<unknown>]>([
      ['taken back', (id) => given.recall(coordinator, id)],
      ['cancelled', (id) => given.cancelMeeting(coordinator, id)],
      ['postponed', (id) => given.postponeMeeting(coordinator, id)],
    ])('that is %s tells nobody of its waiting list', async (_what, step) => {
      await step(await full());
      expect(await delivered()).toEqual([]);
    });

    it('that is changed says it in the invitation', async () => {
      const id = await full();
      await given.changeMeeting(coordinator, id, { invitationText: 'Wir laden herzlich ein' });
      expect(await of(id, TOM)).toMatchObject({ answer: 'ACCEPTED', waitingPlace: 1 });
      expect(await leavesNow()).toBe(0);
      const [eva, tom, ...more] = await deliveredMails(app);
      expect(more).toEqual([]);
      expect(eva?.text).not.toContain('Warteliste');
      expect(tom?.subject).toContain('Einladung');
      expect(tom?.text.replace(/\s+/g, ' ')).toContain('Sie stehen auf der Warteliste');
      expect(tom?.calendar?.text).toMatch(/PARTSTAT=TENTATIVE/);
    });

    it.each<[string, (id: string) => Promise<unknown>]>([
      ['declines', (id) => notes(id, EVA, 'DECLINED')],
      ['is taken off the list', async (id) => given.withdraw(coordinator, (await of(id, EVA)).id)],
      [
        'loses the note of her answer',
        async (id) => coordinator.post(`/api/invitations/${(await of(id, EVA)).id}/clear-answer`),
      ],
      ['gets a chair beside her', (id) => given.changeMeeting(coordinator, id, { capacity: 2 })],
    ])('where who has the seat %s: who waited is in, and never hears of waiting', async (_what, step) => {
      const id = await full();
      await step(id);
      expect(await of(id, TOM)).toMatchObject({ answer: 'ACCEPTED', waitingPlace: null });
      expect(await leavesNow()).toBe(0);
      const mails = (await deliveredMails(app)).filter((mail) => mail.to === TOM);
      expect(mails.map((mail) => mail.subject.split(':')[0])).toEqual(['Einladung']);
      expect(mails[0]?.text).not.toContain('Warteliste');
    });

    it('says nothing of waiting to who takes the yes back', async () => {
      const id = await full();
      await notes(id, TOM, 'DECLINED');
      expect(await delivered()).toEqual(['eva: Einladung', 'tom: Einladung']);
    });

    it('gives a seat that is taken back to who waits, and puts who is invited again behind them', async () => {
      const id = await invited({ capacity: 1, invitees: [EVA] });
      await delivered();
      await given.inviteMore(coordinator, id, [TOM]);
      await notes(id, TOM);
      await notes(id, EVA);
      expect(await of(id, EVA)).toMatchObject({ waitingPlace: 1 });
      await given.recall(coordinator, id);
      expect(await of(id, EVA)).toMatchObject({ answer: 'ACCEPTED', waitingPlace: null });
      expect(await delivered()).toEqual(['eva: Warteliste', 'eva: Sie haben einen Platz']);

      await given.inviteMore(coordinator, id, ['uli@ulme.test']);
      expect(await of(id, TOM)).toMatchObject({ answer: 'ACCEPTED', waitingPlace: 1 });
      expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ seats: 1, waiting: 1 });
      expect(await delivered()).toEqual(['tom: Einladung', 'uli: Einladung']);
    });
  });

  describe('a deputy', () => {
    it('is invited with the one they stand in for, not before', async () => {
      const id = await invited();
      await tomSendsIda(id);
      expect(await of(id, IDA)).toMatchObject({ answer: 'ACCEPTED', represents: TOM });
      expect(await leavesNow()).toBe(0);
      expect(await delivered()).toEqual(['eva: Einladung', 'ida: Einladung in Vertretung', 'tom: Einladung']);
    });

    it('stays, with their answer, when the meeting changes', async () => {
      const id = await invited({ capacity: 5 });
      await tomSendsIda(id);
      await given.changeMeeting(coordinator, id, { invitationText: 'Wir laden herzlich ein' });
      expect(await of(id, IDA)).toMatchObject({ answer: 'ACCEPTED', represents: TOM });
      expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ accepted: 1, declined: 1 });
      expect(await leavesNow()).toBe(0);
      expect(await delivered()).toEqual(['eva: Einladung', 'ida: Einladung in Vertretung', 'tom: Einladung']);
    });

    it.each<[string, (id: string) => Promise<unknown>, string[]]>([
      ['all is taken back', (id) => given.recall(coordinator, id), []],
      ['the meeting is cancelled', (id) => given.cancelMeeting(coordinator, id), []],
      [
        'the other one is taken off the list',
        async (id) => given.withdraw(coordinator, (await of(id, TOM)).id),
        ['eva: Einladung'],
      ],
      ['the other one comes after all', (id) => notes(id, TOM), ['eva: Einladung', 'tom: Einladung']],
    ])('hears nothing when %s', async (_what, step, mails) => {
      const id = await invited();
      await notes(id, EVA, 'ACCEPTED', { needs: 'Rampe' });
      await tomSendsIda(id);
      await step(id);
      expect(await of(id, EVA)).toMatchObject({ answer: 'ACCEPTED', needs: 'Rampe' });
      expect(await delivered()).toEqual(mails);
    });

    it('is invited again as a deputy behind a recall', async () => {
      const id = await invited();
      await tomSendsIda(id);
      await given.recall(coordinator, id);
      await given.invite(coordinator, id);
      expect(await of(id, IDA)).toMatchObject({ answer: 'ACCEPTED', represents: TOM });
      expect(await delivered()).toEqual(['eva: Einladung', 'ida: Einladung in Vertretung', 'tom: Einladung']);
    });
  });
});
