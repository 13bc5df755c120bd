import fc from 'fast-check';
import type { InboxMailItem, InboxPart, InboxStateView } from '@runder-tisch/domain/inbox';
import type { Page } from '@runder-tisch/domain/lists';
import type { StaffMeetingView } from '@runder-tisch/domain/meetings';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import * as given from '@runder-tisch/scenario/meetings';
import { bounce, fresh } from '../../test/imap/inbox-mails';
import { type TestImap, testImap } from '../../test/imap/test-imap';
import { replyFamilies, type ReplyFacts, wordsMail } from '../../test/mails/reply-mails';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { Dispatcher } from '../outbox/dispatcher';
import { Settings } from '../settings/settings';
import { inboxFolders, InboxPoll } from './inbox-poll';

const IDA = 'ida@linde.test';
const JAN = 'jan@birke.test';
const OFFICE = 'buero@landkreis.test';

describe('The inbox', () => {
  let app: TestApp;
  let imap: TestImap;
  let coordinator: SignedIn;
  let meetingId: string;
  let reply: ReplyFacts;

  beforeAll(async () => {
    imap = await testImap();
    app = await testApp({ imapUrl: imap.url });
    const county = Object.assign(new SaveSettings(), {
      countyName: 'Landkreis Musterland',
      senderName: 'Sozialplanung Musterland',
      senderAddress: 'runder-tisch@landkreis.test',
      replyAddress: OFFICE,
    });
    await app.get(Database).write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, county));
  });
  beforeEach(async () => {
    imap.behave(null);
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
    ({ meetingId, reply } = await invited([IDA, JAN]));
    await later('2026-11-24T18:00:00+01:00');
  });
  afterAll(async () => {
    await app.close();
    await imap.close();
  });

  async function later(moment: string): Promise<void> {
    app.clock.set(moment);
    coordinator = await signedInAgain(app, coordinator);
  }
  async function invited(invitees: string[]): Promise<{ meetingId: string; reply: ReplyFacts }> {
    const { id } = await given.invitedMeeting(coordinator, { day: '2026-12-03', invitees });
    const [mail] = await app.database.rows<{ uid: string }>(
      `select split_part(order_key, ' ', 1) as uid from outbox_message where object_id in (select id from invitation where meeting_id = $1) limit 1`,
      [id],
    );
    const uid = mail?.uid ?? '';
    return {
      meetingId: id,
      reply: { uid, attendee: IDA, partstat: 'ACCEPTED', dtstamp: '20261123T080000Z' },
    };
  }
  const poll = () => app.get(InboxPoll).runOnce();
  const entered = (mail = IDA) => given.invitationOf(coordinator, meetingId, mail);
  const answer = async (mail = IDA) => (await entered(mail)).answer;
  const listed = async (part: InboxPart = 'WAITING', who = coordinator): Promise<InboxMailItem[]> =>
    (await who.get<Page<InboxMailItem>>(`/api/inbox?part=${part}&meetingId=${meetingId}&limit=100`)).items;
  const asked = async (): Promise<InboxMailItem> => {
    const [first, second] = await listed();
    if (!first || second) throw new Error('There is not exactly one question.');
    return first;
  };
  async function came(...mails: Buffer[]): Promise<void> {
    for (const mail of mails) imap.deliver(fresh(mail));
    await poll();
  }
  const accept = (id: string, said: string | null = null) =>
    coordinator.post<InboxMailItem>(`/api/inbox/${id}/accept`, { answer: said });
  const at = (time: string, day = 24): Pick<ReplyFacts, 'dtstamp' | 'date'> => ({
    dtstamp: `202611${day}T${time.replace(':', '')}00Z`,
    date: `Tue, ${day} Nov 2026 ${time}:00 +0000`,
  });
  const { outlook, groupware, thunderbird } = replyFamilies;

  it('is the address new meetings are answered to, and then another time may be proposed', async () => {
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    const raw = app.smtp.mailsTo(IDA).at(-1)?.raw.toString('latin1') ?? '';
    expect(raw).toContain(`Reply-To: Test coordinator <${imap.address}>`);
    const ics = Buffer.from(
      /filename=invite\.ics[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? '',
      'base64',
    )
      .toString('utf8')
      .replace(/\r\n /g, '');
    expect(ics).toContain(`mailto:${imap.address}`);
    expect(ics).not.toContain('DISALLOW-COUNTER');
  });

  describe.each(Object.entries(replyFamilies))('reads %s:', (_name, family) => {
    it.each(['ACCEPTED', 'TENTATIVE', 'DECLINED'])(
      '%s stands on the page of the meeting',
      async (partstat) => {
        await came(family({ ...reply, partstat, ...at('10:00') }));
        expect(await entered()).toMatchObject({
          answer: partstat,
          channel: 'CALENDAR',
          enteredBy: 'Posteingang',
        });
        expect(imap.mails()).toEqual([]);
        expect(await listed()).toEqual([]);
      },
    );

    it.each([
      ['ACCEPTED', 'DECLINED'],
      ['DECLINED', 'ACCEPTED'],
      ['TENTATIVE', 'DECLINED'],
    ])('the later of %s and %s counts, in whatever order they come', async (first, second) => {
      const mails = [
        family({ ...reply, partstat: first, ...at('10:00') }),
        family({ ...reply, partstat: second, ...at('10:05') }),
      ];
      await came(...mails);
      expect(await answer()).toBe(second);
      const other = await invited([IDA, JAN]);
      meetingId = other.meetingId;
      const again = [
        family({ ...other.reply, partstat: second, ...at('19:05') }),
        family({ ...other.reply, partstat: first, ...at('19:00') }),
      ];
      await came(...again);
      expect(await answer()).toBe(second);
    });
  });

  it('ends in the same state whatever order the answers come in', async () => {
    const families = Object.values(replyFamilies);
    const said = fc.record({
      family: fc.integer({ min: 0, max: families.length - 1 }),
      partstat: fc.constantFrom('ACCEPTED', 'TENTATIVE', 'DECLINED'),
      minute: fc.integer({ min: 10, max: 50 }),
      // Outlook for Mac and iOS repeat the stamp of the invitation.
      repeats: fc.boolean(),
    });
    const some = fc.uniqueArray(said, { minLength: 2, maxLength: 4, selector: ({ minute }) => minute });
    await fc.assert(
      fc.asyncProperty(
        some.chain((answers) =>
          fc.tuple(
            fc.constant(answers),
            fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length }),
          ),
        ),
        async ([answers, shuffled]) => {
          const state = async (order: typeof answers) => {
            await later('2026-11-23T09:00:00+01:00');
            const world = await invited([IDA, JAN]);
            meetingId = world.meetingId;
            await later('2026-11-24T18:00:00+01:00');
            for (const { family, partstat, minute, repeats } of [...order, ...order.slice(0, 1)]) {
              const times = at(`09:${minute}`);
              const facts = { ...world.reply, partstat, ...times };
              imap.deliver(
                fresh(
                  families[family]?.(repeats ? { ...facts, dtstamp: '20261123T080000Z' } : facts) as Buffer,
                ),
              );
            }
            await poll();
            return { answer: await answer(), waits: (await listed()).length };
          };
          const last = [...answers].sort((one, other) => other.minute - one.minute)[0];
          const inOrder = await state(answers);
          expect(await state(shuffled)).toEqual(inOrder);
          expect(inOrder).toEqual({ answer: last?.partstat, waits: 0 });
        },
      ),
      { numRuns: 8, seed: 20261124 },
    );
  });

  it('asks the office where two answers of one moment differ, in either order, and a later one settles it', async () => {
    for (const [first, second] of [
      ['ACCEPTED', 'DECLINED'],
      ['DECLINED', 'ACCEPTED'],
    ] as const) {
      const world = await invited([IDA, JAN]);
      meetingId = world.meetingId;
      const facts = { ...world.reply, dtstamp: '20261123T080000Z', date: 'Tue, 24 Nov 2026 18:30:00 +0100' };
      await came(outlook({ ...facts, partstat: first }), outlook({ ...facts, partstat: second }));
      expect(await answer()).toBe(first);
      expect(await asked()).toMatchObject({ kind: 'DIFFERS', entered: first, answer: second });
      if (first === 'ACCEPTED') {
        await accept((await asked()).id);
        expect(await answer()).toBe(second);
      } else {
        await came(outlook({ ...facts, partstat: 'TENTATIVE', date: 'Tue, 24 Nov 2026 18:31:00 +0100' }));
        expect(await answer()).toBe('TENTATIVE');
      }
      expect(await listed()).toEqual([]);
    }
  });

  it('asks before somebody answers for another, and knows the sender from then on', async () => {
    const assistant = 'vorzimmer@linde.test';
    await came(groupware({ ...reply, ...at('10:00'), from: assistant }));
    expect(await answer()).toBe('NEEDS_ACTION');
    const question = await asked();
    expect(question).toMatchObject({ kind: 'OTHER_SENDER', fromMail: assistant, answer: 'ACCEPTED' });
    expect(await accept(question.id)).toMatchObject({ state: 'ACCEPTED', decidedBy: 'Test coordinator' });
    expect(await entered()).toMatchObject({ answer: 'ACCEPTED', enteredBy: 'Test coordinator' });
    await came(groupware({ ...reply, partstat: 'DECLINED', ...at('11:00'), from: assistant }));
    expect(await answer()).toBe('DECLINED');
    // Nobody else is vouched for by that.
    await came(groupware({ ...reply, ...at('12:00'), from: 'fremd@linde.test' }));
    expect(await answer()).toBe('DECLINED');
  });

  it('believes the mailbox of the organisation somebody comes for', async () => {
    const organisation = await coordinator.post<{ id: string }>('/api/organisations', {
      ...(await organisationFacts()),
    });
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [{ mail: IDA, name: 'Ida', onBehalfOfId: organisation.id }],
    });
    meetingId = id;
    const facts = { ...reply, uid: reply.uid.replace(/^[^@]+/, id), ...at('17:30') };
    await came(groupware({ ...facts, from: 'post@ulme-verein.test' }));
    expect(await answer()).toBe('ACCEPTED');
  });
  async function organisationFacts(): Promise<object> {
    const { SaveOrganisation } = await import('@runder-tisch/domain/actors/actors-requests');
    return Object.assign(new SaveOrganisation(), {
      name: `Ulme ${Math.random()}`,
      functionMailbox: 'post@ulme-verein.test',
    });
  }

  it('asks whether a stranger is to be invited, and then their answer counts', async () => {
    const mail = 'neu@erle.test';
    await came(groupware({ ...reply, attendee: mail, ...at('10:00') }));
    const question = await asked();
    expect(question).toMatchObject({ kind: 'STRANGER', answer: 'ACCEPTED' });
    expect(await accept(question.id)).toMatchObject({ state: 'ACCEPTED' });
    expect(await answer(mail)).toBe('ACCEPTED');
  });

  it('keeps another time that is proposed with the person and on the page until somebody has seen it', async () => {
    await came(
      groupware({
        ...reply,
        method: 'COUNTER',
        partstat: 'TENTATIVE',
        ...at('10:00'),
        comment: 'Lieber später',
      }),
    );
    const question = await asked();
    expect(question).toMatchObject({
      kind: 'PROPOSAL',
      says: expect.stringContaining('schlägt eine andere Zeit vor'),
    });
    expect((await entered()).message).toContain('Anderer Terminvorschlag');
    expect(await answer()).toBe('NEEDS_ACTION');
    await coordinator.post(`/api/inbox/${question.id}/drop`);
    expect(await listed()).toEqual([]);
    await coordinator.post(`/api/inbox/${question.id}/reopen`);
    expect(await listed()).toHaveLength(1);
  });

  it('lets somebody send another person, who gets an invitation of their own', async () => {
    await came(
      groupware({
        ...reply,
        partstat: 'DELEGATED;DELEGATED-TO="mailto:vera@linde.test"',
        ...at('10:00'),
      }),
    );
    expect(await entered()).toMatchObject({
      answer: 'DECLINED',
      deputyName: 'vera@linde.test',
      represented: true,
    });
    expect(await answer('vera@linde.test')).toBe('ACCEPTED');
  });

  it('changes nothing for a notice of absence, a delivery receipt or a reply to a cancelled meeting', async () => {
    const before = await entered();
    await came(
      wordsMail({
        from: IDA,
        text: 'Ich bin bis Montag nicht da.',
        headers: ['Auto-Submitted: auto-replied'],
      }),
    );
    expect(await entered()).toEqual(before);
    await coordinator.post(
      `/api/meetings/${meetingId}/cancel`,
      { reason: 'Krankheit' },
      (await given.staffMeeting(coordinator, meetingId)).version,
    );
    await came(groupware({ ...reply, ...at('10:00') }));
    expect(await answer()).toBe('NEEDS_ACTION');
    expect(await listed()).toEqual([]);
  });

  it('passes a mail in words on to whoever invited, asks what it says, and keeps which mail it answers', async () => {
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    const [sent] = await app.database.rows<{ id: string; message: string }>(
      `select id, message_id as message from outbox_message where to_address = $1 order by position desc limit 1`,
      [IDA],
    );
    const text = 'Ich komme, brauche aber einen Aufzug.';
    await came(wordsMail({ from: IDA, text, headers: [`In-Reply-To: ${sent?.message ?? ''}`] }));
    const question = await asked();
    expect(question).toMatchObject({ kind: 'WORDS', text, about: { path: `/termine/${meetingId}` } });
    const [row] = await app.database.rows(`select answered_mail_id as id from inbox_mail where id = $1`, [
      question.id,
    ]);
    expect(row).toEqual({ id: sent?.id });
    await app.get(Dispatcher).runOnce();
    const forwarded = app.smtp.mailsTo(question.forwardedTo).at(-1)?.raw.toString('utf8') ?? '';
    expect(forwarded).toContain('Subject: WG: Re: Einladung');
    expect(forwarded).toContain(`Reply-To: Anna Berg <${IDA}>`);
    expect(forwarded).toContain('message/rfc822');
    await expect(accept(question.id)).rejects.toMatchObject({ problem: { code: 'inbox-answer-needed' } });
    await accept(question.id, 'ACCEPTED');
    expect(await entered()).toMatchObject({ answer: 'ACCEPTED', channel: 'MAIL', message: text });
    await expect(accept(question.id, 'DECLINED')).rejects.toMatchObject({
      problem: { code: 'inbox-decided' },
    });
  });

  it('passes a mail that answers nothing on to the office, once', async () => {
    const subject = `Frage zur Förderung 4711`;
    const mail = fresh(wordsMail({ from: 'frau.neu@erle.test', subject, text: 'Wen kann ich fragen?' }));
    imap.deliver(mail);
    imap.deliver(mail);
    await poll();
    await app.get(Dispatcher).runOnce();
    const arrived = app.smtp.mailsTo(OFFICE).filter(({ raw }) => raw.toString('latin1').includes('4711'));
    expect(arrived).toHaveLength(1);
    expect(imap.mails()).toEqual([]);
    const { items } = await coordinator.get<Page<InboxMailItem>>(`/api/inbox?part=MAILS&search=Förderung`);
    expect(items.at(0)).toMatchObject({ state: 'DONE', forwardedTo: OFFICE, kind: 'MAIL' });
  });

  it('marks an address its server calls unknown, at the mail and in the list to work off', async () => {
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    const [sent] = await app.database.rows<{ message: string }>(
      `select message_id as message from outbox_message where to_address = $1 order by position desc limit 1`,
      [JAN],
    );
    await came(bounce(JAN, sent?.message ?? ''));
    expect((await entered(JAN)).mailState).toMatchObject({ state: 'REFUSED' });
    type Bounced = { mail: string; reason: string };
    const list = () => coordinator.get<Page<Bounced>>('/api/bounced-addresses');
    expect((await list()).items).toEqual([
      expect.objectContaining({ mail: JAN, reason: 'Das Postfach gibt es dort nicht (mehr).', times: 1 }),
    ]);
    await coordinator.post(`/api/bounced-addresses/${encodeURIComponent(JAN)}/done`);
    expect((await list()).items).toEqual([]);
    // A report that quotes no mail of ours proves nothing: people read it.
    await came(bounce(IDA, '<erfunden@woanders.test>'));
    expect((await list()).items).toEqual([]);
    expect((await entered()).mailState).toMatchObject({ state: 'SENT' });
  });

  it('sets a mail aside after three tries and takes the others at once', async () => {
    const poison = imap.deliver(fresh(groupware({ ...reply, partstat: 'DECLINED', ...at('10:00') })));
    imap.deliver(fresh(groupware({ ...reply, attendee: JAN, ...at('10:00') })));
    imap.behave((command) => (command.startsWith(`UID FETCH ${poison} `) ? 'NO Festplatte defekt' : null));
    await poll();
    expect(await answer(JAN)).toBe('ACCEPTED');
    expect(imap.mails()).toHaveLength(1);
    await poll();
    expect(await poll()).toMatchObject({ setAside: 1 });
    expect(imap.mails()).toEqual([]);
    expect(imap.mails(inboxFolders.aside)).toHaveLength(1);
    const admin = await signedIn(app, 'admin');
    const state = await admin.get<InboxStateView>('/api/inbox/state');
    expect(state).toMatchObject({ configured: true, address: imap.address, error: '' });
    const [aside] = state.setAside;
    expect(aside?.error).toContain('Festplatte defekt');
    await admin.post(`/api/inbox/${aside?.id ?? ''}/discard`);
    expect(await admin.get<InboxStateView>('/api/inbox/state')).toMatchObject({ setAside: [] });
  });

  it('tells the administration in the words of the server why it cannot be read, and takes up afterwards', async () => {
    const admin = await signedIn(app, 'admin');
    imap.behave((command) => (command === 'LOGIN' ? 'NO [AUTHENTICATIONFAILED] Konto gesperrt' : null));
    imap.deliver(fresh(groupware({ ...reply, ...at('10:00') })));
    await expect(poll()).rejects.toThrow('Konto gesperrt');
    expect(await admin.get<InboxStateView>('/api/inbox/state')).toMatchObject({
      error: expect.stringContaining('nimmt die Anmeldung nicht an. Konto gesperrt') as string,
    });
    expect(await admin.post('/api/inbox/test')).toMatchObject({ works: false });
    imap.behave(null);
    expect(await admin.post('/api/inbox/test')).toMatchObject({
      works: true,
      says: expect.stringContaining('1 Mail'),
    });
    await poll();
    expect(await answer()).toBe('ACCEPTED');
  });

  it('takes a mail once, although the connection ends before it is moved or all numbers change', async () => {
    imap.deliver(fresh(groupware({ ...reply, ...at('10:00') })));
    imap.behave((command) => (command.startsWith('UID MOVE') ? 'cut' : null));
    await expect(poll()).rejects.toThrow();
    expect(await answer()).toBe('ACCEPTED');
    expect(imap.mails()).toHaveLength(1);
    imap.behave(null);
    imap.renumber();
    const mails = await app.database.rows('select id from inbox_mail where meeting_id = $1', [meetingId]);
    expect(await poll()).toMatchObject({ later: 0, setAside: 0 });
    expect(imap.mails()).toEqual([]);
    expect(await app.database.rows('select id from inbox_mail where meeting_id = $1', [meetingId])).toEqual(
      mails,
    );
  });

  it('is read by one process at a time, and by another as soon as the first is dead', async () => {
    imap.deliver(fresh(thunderbird({ ...reply, ...at('10:00') })));
    await app.database.rows(
      `update inbox_state set lease = gen_random_uuid(), leased_until = $1::timestamptz + interval '2 minutes'`,
      [app.clock.now()],
    );
    expect(await poll()).toBeNull();
    expect(await answer()).toBe('NEEDS_ACTION');
    app.clock.pass(3, 'minutes');
    expect(await poll()).toMatchObject({ taken: 1 });
    expect(await answer()).toBe('ACCEPTED');
  });

  it('keeps the mails of a network from those who do not coordinate it', async () => {
    await came(groupware({ ...reply, attendee: 'neu@erle.test', ...at('10:00') }));
    const question = await asked();
    const other = await signedIn(app, 'coordinator');
    expect(await listed('ALL', other)).toEqual([]);
    await expect(other.post(`/api/inbox/${question.id}/drop`)).rejects.toMatchObject({ status: 404 });
    const today = await coordinator.get<{ lines: { text: string; path: string }[] }>('/api/today');
    expect(today.lines.map(({ text }) => text).join()).toContain('im Posteingang');
    const meeting = await given.staffMeeting(coordinator, meetingId);
    expect((meeting satisfies StaffMeetingView).title).toBe('Netzwerktreffen');
  });
});
