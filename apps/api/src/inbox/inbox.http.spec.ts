import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import type { UnreachableAddress } from '@runder-tisch/domain/actors/contact';
import type { InboxMailItem, InboxStateView } from '@runder-tisch/domain/inbox';
import type { Page } from '@runder-tisch/domain/lists';
import { person } from '@runder-tisch/scenario/actors';
import * as given from '@runder-tisch/scenario/meetings';
import { bounce, fresh, icsIn } from '../../test/imap/inbox-mails';
import { at, IDA, InboxWorld, JAN, OFFICE } from '../../test/imap/inbox-world';
import { replyFamilies, wordsMail } from '../../test/mails/reply-mails';
import { signedIn } from '../../test/signed-in';
import { Dispatcher } from '../outbox/dispatcher';
import { inboxFolders } from './inbox-poll';

const { groupware, thunderbird } = replyFamilies;

describe('The inbox', () => {
  let world: InboxWorld;

  beforeAll(async () => {
    world = await InboxWorld.open();
  });
  beforeEach(() => world.begin());
  afterAll(() => world.close());

  it('is the address new meetings are answered to, and then another time may be proposed', async () => {
    world.app.clock.pass(2, 'minutes');
    await world.app.get(Dispatcher).runOnce();
    const raw = world.app.smtp.mailsTo(IDA).at(-1)?.raw.toString('latin1') ?? '';
    expect(raw).toContain(`Reply-To: Test coordinator <${world.imap.address}>`);
    const ics = icsIn(raw);
    expect(ics).toContain(`mailto:${world.imap.address}`);
    expect(ics).not.toContain('DISALLOW-COUNTER');
  });

  it('asks before somebody answers for another, and knows the sender from then on', async () => {
    const assistant = 'vorzimmer@linde.test';
    await world.came(groupware({ ...world.reply, ...at('10:00'), from: assistant }));
    expect(await world.answer()).toBe('NEEDS_ACTION');
    const question = await world.asked();
    expect(question).toMatchObject({ kind: 'OTHER_SENDER', fromMail: assistant, answer: 'ACCEPTED' });
    expect(await world.accept(question.id)).toMatchObject({
      state: 'ACCEPTED',
      decidedBy: 'Test coordinator',
    });
    expect(await world.entered()).toMatchObject({ answer: 'ACCEPTED', enteredBy: 'Test coordinator' });
    await world.came(groupware({ ...world.reply, partstat: 'DECLINED', ...at('11:00'), from: assistant }));
    expect(await world.answer()).toBe('DECLINED');
    // Nobody else is vouched for by that.
    await world.came(groupware({ ...world.reply, ...at('12:00'), from: 'fremd@linde.test' }));
    expect(await world.answer()).toBe('DECLINED');
  });

  it('believes the mailbox of the organisation somebody comes for', async () => {
    const organisation = await world.coordinator.post<{ id: string }>(
      '/api/organisations',
      Object.assign(new SaveOrganisation(), { name: 'Ulme e. V.', functionMailbox: 'post@ulme-verein.test' }),
    );
    const { id } = await given.invitedMeeting(world.coordinator, {
      day: '2026-12-03',
      invitees: [{ mail: IDA, name: 'Ida', onBehalfOfId: organisation.id }],
    });
    world.meetingId = id;
    const facts = { ...world.reply, uid: world.reply.uid.replace(/^[^@]+/, id), ...at('17:30') };
    await world.came(groupware({ ...facts, from: 'post@ulme-verein.test' }));
    expect(await world.answer()).toBe('ACCEPTED');
  });
  it('asks whether a stranger is to be invited, and then their answer counts', async () => {
    const mail = 'neu@erle.test';
    await world.came(groupware({ ...world.reply, attendee: mail, ...at('10:00') }));
    const question = await world.asked();
    expect(question).toMatchObject({ kind: 'STRANGER', answer: 'ACCEPTED' });
    expect(await world.accept(question.id)).toMatchObject({ state: 'ACCEPTED' });
    expect(await world.answer(mail)).toBe('ACCEPTED');
  });

  it('keeps another time that is proposed with the person and on the page until somebody has seen it', async () => {
    await world.came(
      groupware({
        ...world.reply,
        method: 'COUNTER',
        partstat: 'TENTATIVE',
        ...at('10:00'),
        comment: 'Lieber später',
      }),
    );
    const question = await world.asked();
    expect(question).toMatchObject({
      kind: 'PROPOSAL',
      says: expect.stringContaining('schlägt eine andere Zeit vor'),
    });
    expect((await world.entered()).message).toContain('Anderer Terminvorschlag');
    expect(await world.answer()).toBe('NEEDS_ACTION');
    await world.coordinator.post(`/api/inbox/${question.id}/drop`);
    expect(await world.listed()).toEqual([]);
    await world.coordinator.post(`/api/inbox/${question.id}/reopen`);
    expect(await world.listed()).toHaveLength(1);
  });

  it('lets somebody send another person, who gets an invitation of their own', async () => {
    await world.came(
      groupware({
        ...world.reply,
        partstat: 'DELEGATED;DELEGATED-TO="mailto:vera@linde.test"',
        ...at('10:00'),
      }),
    );
    expect(await world.entered()).toMatchObject({
      answer: 'DECLINED',
      deputyName: 'vera@linde.test',
      represented: true,
    });
    expect(await world.answer('vera@linde.test')).toBe('ACCEPTED');
  });

  it('changes nothing for a notice of absence, a delivery receipt or a reply to a cancelled meeting', async () => {
    const before = await world.entered();
    await world.came(
      wordsMail({
        from: IDA,
        text: 'Ich bin bis Montag nicht da.',
        headers: ['Auto-Submitted: auto-replied'],
      }),
    );
    expect(await world.entered()).toEqual(before);
    await world.coordinator.post(
      `/api/meetings/${world.meetingId}/cancel`,
      { reason: 'Krankheit' },
      (await given.staffMeeting(world.coordinator, world.meetingId)).version,
    );
    await world.came(groupware({ ...world.reply, ...at('10:00') }));
    expect(await world.answer()).toBe('NEEDS_ACTION');
    expect(await world.listed()).toEqual([]);
  });

  it('passes a mail in words on to whoever invited, asks what it says, and keeps which mail it answers', async () => {
    world.app.clock.pass(2, 'minutes');
    await world.app.get(Dispatcher).runOnce();
    const [sent] = await world.app.database.rows<{ id: string; message: string }>(
      `select id, message_id as message from outbox_message where to_address = $1 order by position desc limit 1`,
      [IDA],
    );
    const text = 'Ich komme, brauche aber einen Aufzug.';
    await world.came(wordsMail({ from: IDA, text, headers: [`In-Reply-To: ${sent?.message ?? ''}`] }));
    const question = await world.asked();
    expect(question).toMatchObject({ kind: 'WORDS', text, about: { path: `/termine/${world.meetingId}` } });
    const [row] = await world.app.database.rows(
      `select answered_mail_id as id from inbox_mail where id = $1`,
      [question.id],
    );
    expect(row).toEqual({ id: sent?.id });
    const [answered] = await world.app.database.rows<{ at: Date | null }>(
      `select answered_at as at from outbox_message where id = $1`,
      [sent?.id],
    );
    expect(answered?.at).toEqual(world.app.clock.now());
    await world.app.get(Dispatcher).runOnce();
    const forwarded = world.app.smtp.mailsTo(question.forwardedTo).at(-1)?.raw.toString('utf8') ?? '';
    expect(forwarded).toContain('Subject: WG: Re: Einladung');
    expect(forwarded).toContain(`Reply-To: Anna Berg <${IDA}>`);
    expect(forwarded).toContain('message/rfc822');
    await expect(world.accept(question.id)).rejects.toMatchObject({
      problem: { code: 'inbox-answer-needed' },
    });
    await world.accept(question.id, 'ACCEPTED');
    expect(await world.entered()).toMatchObject({ answer: 'ACCEPTED', channel: 'MAIL', message: text });
    await expect(world.accept(question.id, 'DECLINED')).rejects.toMatchObject({
      problem: { code: 'inbox-decided' },
    });
  });

  it('passes a mail that answers nothing on to the office, once', async () => {
    const subject = `Frage zur Förderung 4711`;
    const mail = fresh(wordsMail({ from: 'frau.neu@erle.test', subject, text: 'Wen kann ich fragen?' }));
    world.imap.deliver(mail);
    world.imap.deliver(mail);
    await world.poll();
    await world.app.get(Dispatcher).runOnce();
    const arrived = world.app.smtp
      .mailsTo(OFFICE)
      .filter(({ raw }) => raw.toString('latin1').includes('4711'));
    expect(arrived).toHaveLength(1);
    expect(world.imap.mails()).toEqual([]);
    const { items } = await world.coordinator.get<Page<InboxMailItem>>(
      `/api/inbox?part=MAILS&search=Förderung`,
    );
    expect(items.at(0)).toMatchObject({ state: 'DONE', forwardedTo: OFFICE, kind: 'MAIL' });
  });

  it('marks an address its server calls unknown, at the mail and in the list to work off', async () => {
    await person(world.coordinator, { familyName: 'Birke', mail: JAN });
    world.app.clock.pass(2, 'minutes');
    await world.app.get(Dispatcher).runOnce();
    const [sent] = await world.app.database.rows<{ message: string }>(
      `select message_id as message from outbox_message where to_address = $1 order by position desc limit 1`,
      [JAN],
    );
    await world.came(bounce(JAN, sent?.message ?? ''));
    expect((await world.entered(JAN)).mailState).toMatchObject({ state: 'REFUSED' });
    const list = () => world.coordinator.get<Page<UnreachableAddress>>('/api/unreachable-addresses');
    expect((await list()).items).toEqual([
      expect.objectContaining({
        mail: JAN,
        reason: expect.stringContaining('Das Postfach gibt es dort nicht (mehr).') as string,
        times: 1,
      }),
    ]);
    await world.coordinator.post('/api/unreachable-addresses/checked', { mail: JAN });
    expect((await list()).items).toEqual([]);
    // A report that quotes no mail of ours proves nothing: people read it.
    await world.came(bounce(IDA, '<erfunden@woanders.test>'));
    expect((await list()).items).toEqual([]);
    expect((await world.entered()).mailState).toMatchObject({ state: 'SENT' });
  });

  it('sets a mail aside after three tries and takes the others at once', async () => {
    const poison = world.imap.deliver(
      fresh(groupware({ ...world.reply, partstat: 'DECLINED', ...at('10:00') })),
    );
    world.imap.deliver(fresh(groupware({ ...world.reply, attendee: JAN, ...at('10:00') })));
    world.imap.behave((command) =>
      command.startsWith(`UID FETCH ${poison} `) ? 'NO Festplatte defekt' : null,
    );
    await world.poll();
    expect(await world.answer(JAN)).toBe('ACCEPTED');
    expect(world.imap.mails()).toHaveLength(1);
    await world.poll();
    expect(await world.poll()).toMatchObject({ setAside: 1 });
    expect(world.imap.mails()).toEqual([]);
    expect(world.imap.mails(inboxFolders.aside)).toHaveLength(1);
    const admin = await signedIn(world.app, 'admin');
    const state = await admin.get<InboxStateView>('/api/inbox/state');
    expect(state).toMatchObject({ configured: true, address: world.imap.address, error: '' });
    const [aside] = state.setAside;
    expect(aside?.error).toContain('Festplatte defekt');
    await admin.post(`/api/inbox/${aside?.id ?? ''}/discard`);
    expect(await admin.get<InboxStateView>('/api/inbox/state')).toMatchObject({ setAside: [] });
  });

  it('tells the administration in the words of the server why it cannot be read, and takes up afterwards', async () => {
    const admin = await signedIn(world.app, 'admin');
    world.imap.behave((command) => (command === 'LOGIN' ? 'NO [AUTHENTICATIONFAILED] Konto gesperrt' : null));
    world.imap.deliver(fresh(groupware({ ...world.reply, ...at('10:00') })));
    await expect(world.poll()).rejects.toThrow('Konto gesperrt');
    expect(await admin.get<InboxStateView>('/api/inbox/state')).toMatchObject({
      error: expect.stringContaining('nimmt die Anmeldung nicht an. Konto gesperrt') as string,
    });
    expect(await admin.post('/api/inbox/test')).toMatchObject({ works: false });
    world.imap.behave(null);
    expect(await admin.post('/api/inbox/test')).toMatchObject({
      works: true,
      says: expect.stringContaining('1 Mail'),
    });
    await world.poll();
    expect(await world.answer()).toBe('ACCEPTED');
  });

  it('takes a mail once, although the connection ends before it is moved or all numbers change', async () => {
    world.imap.deliver(fresh(groupware({ ...world.reply, ...at('10:00') })));
    world.imap.behave((command) => (command.startsWith('UID MOVE') ? 'cut' : null));
    await expect(world.poll()).rejects.toThrow();
    expect(await world.answer()).toBe('ACCEPTED');
    expect(world.imap.mails()).toHaveLength(1);
    world.imap.behave(null);
    world.imap.renumber();
    const mails = await world.app.database.rows('select id from inbox_mail where meeting_id = $1', [
      world.meetingId,
    ]);
    expect(await world.poll()).toMatchObject({ later: 0, setAside: 0 });
    expect(world.imap.mails()).toEqual([]);
    expect(
      await world.app.database.rows('select id from inbox_mail where meeting_id = $1', [world.meetingId]),
    ).toEqual(mails);
  });

  it('is read by one process at a time, and by another as soon as the first is dead', async () => {
    // The row of the lease is made by the first look.
    await world.poll();
    world.imap.deliver(fresh(thunderbird({ ...world.reply, ...at('10:00') })));
    await world.app.database.rows(
      `update inbox_state set lease = gen_random_uuid(), leased_until = $1::timestamptz + interval '2 minutes'`,
      [world.app.clock.now()],
    );
    expect(await world.poll()).toBeNull();
    expect(await world.answer()).toBe('NEEDS_ACTION');
    world.app.clock.pass(3, 'minutes');
    expect(await world.poll()).toMatchObject({ taken: 1 });
    expect(await world.answer()).toBe('ACCEPTED');
  });

  it('keeps the mails of a network from those who do not coordinate it', async () => {
    await world.came(groupware({ ...world.reply, attendee: 'neu@erle.test', ...at('10:00') }));
    const question = await world.asked();
    const other = await signedIn(world.app, 'coordinator');
    expect(await world.listed('ALL', other)).toEqual([]);
    await expect(other.post(`/api/inbox/${question.id}/drop`)).rejects.toMatchObject({ status: 404 });
    const today = await world.coordinator.get<{ lines: { text: string; path: string }[] }>('/api/today');
    expect(today.lines.map(({ text }) => text).join()).toContain('im Posteingang');
  });
});
