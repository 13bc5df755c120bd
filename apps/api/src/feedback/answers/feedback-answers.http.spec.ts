import { simpleParser } from 'mailparser';
import { SaveOrganisation, SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackStep,
  feedbackView,
  linkFeedback,
  triageFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Dispatcher } from '../../outbox/dispatcher';

const CANARY = 'Kanarienvogel';

describe('Whoever gave a Hinweis', () => {
  let app: TestApp;
  let planner: SignedIn;
  let personId: string;
  let fieldId: string;
  const mail = 'petra.weiss@haus.test';

  beforeEach(async () => {
    app = await testApp({ now: '2026-03-12T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    const person = Object.assign(new SavePerson(), {
      salutation: 'Frau',
      givenName: 'Petra',
      familyName: 'Weiß',
      mail,
    });
    personId = (await planner.post<{ id: string }>('/api/people', person)).id;
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  afterEach(() => app.close());

  const decided = async (facts: object = { personId }): Promise<string> => {
    const { id } = await feedback(planner, { text: `Frau ${CANARY} wartet elf Wochen.`, ...facts });
    await triageFeedback(planner, id);
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, {
      decision: 'NOT_INCORPORATED',
      reason: 'Die Praxis entscheidet selbst.',
    });
    return id;
  };

  it('gets the answer by mail, without the name that was removed, and can see the state by its link', async () => {
    const id = await decided();
    const { mailedTo } = await answerFeedback(planner, id, 'Wir sprechen mit der Praxis.');
    expect(mailedTo).toEqual({ address: mail, recallUntil: '2026-03-12T08:01:00.000Z' });
    expect(await lastMailTo(app, mail)).toBeUndefined();
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    const [captured] = app.smtp.mailsTo(mail);
    const bytes = captured?.raw ?? Buffer.alloc(0);
    const sent = await simpleParser(bytes);
    expect(sent.subject).toBe('Ihr Hinweis H-2026-0001: Das wurde daraus');
    for (const part of [sent.text ?? '', sent.html || '']) {
      for (const words of [
        'Guten Tag, Frau Weiß',
        '[entfernt] wartet elf Wochen.',
        'konnten diesen Hinweis nicht aufnehmen',
        'Die Praxis entscheidet selbst.',
        'Wir sprechen mit der Praxis.',
      ]) {
        expect(part).toContain(words);
      }
      expect(part).not.toContain(CANARY);
    }

    const path = /\/hinweis\/[\w-]{43}/.exec(sent.text ?? '')?.[0] ?? '';
    const page = await fetch(app.url + path);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const words of [
      'H-2026-0001',
      '12. März 2026',
      'Wir sprechen mit der Praxis.',
      'Die Praxis entscheidet selbst.',
      '[entfernt] wartet',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain(CANARY);
    expect(html).not.toContain('<script');
    expect((await fetch(`${app.url}/hinweis/${'A'.repeat(43)}`)).status).toBe(404);
    expect((await fetch(`${app.url}/hinweis/kurz`)).status).toBe(404);
    expect(await refusalOf(feedbackStep(planner, id, 'undo'))).toBe('feedback-already-answered');
    expect((await feedbackView(planner, id)).undo).toBeNull();
  });

  it('gets no answer that was taken back within the minute', async () => {
    const id = await decided();
    await answerFeedback(planner, id, 'Zu schnell.');
    expect((await feedbackView(planner, id)).undo).toBe('answer');
    await feedbackStep(planner, id, 'undo');
    expect(await feedbackView(planner, id)).toMatchObject({ state: 'DECIDED', answer: '', answeredAt: null });
    app.clock.pass(5, 'minutes');
    expect(await lastMailTo(app, mail)).toBeUndefined();
    await answerFeedback(planner, id, 'Mit Bedacht.');
    app.clock.pass(2, 'minutes');
    expect((await lastMailTo(app, mail))?.text).toContain('Mit Bedacht.');
    expect(app.smtp.mails).toHaveLength(1);
  });

  it('gets a receipt that says nothing of the text; its page hides decision and text until they are there', async () => {
    const { id } = await feedback(planner, {
      text: `Frau ${CANARY} wartet elf Wochen.`,
      personId,
      acknowledge: true,
    });
    const receipt = await lastMailTo(app, mail);
    expect(receipt?.subject).toBe('Ihr Hinweis H-2026-0001 ist angekommen');
    expect(receipt?.text).not.toMatch(/Wochen|Kanarien/);
    const page = async (): Promise<string> =>
      (await fetch(app.url + (receipt?.paths.find((path) => path.startsWith('/hinweis/')) ?? ''))).text();
    expect(await page()).toContain('Ihr Hinweis ist eingegangen.');
    expect(await page()).not.toMatch(/Wochen|Kanarien/);
    await triageFeedback(planner, id);
    expect(await page()).toContain('[entfernt] wartet elf Wochen.');
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'NOTED', reason: 'Vorerst intern' });
    await feedbackStep(planner, id, 'undo');
    expect(await page()).not.toContain('Vorerst intern');
    app.clock.pass(800, 'days');
    expect(await page()).toContain('Dieser Link gilt nicht mehr');
  });

  it('is reached at the mailbox of the organisation, or not at all', async () => {
    const organisation = Object.assign(new SaveOrganisation(), {
      name: 'Ahornhaus',
      functionMailbox: 'buero@ahornhaus.test',
    });
    const { id: organisationId } = await planner.post<{ id: string }>('/api/organisations', organisation);
    expect(
      (await answerFeedback(planner, await decided({ organisationId }), 'Danke.')).mailedTo?.address,
    ).toBe('buero@ahornhaus.test');
    expect((await answerFeedback(planner, await decided({}), 'Danke.')).mailedTo).toBeNull();
    expect((await answerFeedback(planner, await decided(), 'Danke.', false)).mailedTo).toBeNull();
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mails.map((it) => it.to)).toEqual([['buero@ahornhaus.test']]);
  });
});
