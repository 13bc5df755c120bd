import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import { organisation } from '@runder-tisch/scenario/actors';
import { Client, refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { readCalendar, type ReadMail, readMail } from '../../../test/read-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { SESSION_COOKIE, Sessions } from '../../access/session';
import { MailLinks } from '../../access/mail-links';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Dispatcher } from '../../outbox/dispatcher';
import { Invitation } from '../invitation.entity';

const unfolded = (mail: ReadMail | undefined): string =>
  (mail?.calendar?.text ?? '').replace(/\r\n[ \t]/g, '');

describe('Answers to an invitation', () => {
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
  afterAll(() => app.close());

  /** A meeting with mails out of the house; the links by address. */
  async function invited(
    facts: Partial<given.MeetingFacts> = {},
  ): Promise<{ id: string; links: Record<string, string> }> {
    const { id } = await given.invitedMeeting(coordinator, {
      title: 'Werkstatt <Frühe & Hilfen>',
      day: '2026-12-03',
      accessibility: 'Aufzug im Hof',
      invitees: ['anna@ahornhaus.test', 'jan@birkenhof.test'],
      ...facts,
    });
    // On a busy machine a connection may time out; the outbox then tries again a little later.
    for (let round = 0; round < 5 && (await waiting()); round += 1) {
      app.clock.pass(1, 'minutes');
      await app.get(Dispatcher).runOnce();
    }
    const mails = await Promise.all(app.smtp.mails.map(readMail));
    app.smtp.clear();
    return { id, links: Object.fromEntries(mails.map((mail) => [mail.to, mail.answerLink ?? ''])) };
  }

  /** Links of a meeting without its mails, where sending them all would only take time. */
  function linksOf(meetingId: string): Promise<Record<string, string>> {
    const expiresAt = new Date('2027-01-01T00:00:00Z');
    return app.get(Database).write(systemViewer, 'test', async (tx) => {
      const links: Record<string, string> = {};
      for (const { id, mail } of await tx.findBy(Invitation, { meetingId })) {
        const to = {
          purpose: 'answer',
          personId: null,
          objectKind: 'invitation',
          objectId: id,
          expiresAt,
        } as const;
        links[mail] = `${app.url}/antwort/${await app.get(MailLinks).create(tx, to)}`;
      }
      return links;
    });
  }

  /** What went out to somebody since the last look. */
  async function mailTo(address: string): Promise<ReadMail | undefined> {
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    const mails = await Promise.all(app.smtp.mails.map(readMail));
    app.smtp.clear();
    return mails.find((mail) => mail.to === address);
  }

  async function waiting(): Promise<boolean> {
    const rows = await app.database.rows(
      `select 1 from outbox_message where purpose = 'invitation' and state in ('QUEUED', 'SENDING') limit 1`,
    );
    return rows.length > 0;
  }

  const answerOf = async (id: string, mail: string) =>
    (await given.invitationOf(coordinator, id, mail)).answer;

  it('are given without account on a page that says what, when and where', async () => {
    const { id, links } = await invited();
    const link = links['anna@ahornhaus.test'] ?? '';
    const page = await fetch(link);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('Werkstatt &lt;Frühe &amp; Hilfen&gt;');
    expect(text).toContain('Donnerstag, 3. Dezember 2026, 14:00–16:00 Uhr');
    expect(text).toContain('Aufzug im Hof');
    for (const label of ['Ich komme', 'Vielleicht', 'Ich kann nicht']) expect(text).toContain(label);
    expect(text).not.toContain('<script');
    expect(page.headers.get('cache-control')).toBe('no-store');

    const answer = await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, new URL(link).pathname]);
    await given.answerByLink(link, {
      answer: 'ACCEPTED',
      companions: '2',
      needs: 'Gebärdensprache',
      message: 'Bis bald',
    });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      channel: 'LINK',
      companions: 2,
      needs: 'Gebärdensprache',
      message: 'Bis bald',
    });
    const after = await (await fetch(link)).text();
    expect(after).toContain('Danke, wir freuen uns auf Sie.');
    expect(after).toContain('bis zum Beginn am <strong>3. Dezember 2026, 14:00 Uhr</strong>');

    await given.answerByLink(link, { answer: 'DECLINED' });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'DECLINED',
      companions: 0,
      message: 'Bis bald',
    });
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])(
    'are not given by %s: mail gateways open every link',
    async (method) => {
      const { id, links } = await invited();
      const link = links['anna@ahornhaus.test'] ?? '';
      await fetch(`${link}?answer=ACCEPTED`, { method });
      await fetch(`${link}/termin.ics`, { method });
      const invitation = await given.invitationOf(coordinator, id, 'anna@ahornhaus.test');
      expect(invitation).toMatchObject({
        answer: 'NEEDS_ACTION',
        version: invitation.version,
        answeredAt: null,
      });
      const events = await app.database.rows<{ count: number }>(
        `select count(*)::int as count from audit_event where object_id = $1 and use_case like '%answer%'`,
        [invitation.id],
      );
      expect(events[0]?.count).toBe(0);
    },
  );

  /** Days later the session has ended, the person is the same. */
  async function signedInAgain({ accountId }: SignedIn): Promise<Client> {
    const { token } = await app.get(Sessions).open(accountId);
    return new Client(app.url, `${SESSION_COOKIE}=${token}`);
  }

  it('hold only for the person of the link', async () => {
    const first = await invited();
    const second = await invited();
    await given.answerByLink(first.links['anna@ahornhaus.test'] ?? '', { answer: 'ACCEPTED' });
    expect(await answerOf(first.id, 'jan@birkenhof.test')).toBe('NEEDS_ACTION');
    expect(await answerOf(second.id, 'anna@ahornhaus.test')).toBe('NEEDS_ACTION');
  });

  it('are refused in a friendly page for a foreign, bent or expired link', async () => {
    const { links } = await invited();
    const link = links['anna@ahornhaus.test'] ?? '';
    for (const bent of [
      `${link.slice(0, -1)}`,
      `${link.slice(0, -2)}xx`,
      `${app.url}/antwort/${'a'.repeat(43)}`,
      `${app.url}/antwort/%00`,
    ]) {
      const page = await fetch(bent);
      const answer = await given.answerByLink(bent, { answer: 'ACCEPTED' });
      expect(page.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    expect(await (await fetch(`${link.slice(0, -1)}`)).text()).toContain('Diesen Link kennen wir nicht');
    app.clock.set('2027-01-03T09:00:00+01:00');
    const late = await fetch(link);
    expect([late.status, (await late.text()).includes('Dieser Link gilt nicht mehr')]).toEqual([410, true]);
  });

  it('end with the beginning of the meeting', async () => {
    const { id, links } = await invited();
    const link = links['anna@ahornhaus.test'] ?? '';
    app.clock.set('2026-12-03T13:59:59+01:00');
    expect((await given.answerByLink(link, { answer: 'TENTATIVE' })).status).toBe(303);
    app.clock.set('2026-12-03T14:00:00+01:00');
    const late = await given.answerByLink(link, { answer: 'DECLINED' });
    expect([late.status, (await late.text()).includes('schon begonnen')]).toEqual([409, true]);
    coordinator = await signedIn(app, 'planner');
    expect(await answerOf(id, 'anna@ahornhaus.test')).toBe('TENTATIVE');
  });

  it('are not taken for a cancelled meeting, and the page says so', async () => {
    const { id, links } = await invited();
    const link = links['anna@ahornhaus.test'] ?? '';
    await given.cancelMeeting(coordinator, id, 'Der Saal ist gesperrt.');
    const page = await (await fetch(link)).text();
    expect(page).toContain('abgesagt');
    expect(page).toContain('Der Saal ist gesperrt.');
    expect(page).not.toContain('Ich komme');
    expect((await given.answerByLink(link, { answer: 'ACCEPTED' })).status).toBe(409);
  });

  it('without a word in them are refused in the page, whatever the form was sent as', async () => {
    const { id, links } = await invited();
    const link = links['anna@ahornhaus.test'] ?? '';
    const bodies: RequestInit[] = [
      {},
      { body: 'answer=ACCEPTED', headers: { 'Content-Type': 'text/plain' } },
      { body: '{"answer":["ACCEPTED"]}', headers: { 'Content-Type': 'application/json' } },
    ];
    for (const body of bodies) {
      const refused = await fetch(link, { method: 'POST', redirect: 'manual', ...body });
      expect([refused.status, (await refused.text()).includes('Kommen Sie?')]).toEqual([400, true]);
    }
    expect(await answerOf(id, 'anna@ahornhaus.test')).toBe('NEEDS_ACTION');
  });

  it('show nothing of a meeting somebody is no longer invited to but that it is so', async () => {
    const { id, links } = await invited({
      onlineLink: 'https://raum.test/geheim',
      invitationText: 'Streng intern.',
    });
    const link = links['anna@ahornhaus.test'] ?? '';
    expect(await (await fetch(link)).text()).toContain('raum.test/geheim');
    await given.withdraw(coordinator, (await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).id);
    const page = await (await fetch(link)).text();
    expect(page).toContain('Diese Einladung wurde zurückgenommen.');
    expect(page).not.toMatch(/raum\.test|Streng intern|Tagesordnung/);
  });

  it('to a cancelled meeting leave no file that puts it back into the calendar', async () => {
    const { id, links } = await invited();
    const file = `${links['anna@ahornhaus.test']}/termin.ics`;
    expect((await fetch(file)).status).toBe(200);
    await given.cancelMeeting(coordinator, id);
    expect((await fetch(file)).status).toBe(404);
  });

  it('of one’s own are not passed off as a phone call once the meeting began', async () => {
    const provider = await signedIn(app, 'provider');
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [{ mail: 'selbst@rolle.test', name: 'Selbst', personId: provider.personId }],
    });
    const own = await given.invitationOf(coordinator, id, 'selbst@rolle.test');
    app.clock.set('2026-12-03T14:30:00+01:00');
    const late = (await signedInAgain(provider)).post(`/api/invitations/${own.id}/answer`, {
      answer: 'ACCEPTED',
      channel: 'PHONE',
    });
    expect(await refusalOf(late)).toBe('answer-after-start');
  });

  it('come back with the field that is wrong and everything that was typed', async () => {
    const { links } = await invited();
    const link = links['anna@ahornhaus.test'] ?? '';
    await given.answerByLink(link, { answer: 'ACCEPTED' });
    const refused = await given.answerByLink(link, {
      answer: 'ACCEPTED',
      companions: '99',
      message: 'Gruß & Kuss',
    });
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain('Höchstens 20 Begleitpersonen');
    expect(page).toContain('Gruß &amp; Kuss');
    expect((await given.answerByLink(link, { answer: 'PERHAPS' })).status).toBe(400);
    expect((await given.answerByLink(link, { answer: 'ACCEPTED', message: 'x'.repeat(20_000) })).status).toBe(
      400,
    );
    expect((await given.answerByLink(link, { answer: 'ACCEPTED', message: 'a\u0000b' })).status).toBe(400);
  });

  it('can be put into a calendar by a file that names nobody', async () => {
    const { links } = await invited();
    const response = await fetch(`${links['anna@ahornhaus.test']}/termin.ics`);
    expect(response.headers.get('content-type')).toContain('text/calendar');
    const read = readCalendar(await response.text());
    expect(read).toMatchObject({ method: 'PUBLISH', attendees: [], start: new Date('2026-12-03T13:00:00Z') });
  });

  it('by phone, mail or in person are entered with their channel and can be taken back', async () => {
    const { id } = await invited();
    const anna = await given.invitationOf(coordinator, id, 'anna@ahornhaus.test');
    expect(
      await refusalOf(given.enterAnswer(coordinator, anna.id, { answer: 'ACCEPTED', channel: null })),
    ).toBe('answer-channel-needed');
    await given.enterAnswer(coordinator, anna.id, { answer: 'ACCEPTED', channel: 'PHONE', companions: 1 });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      channel: 'PHONE',
      enteredBy: 'Test coordinator',
    });
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({
      accepted: 1,
      seats: 2,
      open: 1,
    });
    await coordinator.post(`/api/invitations/${anna.id}/clear-answer`);
    expect(await answerOf(id, 'anna@ahornhaus.test')).toBe('NEEDS_ACTION');
  });

  it('without an answer in them are refused by the API too', async () => {
    const { id } = await invited();
    const { id: invitationId } = await given.invitationOf(coordinator, id, 'anna@ahornhaus.test');
    const nothing = given.enterAnswer(coordinator, invitationId, { channel: 'PHONE' } as never);
    expect(await refusalOf(nothing)).toBe('invalid-input');
    expect(await answerOf(id, 'anna@ahornhaus.test')).toBe('NEEDS_ACTION');
  });

  it('fill the places exactly, however many press at once; the others wait in order', async () => {
    const mails = Array.from({ length: 120 }, (_, index) => `gast${index}@ulme.example`);
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      capacity: 45,
      invitees: mails,
    });
    const links = await linksOf(id);
    const answers = await Promise.all(
      mails.map((mail, index) =>
        given.answerByLink(links[mail] ?? '', {
          answer: 'ACCEPTED',
          companions: String(index % 3 === 0 ? 1 : 0),
        }),
      ),
    );
    expect(answers.filter((it) => it.status !== 303)).toEqual([]);
    const { counts, invitations } = await given.staffMeeting(coordinator, id);
    expect(counts).toMatchObject({
      seats: 45,
      open: 0,
      accepted: counts.accepted,
      waiting: 120 - counts.accepted,
    });
    const places = invitations.flatMap((it) => it.waitingPlace ?? []).sort((a, b) => a - b);
    expect(places).toEqual(places.map((_, index) => index + 1));
  });

  it('put who comes too late on the waiting list; a free place goes to the first with a mail and a calendar part', async () => {
    const mails = ['anna', 'bela', 'cem', 'dora'].map((name) => `${name}@ulme.test`);
    const { id, links } = await invited({ capacity: 2, invitees: mails });
    const [anna = '', bela = '', cem = '', dora = ''] = mails.map((mail) => links[mail]);
    for (const link of [anna, bela]) await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect(await (await fetch(cem)).text()).toContain('Alle Plätze sind vergeben');
    for (const link of [cem, dora]) await given.answerByLink(link, { answer: 'ACCEPTED' });
    const waits = await (await fetch(dora)).text();
    expect(waits).toContain('Sie stehen auf Platz 2 der Warteliste');
    expect(waits).not.toContain('Kalenderdatei herunterladen');

    const more = await given.answerByLink(anna, { answer: 'ACCEPTED', companions: '1' });
    expect([more.status, (await more.text()).includes('Ihr eigener Platz bleibt Ihnen')]).toEqual([
      409,
      true,
    ]);
    const dorasId = (await given.invitationOf(coordinator, id, 'dora@ulme.test')).id;
    await coordinator.post(`/api/invitations/${dorasId}/waiting-place`, { place: 1 });

    await given.answerByLink(anna, { answer: 'DECLINED' });
    expect(await given.invitationOf(coordinator, id, 'dora@ulme.test')).toMatchObject({ waitingPlace: null });
    expect(await given.invitationOf(coordinator, id, 'cem@ulme.test')).toMatchObject({ waitingPlace: 1 });
    const mail = await mailTo('dora@ulme.test');
    expect(mail?.subject).toContain('Sie haben einen Platz');
    expect(mail?.calendar).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      attendees: ['mailto:dora@ulme.test'],
    });
    expect(unfolded(mail)).toContain('PARTSTAT=ACCEPTED');

    await given.changeMeeting(coordinator, id, { capacity: 3 });
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ accepted: 3, waiting: 0 });
    expect(await refusalOf(coordinator.post(`/api/invitations/${dorasId}/waiting-place`, { place: 1 }))).toBe(
      'not-waiting',
    );
  });

  it('noted by the office for a full meeting tell the person that they wait', async () => {
    const { id, links } = await invited({ capacity: 1, invitees: ['anna@ulme.test', 'bela@ulme.test'] });
    await given.answerByLink(links['anna@ulme.test'] ?? '', { answer: 'ACCEPTED' });
    const bela = await given.invitationOf(coordinator, id, 'bela@ulme.test');
    await given.enterAnswer(coordinator, bela.id, { answer: 'ACCEPTED', channel: 'PHONE' });
    const mail = await mailTo('bela@ulme.test');
    expect(mail?.subject).toContain('Warteliste');
    expect(unfolded(mail)).toContain('PARTSTAT=TENTATIVE');
    await given.withdraw(coordinator, (await given.invitationOf(coordinator, id, 'anna@ulme.test')).id);
    expect(await given.invitationOf(coordinator, id, 'bela@ulme.test')).toMatchObject({ waitingPlace: null });
  });

  it('in place of somebody keep the seat; a deputy with an address gets an invitation of their own', async () => {
    const { id, links } = await invited({ capacity: 1 });
    const link = links['anna@ahornhaus.test'] ?? '';
    const nameless = await given.answerByLink(link, { answer: 'ACCEPTED', deputy: 'ja', deputyName: ' ' });
    expect([nameless.status, (await nameless.text()).includes('Namen der Vertretung')]).toEqual([400, true]);
    await given.answerByLink(link, { answer: 'ACCEPTED', deputy: 'ja', deputyName: 'Mia Vogt' });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      deputyName: 'Mia Vogt',
      represented: false,
    });

    await given.answerByLink(link, {
      answer: 'ACCEPTED',
      deputy: 'ja',
      deputyName: 'Mia Vogt',
      deputyMail: 'Mia@ahornhaus.test',
    });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'DECLINED',
      represented: true,
    });
    expect(await given.invitationOf(coordinator, id, 'mia@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      represents: 'anna@ahornhaus.test',
    });
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ seats: 1, waiting: 0 });
    const mail = await mailTo('mia@ahornhaus.test');
    expect(mail?.subject).toContain('Einladung in Vertretung');
    const calendar = unfolded(mail);
    expect(calendar).toContain('DELEGATED-FROM="mailto:anna@ahornhaus.test"');
    expect(calendar).toContain(':mailto:mia@ahornhaus.test');
    expect(await (await fetch(link)).text()).toContain('Mia Vogt kommt in Ihrer Vertretung');

    await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      deputyName: '',
      waitingPlace: null,
    });
    expect((await mailTo('mia@ahornhaus.test'))?.subject).toContain('Einladung zurückgenommen');
  });

  it('from a function mailbox name who comes, and each has a seat', async () => {
    const organisationId = await organisation(coordinator, { name: 'Ahornhaus (Demo)' });
    const { id, links } = await invited({
      invitees: [{ organisationId, mail: 'info@ahornhaus.test', name: 'Ahornhaus (Demo)' }],
    });
    const link = links['info@ahornhaus.test'] ?? '';
    await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect(await (await fetch(link)).text()).toContain('Wer kommt?');
    await given.answerByLink(link, { answer: 'ACCEPTED', coming: 'Mia Vogt\n\n Jan Lind ' });
    expect(await given.invitationOf(coordinator, id, 'info@ahornhaus.test')).toMatchObject({
      coming: ['Mia Vogt', 'Jan Lind'],
      companions: 1,
    });
    app.clock.set('2026-12-03T14:00:00+01:00');
    const planner = await signedIn(app, 'planner');
    const { attendance } = await planner.get<RunningMeetingView>(`/api/meetings/${id}/session`);
    expect(attendance[0]).toMatchObject({ name: 'Mia Vogt, Jan Lind', organisation: 'Ahornhaus (Demo)' });
  });
});
