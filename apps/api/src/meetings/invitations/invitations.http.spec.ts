import type { SearchView } from '@runder-tisch/domain/search';
import { berlinWall } from '@runder-tisch/domain/time';
import { network } from '@runder-tisch/scenario/networks';
import * as given from '@runder-tisch/scenario/meetings';
import { refusalOf } from '@runder-tisch/scenario/client';
import { deliveredMails } from '../../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const DAY = '2026-12-03';

describe('Invitations', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Frühe Hilfen', meetingIntervalMonths: 3 });
  });
  beforeEach(() => app.smtp.clear());
  afterAll(() => app.close());

  const delivered = () => deliveredMails(app);

  async function invited(facts: Partial<given.MeetingFacts> = {}): Promise<string> {
    const { id } = await given.invitedMeeting(coordinator, {
      day: DAY,
      networkId,
      invitees: ['anna@ahornhaus.test', 'jan@birkenhof.test'],
      ...facts,
    });
    return id;
  }

  it('are one real mail each, with nobody else in the calendar part', async () => {
    await invited({
      title: 'Netzwerktreffen; Äpfel, Öl',
      agenda: ['Begrüßung', { title: 'Nur intern', visibility: 'HIDDEN' }],
    });
    const [anna, jan] = await delivered();
    expect(anna?.to).toBe('anna@ahornhaus.test');
    expect(anna?.subject).toBe('Einladung: Netzwerktreffen; Äpfel, Öl am 03.12.2026');
    expect(anna?.text).toContain('Donnerstag, 3. Dezember 2026, 14:00–16:00 Uhr');
    expect(anna?.text).toContain('Begrüßung');
    expect(anna?.text).not.toContain('Nur intern');
    expect(anna?.calendar?.text).not.toContain('Nur intern');
    expect(anna?.calendar).toMatchObject({
      method: 'REQUEST',
      mimeMethod: 'REQUEST',
      sequence: 0,
      status: 'CONFIRMED',
      start: new Date('2026-12-03T13:00:00Z'),
      end: new Date('2026-12-03T15:00:00Z'),
      summary: 'Netzwerktreffen; Äpfel, Öl',
      attendees: ['mailto:anna@ahornhaus.test'],
    });
    expect(jan?.calendar?.attendees).toEqual(['mailto:jan@birkenhof.test']);
    expect(jan?.calendar).toMatchObject({ uid: anna?.calendar?.uid, dtstamp: anna?.calendar?.dtstamp });
    expect(jan?.answerLink).not.toBe(anna?.answerLink);
    expect(`${anna?.text}${anna?.html}${anna?.calendar?.text}`).not.toContain('jan@birkenhof.test');
  });

  it('say in the double hour of autumn which of the two they mean, in the mail and on its page', async () => {
    const night = { title: 'Nachtschicht', day: '2027-10-31', startTime: '02:15', endTime: '02:45' } as const;
    await invited({ ...night, fold: 'later', invitees: ['anna@ahornhaus.test'] });
    const [anna] = await delivered();
    const when = 'Sonntag, 31. Oktober 2027, 02:15 Uhr (Winterzeit) bis 02:45 Uhr (Winterzeit)';
    expect(anna?.text.replace(/\s+/g, ' ')).toContain(when);
    expect(anna?.html).toContain(when);
    expect(anna?.calendar?.start).toEqual(new Date('2027-10-31T01:15:00Z'));
    const page = await fetch(app.url + new URL(anna?.answerLink ?? '').pathname);
    expect(await page.text()).toContain('31. Oktober 2027, 02:15 Uhr (Winterzeit)');
    const found = await coordinator.get<SearchView>('/api/search?q=Nachtschicht');
    expect(found.items).toMatchObject([{ title: 'Nachtschicht', subtitle: '31.10.2027' }]);
  });

  it('name the coordinator with the mailbox people read, fixed at the first dispatch', async () => {
    const id = await invited();
    const planner = await signedIn(app, 'planner');
    await delivered();
    await given.inviteMore(planner, id, ['spaet@ulme.test']);
    const [late] = await delivered();
    expect(late?.calendar?.organizer).toBe('mailto:runder-tisch@localhost');
    expect(late?.from).toContain('Test coordinator');
    expect((await given.staffMeeting(coordinator, id)).organizerName).toBe('Test coordinator');
  });

  it('can be taken back for a minute; afterwards nobody is invited and nothing leaves', async () => {
    const id = await invited();
    app.clock.pass(0.9, 'minutes');
    expect((await given.staffMeeting(coordinator, id)).recallable?.recipients).toBe(2);
    await given.recall(coordinator, id);
    expect(await delivered()).toEqual([]);
    const page = await given.staffMeeting(coordinator, id);
    expect(page).toMatchObject({ state: 'SCHEDULED', recallable: null, counts: { invited: 0 } });
    await given.invite(coordinator, id);
    expect((await delivered()).map((mail) => mail.calendar?.sequence)).toEqual([0, 0]);
  });

  it('cannot be taken back once the meeting was held or postponed', async () => {
    const inHalfAnHour = berlinWall(new Date(app.clock.now().getTime() + 1_800_000));
    const held = await invited({ day: inHalfAnHour.date, startTime: inHalfAnHour.time, endTime: '23:59' });
    await coordinator.post(`/api/meetings/${held}/session/start`);
    await coordinator.post(`/api/meetings/${held}/session/end`, { startedAt: null, endedAt: null });
    expect(await refusalOf(given.recall(coordinator, held))).toBe('meeting-over');
    expect((await given.staffMeeting(coordinator, held)).state).toBe('HELD');
    await delivered();
    const postponed = await invited();
    await delivered();
    await given.remind(coordinator, postponed);
    await given.postponeMeeting(coordinator, postponed);
    expect(await refusalOf(given.recall(coordinator, postponed))).toBe('meeting-postponed');
    expect((await delivered()).map((mail) => mail.calendar?.method)).toEqual(['CANCEL', 'CANCEL']);
  });

  it('are refused at the field for a title or name that would break a header, before anything is stored', async () => {
    expect(await refusalOf(invited({ title: 'Treffen\nBcc: alle@kreis.test' }))).toBe('invalid-input');
    expect(await refusalOf(invited({ title: '     ' }))).toBe('invalid-input');
    const broken = { mail: 'anna@ahornhaus.test', name: 'Anna\r\nBerg' };
    expect(await refusalOf(invited({ invitees: [broken] }))).toBe('invalid-input');
  });

  it('are refused in words for an address no mail program takes', async () => {
    const strange = {
      mail: `anna@${'ahornhaus-'.repeat(6)}a.${'b'.repeat(63)}.${'c'.repeat(63)}.test`,
      name: 'Anna',
    };
    expect(await refusalOf(invited({ invitees: [strange] }))).toBe('mail-address-invalid');
  });

  it('cannot be taken back from the 60th second on', async () => {
    const id = await invited();
    app.clock.pass(1, 'minutes');
    expect(await refusalOf(given.recall(coordinator, id))).toBe('recall-too-late');
    expect((await delivered()).length).toBe(2);
  });

  it('go out once, however often somebody presses', async () => {
    const id = await invited();
    expect(await refusalOf(given.inviteMore(coordinator, id, ['jan@birkenhof.test']))).toBe(
      'nobody-to-invite',
    );
    expect(await refusalOf(given.invite(coordinator, id))).toBe('meeting-move-not-allowed');
    expect((await delivered()).length).toBe(2);
  });

  it('need date, place and somebody; nothing is half-written', async () => {
    const before = await coordinator.get<{ total: number }>('/api/meetings');
    expect(await refusalOf(invited({ day: '' }))).toBe('meeting-needs-date');
    await expect(invited({ place: '' })).rejects.toMatchObject({
      problem: { code: 'meeting-needs-place', errors: [{ path: 'place' }] },
    });
    expect(await refusalOf(invited({ invitees: [] }))).toBe('meeting-needs-invitees');
    expect(await refusalOf(invited({ day: '2026-11-20' }))).toBe('meeting-in-past');
    expect(await coordinator.get('/api/meetings')).toMatchObject({ total: before.total });
  });

  it('to a moved meeting carry the same UID with a higher SEQUENCE and ask again', async () => {
    const id = await invited();
    const [first] = await delivered();
    const invitation = await given.invitationOf(coordinator, id, 'anna@ahornhaus.test');
    await given.enterAnswer(coordinator, invitation.id, { answer: 'ACCEPTED', channel: 'PHONE' });
    const { sent } = await given.changeMeeting(coordinator, id, { startTime: '15:00', endTime: '17:00' });
    expect(sent).toEqual({ recipients: 2, recallUntil: null });
    const mails = await delivered();
    expect(mails.map((mail) => mail.calendar)).toEqual([
      expect.objectContaining({
        method: 'REQUEST',
        uid: first?.calendar?.uid,
        sequence: 1,
        start: new Date('2026-12-03T14:00:00Z'),
      }),
      expect.objectContaining({ method: 'REQUEST', uid: first?.calendar?.uid, sequence: 1 }),
    ]);
    expect(mails[0]?.subject).toContain('Neuer Termin');
    expect(mails[0]?.text).toContain('14:00–16:00 Uhr');
    expect(mails[0]?.calendar?.text).toMatch(/PARTSTAT=NEEDS-ACTION/);
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({
      invited: 2,
      accepted: 0,
      open: 2,
    });
  });

  it('send nothing for a typo and no new SEQUENCE for another room', async () => {
    const id = await invited({ invitationText: 'Wir laden ein' });
    await delivered();
    const invitation = await given.invitationOf(coordinator, id, 'anna@ahornhaus.test');
    await given.enterAnswer(coordinator, invitation.id, { answer: 'ACCEPTED', channel: 'MAIL' });
    expect(
      (await given.changeMeeting(coordinator, id, { invitationText: 'Wir laden herzlich ein' })).sent,
    ).toBeNull();
    expect(await delivered()).toEqual([]);
    expect(
      (await given.changeMeeting(coordinator, id, { placeNote: 'Saal 2, Aufzug im Hof' })).sent?.recipients,
    ).toBe(2);
    const [anna] = await delivered();
    expect(anna?.calendar?.sequence).toBe(0);
    expect(anna?.calendar?.text).toMatch(/PARTSTAT=ACCEPTED/);
    expect((await given.staffMeeting(coordinator, id)).counts.accepted).toBe(1);
  });

  it('changed within their minute go out once, with the new facts', async () => {
    const id = await invited();
    await given.changeMeeting(coordinator, id, { startTime: '10:00', endTime: '12:00' });
    const mails = await delivered();
    expect(
      mails.map((mail) => [
        mail.subject.split(':')[0],
        mail.calendar?.sequence,
        mail.calendar?.start.toISOString(),
      ]),
    ).toEqual([
      ['Einladung', 0, '2026-12-03T09:00:00.000Z'],
      ['Einladung', 0, '2026-12-03T09:00:00.000Z'],
    ]);
  });

  it('are withdrawn with the meeting: CANCEL, STATUS and a raised SEQUENCE', async () => {
    const id = await invited();
    await delivered();
    expect(await given.cancelMeeting(coordinator, id, 'Der Saal ist gesperrt.')).toMatchObject({
      recipients: 2,
    });
    const [anna] = await delivered();
    expect(anna?.subject).toContain('Abgesagt');
    expect(anna?.text).toContain('Der Saal ist gesperrt.');
    expect(anna?.calendar).toMatchObject({
      method: 'CANCEL',
      mimeMethod: 'CANCEL',
      sequence: 1,
      status: 'CANCELLED',
      attendees: ['mailto:anna@ahornhaus.test'],
    });
    expect(await refusalOf(given.cancelMeeting(coordinator, id))).toBe('meeting-cancelled');
    expect(await refusalOf(given.remind(coordinator, id))).toBe('meeting-cancelled');
  });

  it('of a meeting cancelled within their minute never leave', async () => {
    const id = await invited();
    expect(await given.cancelMeeting(coordinator, id)).toMatchObject({ recipients: 0 });
    expect(await delivered()).toEqual([]);
  });

  it('of one person are withdrawn without a STATUS, and the others hear nothing', async () => {
    const id = await invited();
    await delivered();
    const jan = await given.invitationOf(coordinator, id, 'jan@birkenhof.test');
    await given.withdraw(coordinator, jan.id);
    const mails = await delivered();
    expect(
      mails.map((mail) => [mail.to, mail.calendar?.method, mail.calendar?.status, mail.calendar?.sequence]),
    ).toEqual([['jan@birkenhof.test', 'CANCEL', null, 1]]);
    expect((await given.staffMeeting(coordinator, id)).counts.invited).toBe(1);
    await given.inviteMore(coordinator, id, ['jan@birkenhof.test']);
    expect((await delivered()).map((mail) => [mail.calendar?.method, mail.calendar?.sequence])).toEqual([
      ['REQUEST', 2],
    ]);
  });

  it('to a postponed meeting go out again with its new date and a higher SEQUENCE', async () => {
    const id = await invited();
    const [first] = await delivered();
    await given.postponeMeeting(coordinator, id, 'Wir suchen einen neuen Tag.');
    const [postponed] = await delivered();
    expect(postponed?.calendar).toMatchObject({
      method: 'CANCEL',
      sequence: 1,
      start: new Date('2026-12-03T13:00:00Z'),
    });
    expect(postponed?.text).toContain('neues Datum');
    expect(await given.staffMeeting(coordinator, id)).toMatchObject({ state: 'POSTPONED', startsAt: null });
    await given.changeMeeting(coordinator, id, { day: '2026-12-10', startTime: '14:00', endTime: '16:00' });
    await coordinator.post(`/api/meetings/${id}/schedule`);
    await given.invite(coordinator, id);
    const [again] = await delivered();
    expect(again?.calendar).toMatchObject({
      method: 'REQUEST',
      uid: first?.calendar?.uid,
      sequence: 2,
      start: new Date('2026-12-10T13:00:00Z'),
    });
  });

  it('are reminded of only where silence is, and once a day', async () => {
    const id = await invited();
    await delivered();
    const anna = await given.invitationOf(coordinator, id, 'anna@ahornhaus.test');
    await given.enterAnswer(coordinator, anna.id, { answer: 'DECLINED', channel: 'IN_PERSON' });
    expect(await given.remind(coordinator, id)).toMatchObject({ recipients: 1 });
    const mails = await delivered();
    expect(mails.map((mail) => [mail.to, mail.calendar])).toEqual([['jan@birkenhof.test', null]]);
    expect(mails[0]?.answerLink).toBeTruthy();
    expect(await refusalOf(given.remind(coordinator, id))).toBe('reminded-today');
    app.clock.pass(1, 'days');
    const nextDay = await signedIn(app, 'planner');
    expect(await given.remind(nextDay, id)).toMatchObject({ recipients: 1 });
    await given.recall(nextDay, id);
    expect(await delivered()).toEqual([]);
    app.clock.pass(-1, 'days');
  });

  it('keep the wall time of Berlin in both clock-change nights', async () => {
    const spring = await refusalOf(invited({ day: '2027-03-28', startTime: '02:30', endTime: '04:00' }));
    expect(spring).toBe('meeting-time-skipped');
    expect(await refusalOf(invited({ day: '2027-10-31', startTime: '02:30', endTime: '05:00' }))).toBe(
      'meeting-time-twice',
    );
    await invited({ day: '2027-10-31', startTime: '02:30', endTime: '05:00', fold: 'later' });
    expect((await delivered())[0]?.calendar?.start).toEqual(new Date('2027-10-31T01:30:00Z'));
    await invited({ day: '2027-10-31', startTime: '14:00', endTime: '16:00' });
    const [autumn] = await delivered();
    expect(autumn?.calendar?.start).toEqual(new Date('2027-10-31T13:00:00Z'));
    // Simple readers take the whole day for summer or for winter: there the instant itself is written.
    expect(autumn?.calendar?.text).toContain('DTSTART:20271031T130000Z');
  });

  it('are shown before as the recipient will see them, and go to oneself as a test', async () => {
    const preview = await given.previewInvitation(
      coordinator,
      { day: DAY, agenda: ['Punkt eins'] },
      'anna@ahornhaus.test',
    );
    expect(preview).toMatchObject({
      to: 'anna@ahornhaus.test <anna@ahornhaus.test>',
      calendar: { title: 'Netzwerktreffen' },
    });
    expect(preview.html).toContain('Punkt eins');
    const { to } = await given.testMail(coordinator, { day: DAY });
    const [test] = await delivered();
    expect([test?.to, test?.subject]).toEqual([to, '[Test] Einladung: Netzwerktreffen am 03.12.2026']);
    const page = await fetch(test?.answerLink ?? '');
    expect(await page.text()).toContain('Das war eine Testmail');
  });
});
