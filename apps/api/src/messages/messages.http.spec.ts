import type { PersonView } from '@runder-tisch/domain/actors';
import { SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { MessageListItem, MessageRecipientItem } from '@runder-tisch/domain/messages';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { chosenRecipients, message, messageView, sendMessage } from '@runder-tisch/scenario/messages';
import { membership, network, networkView } from '@runder-tisch/scenario/networks';
import { deliveredMails } from '../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Dispatcher } from '../outbox/dispatcher';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe('A Nachricht', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;
  let count = 0;
  const people = new Map<string, string>();

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
  });
  beforeEach(async () => {
    app.smtp.refuse(null);
    // What another test left waiting is none of this one's mails.
    await deliveredMails(app);
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: `Frühe Hilfen ${(count += 1)}` });
  });
  afterAll(() => app.close());

  async function member(
    name: string,
    mail = `${name.toLowerCase()}-${(count += 1)}@haus.test`,
  ): Promise<string> {
    const personId = await person(coordinator, { salutation: 'Frau', familyName: name, mail });
    await membership(coordinator, networkId, { personId, fromDay: '2026-01-01' });
    people.set(mail, personId);
    return mail;
  }
  const toNetwork = () => [{ kind: 'NETWORK' as const, id: networkId }];
  const recipients = async (id: string, query = ''): Promise<string[]> =>
    (await coordinator.get<Page<MessageRecipientItem>>(`/api/messages/${id}/recipients${query}`)).items.map(
      ({ name, outcome, state, reason }) => [name, outcome, state, reason].filter(Boolean).join(' | '),
    );
  const own = async (): Promise<string> => {
    const { members } = await networkView(coordinator, networkId);
    return members?.[0]?.person?.name ?? '';
  };

  it('goes to each member alone with the PDF, their name above and answers to whoever wrote', async () => {
    const [ute, jan] = [await member('Ute'), await member('Jan')];
    const id = await message(coordinator, {
      subject: 'Förderaufruf Frühe Hilfen',
      text: 'anbei ein Aufruf: https://foerderung.test/aufruf\n\nFreundliche Grüße\nKatrin Berg',
      targets: toNetwork(),
      files: [{ name: 'Förderaufruf.pdf', content: PDF }],
    });
    expect((await sendMessage(coordinator, id)).recipients).toBe(3);
    const mails = (await deliveredMails(app)).filter(({ to }) => to === ute || to === jan);
    expect(mails.map(({ to }) => to).toSorted()).toEqual([jan, ute].toSorted());
    const mail = mails.find(({ to }) => to === ute);
    expect(mail?.text).toContain('Guten Tag, Frau Ute,');
    expect(mail?.text).not.toContain('Jan');
    expect(mail?.replyTo).toContain(`${coordinator.accountId}@rolle.test`);
    expect(mail?.files).toEqual([{ name: 'Förderaufruf.pdf', content: PDF }]);
    const sent = await messageView(coordinator, id);
    expect(sent.counts).toMatchObject({ chosen: 3, sent: 3, waiting: 0, refused: 0, notReached: 0 });
    const archive = await coordinator.get<Page<MessageListItem>>(`/api/messages?networkId=${networkId}`);
    expect(archive.items.map(({ subject, counts }) => [subject, counts?.sent])).toEqual([
      ['Förderaufruf Frühe Hilfen', 3],
    ]);
  });

  it('says beforehand and in the archive who does not get it and why', async () => {
    const ute = await member('Ute');
    await member('Olga', '');
    const house = await organisation(coordinator, { name: `Ahornhaus ${count}`, functionMailbox: '' });
    await membership(coordinator, networkId, { organisationId: house, fromDay: '2026-01-01' });
    const targets = [...toNetwork(), { kind: 'ORGANISATION' as const, id: house }];
    const chosen = await chosenRecipients(coordinator, { targets, leftOut: [ute] });
    expect(chosen.recipients.map(({ name, outcome }) => `${name} ${outcome}`).toSorted()).toEqual(
      [
        `Ahornhaus ${count} NO_ADDRESS`,
        `Ahornhaus ${count} VACANT`,
        'Olga NO_ADDRESS',
        `${await own()} GETS`,
        'Ute LEFT_OUT',
      ].toSorted(),
    );
    const id = await message(coordinator, { targets, leftOut: [ute] });
    await sendMessage(coordinator, id);
    expect((await recipients(id, '?part=NOT_REACHED')).toSorted()).toEqual(
      [
        `Ahornhaus ${count} | NO_ADDRESS`,
        `Ahornhaus ${count} | VACANT`,
        'Olga | NO_ADDRESS',
        'Ute | LEFT_OUT',
      ].toSorted(),
    );
  });

  it('is taken back within 60 seconds as a whole and is a draft again', async () => {
    await member('Ute');
    const id = await message(coordinator, { targets: toNetwork() });
    await sendMessage(coordinator, id);
    expect((await messageView(coordinator, id)).recallable?.recipients).toBe(2);
    app.clock.pass(0.9, 'minutes');
    await coordinator.post(`/api/messages/${id}/recall`);
    app.smtp.clear();
    expect(await deliveredMails(app)).toEqual([]);
    expect(await messageView(coordinator, id)).toMatchObject({ sentAt: null, counts: null, mayChange: true });
    await sendMessage(coordinator, id);
    app.clock.pass(1, 'minutes');
    expect(await refusalOf(coordinator.post(`/api/messages/${id}/recall`))).toBe('recall-too-late');
    expect((await deliveredMails(app)).length).toBe(2);
  });

  it('comes first to whoever writes it, marked as a test and without a way to refuse it', async () => {
    const id = await message(coordinator, {
      targets: toNetwork(),
      files: [{ name: 'Aufruf.pdf', content: PDF }],
    });
    await coordinator.post(`/api/messages/${id}/test`);
    const mails = await deliveredMails(app);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [`${coordinator.accountId}@rolle.test`, 'Probe: Förderaufruf'],
    ]);
    expect(mails[0]?.files).toHaveLength(1);
    expect((await messageView(coordinator, id)).sentAt).toBeNull();
  });

  it('shows what the mail server refused, leaves that address out next time, and goes to the right one again', async () => {
    const wrong = await member('Ute');
    const id = await message(coordinator, {
      targets: toNetwork(),
      leftOut: [`${coordinator.accountId}@rolle.test`],
    });
    await sendMessage(coordinator, id);
    app.smtp.refuse(550);
    app.clock.pass(1, 'minutes');
    await app.get(Dispatcher).runOnce();
    app.smtp.refuse(null);
    expect((await messageView(coordinator, id)).counts).toMatchObject({ refused: 1, sent: 0 });
    expect((await recipients(id, '?part=REFUSED'))[0]).toMatch(
      /^Ute \| GETS \| REFUSED \| Der Mailserver lehnt ab: 550/,
    );
    const next = await chosenRecipients(coordinator, { targets: toNetwork() });
    expect(next.recipients.find(({ mail }) => mail === wrong)).toMatchObject({ outcome: 'BOUNCED' });
    const anyway = await chosenRecipients(coordinator, { targets: toNetwork(), anyway: [wrong] });
    expect(anyway.recipients.find(({ mail }) => mail === wrong)).toMatchObject({ outcome: 'GETS' });

    const { id: personId, version } = await coordinator.get<PersonView>(`/api/people/${people.get(wrong)}`);
    const right = { salutation: 'Frau', familyName: 'Ute', mail: `richtig-${count}@haus.test` };
    await coordinator.put(`/api/people/${personId}`, Object.assign(new SavePerson(), right), version);
    expect((await messageView(coordinator, id)).againTo).toBe(1);
    expect(await coordinator.post(`/api/messages/${id}/again`)).toEqual({ recipients: 1 });
    expect((await deliveredMails(app)).map(({ to }) => to)).toEqual([`richtig-${count}@haus.test`]);
    expect((await messageView(coordinator, id)).counts).toMatchObject({ refused: 0, sent: 1 });
    expect(await refusalOf(coordinator.post(`/api/messages/${id}/again`))).toBe('message-nobody-again');
  });

  describe('that somebody does not want', () => {
    let link: string;
    let ute: string;
    beforeEach(async () => {
      ute = await member('Ute');
      await sendMessage(coordinator, await message(coordinator, { kind: 'FUNDING', targets: toNetwork() }));
      const mail = (await deliveredMails(app)).find(({ to }) => to === ute);
      link = /https?:\/\/\S+(\/abbestellen\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    });
    const outcome = async (kind: 'FUNDING' | 'EVENT'): Promise<string | undefined> =>
      (await chosenRecipients(coordinator, { kind, targets: toNetwork() })).recipients.find(
        ({ mail }) => mail === ute,
      )?.outcome;
    const post = (body: string): Promise<Response> =>
      fetch(app.url + link, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
      });

    it('is not ended by a gateway that opens the link, but by one click of the mail program', async () => {
      const page = await (await fetch(app.url + link)).text();
      expect(page).toContain('Welche Mails Sie bekommen');
      expect(page).toContain('Einladungen zu Terminen');
      expect(await outcome('FUNDING')).toBe('GETS');
      const answer = await post('List-Unsubscribe=One-Click');
      expect(answer.status).toBe(200);
      expect(await outcome('FUNDING')).toBe('OPTED_OUT');
      expect(await outcome('EVENT')).toBe('GETS');
    });

    it('is ended by a mail program that writes its click in parts as well', async () => {
      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      expect((await fetch(app.url + link, { method: 'POST', body: form })).status).toBe(200);
      expect(await outcome('FUNDING')).toBe('OPTED_OUT');
    });

    it('can be chosen by kind on the page, and taken back there', async () => {
      expect((await post('auswahl=ja&art=EVENT')).status).toBe(303);
      expect([await outcome('FUNDING'), await outcome('EVENT')]).toEqual(['OPTED_OUT', 'GETS']);
      await post('auswahl=ja&art=EVENT&art=FUNDING&art=INFORMATION&art=REQUEST');
      expect(await outcome('FUNDING')).toBe('GETS');
    });
  });

  it('carries large files behind a link that opens without an account', async () => {
    const ute = await member('Ute');
    const id = await message(coordinator, {
      targets: toNetwork(),
      filesAs: 'LINKED',
      files: [{ name: 'Aufruf.pdf', content: PDF }],
    });
    await sendMessage(coordinator, id);
    const mail = (await deliveredMails(app)).find(({ to }) => to === ute);
    expect(mail?.files).toEqual([]);
    const link =
      /https?:\/\/[^\s)]+(\/nachricht\/[\w-]+\/unterlagen\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(Buffer.from(await (await fetch(app.url + link)).arrayBuffer())).toEqual(PDF);
    expect((await fetch(app.url + link.replace(/unterlagen.*/, ''))).status).toBe(200);
  });

  it('reaches everybody invited to a meeting', async () => {
    await invitedMeeting(coordinator, {
      networkId,
      day: '2026-12-01',
      title: 'Runder Tisch',
      invitees: ['gast@haus.test'],
    }).then(async ({ id }) => {
      const chosen = await chosenRecipients(coordinator, { targets: [{ kind: 'MEETING', id }] });
      expect(chosen.targets).toEqual([
        { kind: 'MEETING', id, title: 'Runder Tisch', path: `/termine/${id}` },
      ]);
      expect(chosen.recipients.map(({ mail, outcome }) => [mail, outcome])).toEqual([
        ['gast@haus.test', 'GETS'],
      ]);
    });
  });

  it('is for whoever wrote it, and once sent for those who coordinate the network', async () => {
    const stranger = await signedIn(app, 'coordinator');
    const id = await message(coordinator, { targets: toNetwork() });
    expect(await refusalOf(messageView(stranger, id))).toBe('not-found');
    expect(await refusalOf(message(stranger, { targets: toNetwork() }))).toBe('message-target-foreign');
    await sendMessage(coordinator, id);
    expect(await refusalOf(messageView(stranger, id))).toBe('not-found');
    expect(await refusalOf(coordinator.delete(`/api/messages/${id}`))).toBe('message-sent');
  });

  it('is not sent without words, to nobody, or with files no mail server takes', async () => {
    const empty = await message(coordinator, { subject: '', targets: toNetwork() });
    expect(await refusalOf(sendMessage(coordinator, empty))).toBe('message-empty');
    const nobody = await message(coordinator, {});
    expect(await refusalOf(sendMessage(coordinator, nobody))).toBe('message-nobody');
    const large = await message(coordinator, {
      targets: toNetwork(),
      files: [{ name: 'Aufruf.txt', content: Buffer.alloc(21 * 1024 * 1024, 'a') }],
    });
    expect((await messageView(coordinator, large)).filesFit).toBe(false);
    expect(await refusalOf(sendMessage(coordinator, large))).toBe('message-files-too-large');
  });
});
