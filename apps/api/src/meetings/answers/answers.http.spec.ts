import { Client, refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { JSDOM } from 'jsdom';
import { invitedByMail } from '../../../test/answer-links';
import { readCalendar } from '../../../test/read-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Sessions } from '../../access/session';
import { SESSION_COOKIE } from '../../access/session-cookie';

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

  const invited = (facts: Partial<given.MeetingFacts> = {}) => invitedByMail(app, coordinator, facts);

  const answerOf = async (id: string, mail: string) =>
    (await given.invitationOf(coordinator, id, mail)).answer;

  it('are given without account on a page that says what, when and where', async () => {
    const { id, links } = await invited();
    const link = links['anna@ahornhaus.test'] ?? '';
    const page = await fetch(link);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('Werkstatt &lt;Frühe &amp; Hilfen&gt;');
    expect(text).toContain('Donnerstag, 3. Dezember 2026, 14:00\u2060–\u206016:00\u00A0Uhr');
    expect(text).toContain('Aufzug im Hof');
    for (const label of ['Ich komme', 'Vielleicht', 'Ich kann nicht']) expect(text).toContain(label);
    expect(text).not.toContain('<script');
    expect(page.headers.get('cache-control')).toBe('no-store');

    const answer = await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect(answer.status).toBe(303);
    const saved = new JSDOM(await (await fetch(new URL(answer.headers.get('location') ?? '', link))).text());
    expect(saved.window.document.title).toMatch(/^Gespeichert: /);
    expect(saved.window.document.querySelector('[autofocus]')?.textContent).toContain(
      'Danke, wir freuen uns',
    );
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
});
