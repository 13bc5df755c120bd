import type { InboxMailItem, InboxPart } from '@runder-tisch/domain/inbox';
import type { Page } from '@runder-tisch/domain/lists';
import type { InvitationView } from '@runder-tisch/domain/meetings';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import * as given from '@runder-tisch/scenario/meetings';
import { systemViewer } from '../../src/access/viewer';
import { Database } from '../../src/database/database';
import { InboxPoll } from '../../src/inbox/inbox-poll';
import { Settings } from '../../src/settings/settings';
import type { ReplyFacts } from '../mails/reply-mails';
import { type SignedIn, signedIn, signedInAgain } from '../signed-in';
import { type TestApp, testApp } from '../test-app';
import { fresh } from './inbox-mails';
import { type TestImap, testImap } from './test-imap';

export const IDA = 'ida@linde.test';
export const JAN = 'jan@birke.test';
export const OFFICE = 'buero@landkreis.test';

/** Minutes of 24 November 2026, as calendar and mail write them. */
export const at = (time: string): Pick<ReplyFacts, 'dtstamp' | 'date'> => ({
  dtstamp: `20261124T${time.replace(':', '')}00Z`,
  date: `Tue, 24 Nov 2026 ${time}:00 +0000`,
});

/** An application that reads an inbox, and in it a meeting to which Ida and Jan are invited. */
export class InboxWorld {
  coordinator!: SignedIn;
  meetingId = '';
  reply!: ReplyFacts;

  private constructor(
    readonly app: TestApp,
    readonly imap: TestImap,
  ) {}

  /** On a server of ours, or on another one that is named. */
  static async open(imapUrl?: string): Promise<InboxWorld> {
    const imap = await testImap();
    const app = await testApp({ imapUrl: imapUrl ?? imap.url });
    const county = Object.assign(new SaveSettings(), {
      countyName: 'Landkreis Musterland',
      senderName: 'Sozialplanung Musterland',
      senderAddress: 'runder-tisch@landkreis.test',
      replyAddress: OFFICE,
    });
    await app.get(Database).write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, county));
    return new InboxWorld(app, imap);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.imap.close();
  }

  /** Invited on the 23rd, and it is the evening of the day after. */
  async begin(): Promise<void> {
    this.imap.behave(null);
    this.app.clock.set('2026-11-23T09:00:00+01:00');
    this.coordinator = await signedIn(this.app, 'coordinator');
    await this.invited();
    await this.later('2026-11-24T21:00:00+01:00');
  }

  async later(moment: string): Promise<void> {
    this.app.clock.set(moment);
    this.coordinator = await signedInAgain(this.app, this.coordinator);
  }

  async invited(): Promise<void> {
    const { id } = await given.invitedMeeting(this.coordinator, { day: '2026-12-03', invitees: [IDA, JAN] });
    const [mail] = await this.app.database.rows<{ uid: string }>(
      `select split_part(order_key, ' ', 1) as uid from outbox_message where object_id in (select id from invitation where meeting_id = $1) limit 1`,
      [id],
    );
    this.meetingId = id;
    const uid = mail?.uid ?? '';
    this.reply = { uid, attendee: IDA, partstat: 'ACCEPTED', dtstamp: '20261123T080000Z' };
  }

  poll(): ReturnType<InboxPoll['runOnce']> {
    return this.app.get(InboxPoll).runOnce();
  }

  async came(...mails: Buffer[]): Promise<void> {
    for (const mail of mails) this.imap.deliver(fresh(mail));
    await this.poll();
  }

  entered(mail = IDA): Promise<InvitationView> {
    return given.invitationOf(this.coordinator, this.meetingId, mail);
  }

  async answer(mail = IDA): Promise<string> {
    return (await this.entered(mail)).answer;
  }

  async listed(part: InboxPart = 'WAITING', who = this.coordinator): Promise<InboxMailItem[]> {
    const path = `/api/inbox?part=${part}&meetingId=${this.meetingId}&limit=100`;
    return (await who.get<Page<InboxMailItem>>(path)).items;
  }

  /** The one question about the meeting. */
  async asked(): Promise<InboxMailItem> {
    const [first, second] = await this.listed();
    if (!first || second) throw new Error('There is not exactly one question.');
    return first;
  }

  accept(id: string, said: string | null = null): Promise<InboxMailItem> {
    return this.coordinator.post<InboxMailItem>(`/api/inbox/${id}/accept`, { answer: said });
  }
}
