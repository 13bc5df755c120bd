import { DataSource, type EntityManager } from 'typeorm';
import type { AppOptions } from '../../src/app-options';
import { systemViewer } from '../../src/access/viewer';
import { Database } from '../../src/database/database';
import { Jobs } from '../../src/jobs/jobs';
import { Dispatcher } from '../../src/outbox/dispatcher';
import { type MailIdentity, MailIdentitySource } from '../../src/outbox/mail-identity';
import { Files } from '../../src/files/files';
import { Letters } from '../../src/outbox/letters/letters';
import { Outbox } from '../../src/outbox/outbox';
import type { LetterRecipient, OutgoingLetter } from '../../src/outbox/letters/outgoing-letter';
import { OutboxQueue } from '../../src/outbox/outbox-queue';
import type { OutgoingMail } from '../../src/outbox/outgoing-mail';
import { newId } from '../../src/database/new-id';
import { HeldClock } from '../held-clock';
import { type TestDatabase, testDatabase } from '../test-database';

class FixedIdentity extends MailIdentitySource {
  override identity(_tx: EntityManager): Promise<MailIdentity> {
    return Promise.resolve({
      senderName: 'Landkreis Anhalt-Bitterfeld, Sozialplanung',
      senderAddress: 'runder-tisch@kreis.test',
      replyAddress: 'netzwerke@kreis.test',
      inboxAddress: null,
      instanceHost: 'runder-tisch-3f2a.test',
    });
  }
}

export interface OutboxRow {
  id: string;
  state: string;
  attempts: number;
  to_address: string;
  last_error: string;
  message_id: string;
  raw: Buffer | null;
  preview: unknown;
  settled_at: Date | null;
}

/** Outbox and dispatchers on a database of their own, without the rest of the API. */
export interface OutboxBench {
  clock: HeldClock;
  outbox: Outbox;
  /** A further process as far as the outbox can tell. */
  dispatcher(): { dispatcher: Dispatcher; queue: OutboxQueue };
  enqueue(...mails: OutgoingMail[]): Promise<string[]>;
  /** A letter to all of them, with this file. */
  enqueueLetter(
    letter: Omit<OutgoingLetter, 'files'>,
    file: Buffer,
    recipients: readonly LetterRecipient[],
  ): Promise<void>;
  sweepLetters(): Promise<number>;
  recall(batchId: string): Promise<number>;
  rows(): Promise<OutboxRow[]>;
  database: TestDatabase;
  /** No mails, and another mail server. */
  startOver(smtpUrl: string | null): Promise<void>;
  close(): Promise<void>;
}

export async function outboxBench(smtpUrl: string | null, embedded = false): Promise<OutboxBench> {
  const database = await testDatabase();
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 8 }).initialize();
  const clock = new HeldClock();
  const options: AppOptions = {
    databaseUrl: database.url,
    publicUrl: 'https://runder-tisch.test',
    smtpUrl,
    imapUrl: null,
    embedded,
    webRoot: null,
    background: false,
    worker: 'none',
    trustedProxies: null,
    anchorFile: null,
  };
  const doors = new Database(dataSource, clock);
  const files = new Files(doors, clock);
  const letters = new Letters(doors, files, clock, new Jobs(options));
  const outbox = new Outbox(doors, new FixedIdentity(), letters, clock, options);
  return {
    clock,
    outbox,
    dispatcher: () => {
      const queue = new OutboxQueue(doors, clock);
      return { dispatcher: new Dispatcher(queue, outbox, letters, clock, new Jobs(options), options), queue };
    },
    enqueue: (...mails) => doors.write(systemViewer, 'test.enqueue', (tx) => outbox.enqueueAll(tx, mails)),
    enqueueLetter: (letter, bytes, recipients) =>
      doors.write(systemViewer, 'test.enqueue-letter', async (tx) => {
        const file = { name: 'Förderaufruf.pdf', mediaType: 'application/pdf' };
        const fileId = await files.store(tx, { ...file, bytes });
        const size = bytes.length;
        await outbox.enqueueLetter(tx, { ...letter, files: [{ ...file, fileId, size }] }, recipients);
      }),
    sweepLetters: () => letters.sweep(),
    recall: (batchId) => doors.write(systemViewer, 'test.recall', (tx) => outbox.recall(tx, batchId)),
    rows: () => database.rows<OutboxRow>('select * from outbox_message order by position'),
    database,
    startOver: async (url) => {
      await database.rows(
        'truncate outbox_message, outbox_letter, outbox_letter_file, inbox_mail restart identity',
      );
      options.smtpUrl = url;
    },
    close: async () => {
      await dataSource.destroy();
      await database.close();
    },
  };
}

/** A mail to `name@kreis.test`, with what a test wants to be different. */
export function mailTo(name: string, patch: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: { name, address: `${name}@traeger.test` },
    subject: `Einladung an ${name}`,
    text: 'Guten Tag,\n\nwir laden Sie ein.\n',
    html: '<p>Guten Tag,</p><p>wir laden Sie ein.</p>',
    purpose: 'invitation',
    objectKind: 'invitation',
    objectId: newId(),
    ...patch,
  };
}
