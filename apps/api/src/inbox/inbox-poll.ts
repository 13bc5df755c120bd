import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  INBOX_BYTES_MOST,
  INBOX_TRIES,
  type InboxState,
  type InboxTestView,
} from '@runder-tisch/domain/inbox';
import { counted } from '@runder-tisch/domain/text';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Jobs } from '../jobs/jobs';
import { log } from '../log';
import { imapAddress } from '../outbox/returns/imap-address';
import { imapFailure, ImapInbox } from './imap/imap-inbox';
import { InboxQueue, type MailNumber } from './inbox-queue';
import { InboxTaking } from './inbox-taking';
import { type MailHead, readHead } from './mail-head';

const POLL_MS = 20_000;
const HOUR_MS = 3_600_000;
/** The next look takes the rest; one that lasts for hours would keep its lease for all that time. */
const MAILS_AT_ONCE = 200;
export const inboxFolders = { done: 'Runder Tisch', aside: 'Runder Tisch beiseite' } as const;

export interface InboxRun {
  taken: number;
  later: number;
  setAside: number;
}

/** Reads what came to our address, in the background or once by hand (`inbox:poll --once`). */
@Injectable()
export class InboxPoll implements OnModuleInit {
  private running: Promise<InboxRun | null> | null = null;

  constructor(
    private readonly queue: InboxQueue,
    private readonly taking: InboxTaking,
    private readonly jobs: Jobs,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  onModuleInit(): void {
    if (!this.options.imapUrl) return;
    this.jobs.heavy(POLL_MS, 'inbox', () => this.runOnce());
    this.jobs.heavy(HOUR_MS, 'inbox.sweep', () => this.queue.sweep());
  }

  /** Null where another process reads just now. Fails in German, with the server's own words. */
  runOnce(): Promise<InboxRun | null> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Signs in and looks, and takes nothing. */
  async test(): Promise<InboxTestView> {
    if (!this.options.imapUrl) return { works: false, says: 'Es ist kein Posteingang eingerichtet.' };
    try {
      const inbox = await ImapInbox.open(imapAddress(this.options.imapUrl));
      const mails = (await inbox.uids()).length;
      await inbox.close();
      const waits =
        mails === 0
          ? 'Es wartet keine Mail.'
          : `Es ${mails === 1 ? 'wartet' : 'warten'} ${counted(mails, 'Mail', 'Mails')}.`;
      return { works: true, says: `Die Anmeldung gelingt. ${waits}` };
    } catch (error) {
      return { works: false, says: imapFailure(error) };
    }
  }

  private async run(): Promise<InboxRun | null> {
    if (!this.options.imapUrl) return null;
    const lease = await this.queue.lease();
    if (!lease) return null;
    let failure: string | null = null;
    try {
      return await this.read(lease, this.options.imapUrl);
    } catch (error) {
      failure = imapFailure(error);
      throw new Error(`Der Posteingang ließ sich nicht lesen. ${failure}`, { cause: error });
    } finally {
      await this.queue.release(lease, failure);
    }
  }

  private async read(lease: string, url: string): Promise<InboxRun> {
    const address = imapAddress(url);
    const run: InboxRun = { taken: 0, later: 0, setAside: 0 };
    const inbox = await ImapInbox.open(address);
    try {
      const uids = await inbox.uids();
      const settled = await this.queue.settled(address.name, inbox.uidValidity, uids);
      const fresh = uids.filter((uid) => !settled.has(uid)).slice(0, MAILS_AT_ONCE);
      for (const uid of fresh) {
        if (!(await this.queue.renew(lease))) break;
        const state = await this.take(inbox, address.name, uid);
        if (state === null) continue;
        run[state === 'TRYING' ? 'later' : state === 'SET_ASIDE' ? 'setAside' : 'taken'] += 1;
        if (state !== 'TRYING') settled.set(uid, state);
      }
      // Only what is committed. Where this fails, the next look finds it settled and moves it then.
      const aside = [...settled].filter(([, state]) => state === 'SET_ASIDE').map(([uid]) => uid);
      await inbox.move(aside, inboxFolders.aside);
      await inbox.move(
        [...settled.keys()].filter((uid) => !aside.includes(uid)),
        inboxFolders.done,
      );
    } finally {
      await inbox.close();
    }
    return run;
  }

  /** One mail that fails is no reason for the others to wait. */
  private async take(inbox: ImapInbox, mailbox: string, uid: number): Promise<InboxState | null> {
    const place = { mailbox, validity: inbox.uidValidity, uid };
    let bytes: Buffer | null;
    let head: MailHead;
    try {
      const found = await inbox.read(uid, INBOX_BYTES_MOST);
      if (!found) return null;
      bytes = found.bytes;
      head = await readHead(found.head);
    } catch (error) {
      if (!inbox.usable) throw error;
      const begun = await this.queue.begin(place, unread(place), null);
      return (await this.queue.failed(begun.id, new Error(imapFailure(error)))) ? 'SET_ASIDE' : 'TRYING';
    }
    return this.takeRead(place, head, bytes);
  }

  /** One mail that did not come from a server, as the demo has them. */
  async takeFile(name: string, bytes: Buffer): Promise<InboxState> {
    return this.takeRead({ mailbox: name, validity: 0n, uid: 0 }, await readHead(bytes), bytes);
  }

  private async takeRead(place: MailNumber, head: MailHead, bytes: Buffer | null): Promise<InboxState> {
    const begun = await this.queue.begin(place, head, bytes);
    if (begun.state !== 'TRYING') return begun.state;
    try {
      // It ended the process each time it was tried.
      if (begun.attempts > INBOX_TRIES) throw new Error('Die Verarbeitung brach dreimal ab.');
      return await this.taking.take(begun.id, head, bytes);
    } catch (error) {
      log.error({ err: error, inboxMail: begun.id }, 'mail of the inbox failed');
      return (await this.queue.failed(begun.id, error)) ? 'SET_ASIDE' : 'TRYING';
    }
  }
}

/** A mail the server does not hand out is known by its number alone. */
function unread({ mailbox, validity, uid }: MailNumber): MailHead {
  return {
    messageId: '',
    fromName: '',
    fromMail: '',
    subject: '',
    sentAt: null,
    answers: [],
    fingerprint: `${mailbox} ${validity} ${uid}`,
  };
}
