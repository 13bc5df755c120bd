import type { ProtocolMailView, ProtocolRecipientsView, SentView } from '@runder-tisch/domain/meetings';
import { committee } from '@runder-tisch/scenario/lists';
import { committeeSeat, committeeSeats, endCommitteeSeat } from '@runder-tisch/scenario/council/committees';
import { committeeSession, keepCommitteeSession } from '@runder-tisch/scenario/council/committee-sessions';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  protocolOf,
  sessionOf,
} from '@runder-tisch/scenario/session';
import { deliveredMails } from '../../../test/delivered-mails';
import { readPdf } from '../../../test/pdf/read-pdf';
import type { ReadMail } from '../../../test/read-mail';
import { countySettings } from '../../../test/running-meeting';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const START = '2026-11-23T09:00:00Z';
const EVENING = '2026-12-10T17:00:00Z';
const closedWords =
  /Nichtöffentlicher Teil|Vergabe|Zuschlag an Firma Geheim|Am Rande gesagt|Bieter benachrichtigen/;

describe('The protocol of a committee, for those who do not sit in it', () => {
  let app: TestApp;
  let planner: SignedIn;
  let member: SignedIn;
  let guest: SignedIn;
  let meetingId: string;
  let committeeId: string;
  let bodies = 0;

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  beforeEach(async () => {
    app.clock.set(START);
    app.smtp.clear();
    planner = await signedIn(app, 'planner');
    member = await signedIn(app, 'reader');
    guest = await signedIn(app, 'reader');
    committeeId = await committee(planner, { name: `Kreisausschuss ${++bodies}` });
    await committeeSeat(planner, committeeId, { personId: member.personId, fromDay: '2024-07-01' });
    ({ id: meetingId } = await invitedMeeting(planner, {
      type: 'COMMITTEE',
      title: 'Sitzung',
      committeeId,
      day: '2026-12-10',
      agenda: [
        { title: 'Vergabe', visibility: 'INTERNAL' },
        { title: 'Haushalt', visibility: 'PUBLIC' },
      ],
      invitees: [member, guest].map(({ personId }, index) => ({
        personId,
        mail: `gast${index}-${bodies}@gremium.test`,
        name: index ? 'Gast' : 'Mitglied',
      })),
    }));
    await deliveredMails(app);
    app.clock.set(EVENING);
    await signInAgain();
    for (const seat of (await sessionOf(planner, meetingId)).attendance)
      await attend(planner, meetingId, seat);
    const { agenda } = await staffMeeting(planner, meetingId);
    const item = (title: string) => ({ agendaItemId: agenda.find((it) => it.title === title)?.id ?? null });
    await minutesLine(planner, meetingId, { text: 'Der Haushalt wurde beraten.', ...item('Haushalt') });
    await minutesLine(planner, meetingId, { text: 'Zuschlag an Firma Geheim.', ...item('Vergabe') });
    await minutesLine(planner, meetingId, {
      kind: 'TASK',
      text: 'Bieter benachrichtigen',
      ...item('Vergabe'),
      task: { dueOn: null, personId: member.personId, organisationId: null },
    });
    await minutesLine(planner, meetingId, { text: 'Am Rande gesagt.', agendaItemId: null });
    await endSession(planner, meetingId);
    await approveMinutes(planner, meetingId);
  });
  afterAll(() => app.close());

  async function signInAgain(): Promise<void> {
    planner = await signedInAgain(app, planner);
    member = await signedInAgain(app, member);
    guest = await signedInAgain(app, guest);
  }

  const recipients = () =>
    planner.get<ProtocolRecipientsView>(`/api/meetings/${meetingId}/protocol/recipients`);

  /** To all in the list and to somebody from outside, by the name each is greeted with in the list. */
  async function sent(): Promise<Record<'member' | 'guest' | 'outsider', ReadMail>> {
    const to = (await recipients()).recipients.map(({ key, mail }) => ({ key, mail }));
    const { version } = await staffMeeting(planner, meetingId);
    await planner.post<SentView>(
      `/api/meetings/${meetingId}/protocol/send`,
      { to, further: [{ name: 'Lokalredaktion', mail: 'zeitung@presse.test' }] },
      version,
    );
    const mails = await deliveredMails(app);
    const [toMember, toGuest, toOutsider] = mails.filter(({ subject }) => subject.startsWith('Protokoll'));
    expect([toMember?.to, toGuest?.to, toOutsider?.to]).toEqual([
      `gast0-${bodies}@gremium.test`,
      `gast1-${bodies}@gremium.test`,
      'zeitung@presse.test',
    ]);
    return { member: toMember, guest: toGuest, outsider: toOutsider } as Awaited<ReturnType<typeof sent>>;
  }

  /** All that a mail lets its reader see: its words, its files, the page behind its link and the file there. */
  async function reach(mail: ReadMail): Promise<{ words: string; names: string[] }> {
    const link = /http:\/\/\S+\/protokoll\/[\w-]+/.exec(mail.text)?.[0] ?? '';
    const page = await (await fetch(link)).text();
    const linked = Buffer.from(await (await fetch(`${link}/protokoll.pdf`)).arrayBuffer());
    const pdfs = [...mail.files.map(({ content }) => content), linked];
    expect(pdfs).toHaveLength(2);
    const texts = pdfs.map((pdf) => readPdf(pdf).structure.text);
    for (const text of [page, ...texts]) expect(text).toContain('Der Haushalt wurde beraten.');
    return {
      words: [mail.subject, mail.text, mail.html, page, ...texts].join('\n'),
      names: mail.files.map(({ name }) => name),
    };
  }

  it('goes out with its public part alone, in mail, file and page', async () => {
    const mails = await sent();
    for (const mail of [mails.guest, mails.outsider]) {
      const { words, names } = await reach(mail);
      expect(words).not.toMatch(closedWords);
      expect(words).toContain('das Protokoll des öffentlichen Teils');
      expect(names).toEqual(['Protokoll öffentlicher Teil 2026-12-10 Sitzung.pdf']);
    }
    const { words, names } = await reach(mails.member);
    for (const said of ['Nichtöffentlicher Teil', 'Zuschlag an Firma Geheim', 'Am Rande gesagt'])
      expect(words).toContain(said);
    expect(words).not.toContain('des öffentlichen Teils');
    expect(names).toEqual(['Protokoll 2026-12-10 Sitzung.pdf']);
  });

  it('says before it is sent who gets which part', async () => {
    const { recipients: list, furtherPart } = await recipients();
    expect([furtherPart, ...list.map(({ name, part }) => `${name}: ${part}`)]).toEqual([
      'PUBLIC',
      'Gast: PUBLIC',
      'Mitglied: WHOLE',
    ]);
    const key = list[0]?.key ?? '';
    const mail = await planner.get<ProtocolMailView>(
      `/api/meetings/${meetingId}/protocol/mail?key=${encodeURIComponent(key)}`,
    );
    expect(JSON.stringify(mail.content)).toContain('des öffentlichen Teils');
    expect(mail.attachment).toContain('öffentlicher Teil');
  });

  it('is read in the application by the body as a whole, by other invited as its public part', async () => {
    const read = async (client: SignedIn) => {
      const pdf = await client.raw('GET', `/api/meetings/${meetingId}/protocol.pdf`);
      return [
        JSON.stringify((await protocolOf(client, meetingId)).content),
        readPdf(Buffer.from(await pdf.arrayBuffer())).structure.text,
      ];
    };
    for (const text of await read(guest)) {
      expect(text).not.toMatch(closedWords);
      expect(text).toContain('Der Haushalt wurde beraten.');
    }
    for (const client of [member, planner])
      for (const text of await read(client)) expect(text).toContain('Zuschlag an Firma Geheim.');
  });

  it('stands in the Sitzungsmappe of the next session as far as each reads it', async () => {
    const { id: nextId } = await invitedMeeting(planner, {
      type: 'COMMITTEE',
      title: 'Nächste Sitzung',
      previousMeetingId: meetingId,
      committeeId,
      day: '2027-01-14',
      agenda: [{ title: 'Haushalt', visibility: 'PUBLIC' }],
      invitees: [member, guest].map(({ personId }, index) => ({
        personId,
        mail: `naechste${index}-${bodies}@gremium.test`,
        name: 'Eingeladen',
      })),
    });
    const pack = async (client: SignedIn) => JSON.stringify(await client.get(`/api/meetings/${nextId}/pack`));
    expect(await pack(guest)).not.toMatch(closedWords);
    expect(await pack(guest)).toContain('Der Haushalt wurde beraten.');
    expect(await pack(member)).toContain('Zuschlag an Firma Geheim.');
  });

  it('is the whole for who sat in the body at the session, though no longer today', async () => {
    const [seat] = await committeeSeats(planner, committeeId);
    app.clock.set('2026-12-20T09:00:00Z');
    await signInAgain();
    await endCommitteeSeat(planner, seat?.id ?? '', '2026-12-19');
    const { member: mail } = await sent();
    expect((await reach(mail)).words).toContain('Zuschlag an Firma Geheim');
  });

  it('is one and the same where the session had nothing that was not public', async () => {
    // Of its own: what an earlier session of a body left open behind closed doors would stand in this one.
    const openBody = await committee(planner, { name: `Offener Ausschuss ${bodies}` });
    await committeeSeat(planner, openBody, { personId: member.personId, fromDay: '2024-07-01' });
    const { id } = await invitedMeeting(planner, {
      type: 'COMMITTEE',
      title: 'Offene Sitzung',
      committeeId: openBody,
      day: '2026-12-15',
      agenda: [{ title: 'Haushalt', visibility: 'PUBLIC' }],
      invitees: [{ personId: member.personId, mail: `offen-${bodies}@gremium.test`, name: 'Mitglied' }],
    });
    app.clock.set('2026-12-15T17:00:00Z');
    await signInAgain();
    for (const seat of (await sessionOf(planner, id)).attendance) await attend(planner, id, seat);
    const { agenda } = await staffMeeting(planner, id);
    await minutesLine(planner, id, { text: 'Beraten.', agendaItemId: agenda[0]?.id ?? null });
    await keepCommitteeSession(planner, id, { quorumWords: 'beschlussfähig' });
    expect((await committeeSession(planner, id)).quorumWords).toBe('beschlussfähig');
    await endSession(planner, id);
    await approveMinutes(planner, id);
    const list = await planner.get<ProtocolRecipientsView>(`/api/meetings/${id}/protocol/recipients`);
    expect(list.furtherPart).toBe('WHOLE');
    expect(JSON.stringify((await protocolOf(planner, id)).content)).not.toContain('öffentliche Teil');
  });
});
