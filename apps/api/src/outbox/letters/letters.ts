import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { isDemoAddress, outboxProblems } from '@runder-tisch/domain/outbox';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { systemViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { Files } from '../../files/files';
import { Jobs } from '../../jobs/jobs';
import { problem } from '../../problem/problem';
import { copyOf, letterBytes, type LetterCopy, type StoredLetter } from './letter-mail';
import type { MailIdentity } from '../mail-identity';
import { checkAddress, checkFileName, checkHeader } from '../outgoing-mail';
import type { LetterRecipient, OutgoingLetter } from './outgoing-letter';
import { type MailPreview, RAW_MAX_BYTES, shown } from '../render-mail';

const HOUR_MS = 3_600_000;
/** A letter without a mail is one that is just being written, or one whose mails have all left. */
const UNUSED_HOURS = 1;
/** Base64 makes four of three bytes, and a line end follows each 76. */
const BASE64_SHARE = (4 / 3) * (78 / 76);
/** Letters do not change, and the mails of one follow each other: it is read once for many of them. */
const KEPT_LETTERS = 4;

/** Letters to many: stored once, with their files by reference, and written anew for each attempt of each mail. */
@Injectable()
export class Letters implements OnModuleInit {
  private readonly kept = new Map<string, Promise<StoredLetter>>();

  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR_MS, 'outbox.letters', () => this.sweep());
  }

  /** Stores the letter and a mail to each recipient: three statements, however many they are. */
  async enqueue(
    tx: EntityManager,
    letter: OutgoingLetter,
    recipients: readonly LetterRecipient[],
    identity: MailIdentity,
    withPreviews: boolean,
  ): Promise<void> {
    const stored = checked(letter, identity);
    const { from, replyTo } = stored;
    const now = this.clock.now();
    await rowsIn(
      tx,
      sql`insert into outbox_letter (id, mark, from_name, from_address, reply_name, reply_address, subject, text, html, list_id, unsubscribe, created_at)
          values (${stored.id}, ${stored.mark}, ${from.name}, ${from.address}, ${replyTo.name}, ${replyTo.address}, ${stored.subject},
                  ${stored.text}, ${stored.html}, ${stored.listId}, ${stored.unsubscribe}, ${now})`,
    );
    if (letter.files.length > 0)
      await rowsIn(
        tx,
        sql`insert into outbox_letter_file (letter_id, position, file_id, name, media_type, size)
            select ${stored.id}::uuid, file.position, file.id, file.name, file.type, file.size
            from jsonb_to_recordset(${JSON.stringify(
              letter.files.map((file, position) => ({
                position,
                id: file.fileId,
                name: checkFileName(file.name),
                type: file.mediaType,
                size: file.size,
              })),
            )}::jsonb) as file (position integer, id uuid, name text, type text, size integer)`,
      );
    const rows = recipients.map((recipient) => {
      const id = newId();
      const name = checkHeader(recipient.to.name, 'to');
      const address = checkAddress(recipient.to.address, 'to');
      return {
        id,
        message: `<${id}@${identity.instanceHost}>`,
        order: `${id} ${normaliseMail(address)}`,
        object: recipient.objectId,
        person: recipient.personId,
        name,
        address,
        demo: isDemoAddress(address),
        words: recipient.words,
        preview: withPreviews ? previewOf(letter, stored, recipient) : null,
      };
    });
    await rowsIn(
      tx,
      sql`insert into outbox_message (id, message_id, batch_id, order_key, purpose, object_kind, object_id, person_id, network_id,
            account_id, envelope_from, to_name, to_address, demo_address, subject, confidential, letter_id, words, preview, state, not_before, created_at)
          select mail.id, mail.message, ${letter.batchId}::uuid, mail."order", ${letter.purpose}, ${letter.objectKind}, mail.object, mail.person,
                 ${letter.networkId ?? null}::uuid, ${letter.accountId ?? null}::uuid, ${from.address}, mail.name, mail.address, mail.demo,
                 ${stored.subject}, false, ${stored.id}::uuid, mail.words, mail.preview, 'QUEUED', ${letter.notBefore ?? now}::timestamptz, ${now}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as mail (id uuid, message text, "order" text, object uuid, person uuid, name text, address text, demo boolean, words jsonb, preview jsonb)`,
    );
  }

  /** The bytes of one mail, made while they are read. */
  async open(letterId: string, copy: LetterCopy): Promise<Readable> {
    const letter = await this.letter(letterId);
    return Readable.from(
      letterBytes(letter, copy, (fileId) => this.files.stream(fileId)),
      { objectMode: false },
    );
  }

  /** Letters whose mails have all left or were taken back. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - UNUSED_HOURS * HOUR_MS);
    const unused = sql`select id from outbox_letter letter where created_at < ${before}
      and not exists (select 1 from outbox_message where outbox_message.letter_id = letter.id)`;
    // Looked at each hour, and mostly in vain.
    if (!(await this.database.one(unused))) return 0;
    return this.database.write(systemViewer, 'outbox.letters', async (tx) => {
      const gone = await rowsIn(tx, sql`delete from outbox_letter where id in (${unused}) returning id`);
      return gone.length;
    });
  }

  private letter(id: string): Promise<StoredLetter> {
    const known = this.kept.get(id);
    if (known) return known;
    const read = this.read(id);
    this.kept.set(id, read);
    read.catch(() => this.kept.delete(id));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT_LETTERS) break;
      this.kept.delete(oldest);
    }
    return read;
  }

  private read(id: string): Promise<StoredLetter> {
    return this.database.found<StoredLetter>(sql`
      select id, mark, json_build_object('name', from_name, 'address', from_address) as "from",
             json_build_object('name', reply_name, 'address', reply_address) as "replyTo", subject, text, html,
             list_id as "listId", unsubscribe,
             coalesce((select json_agg(json_build_object('fileId', file_id, 'name', name, 'mediaType', media_type) order by position)
                       from outbox_letter_file where letter_id = outbox_letter.id), '[]') as files
      from outbox_letter where id = ${id}`);
  }
}

/** Whether files of these sizes go with a mail at all, as mail servers commonly take them. */
export function fitIntoMail(sizes: readonly number[], wordsBytes = 100_000): boolean {
  return sizes.reduce((sum, size) => sum + size, 0) * BASE64_SHARE + wordsBytes <= RAW_MAX_BYTES;
}

function checked(letter: OutgoingLetter, identity: MailIdentity): StoredLetter {
  const words = Buffer.byteLength(letter.text) + Buffer.byteLength(letter.html);
  if (
    !fitIntoMail(
      letter.files.map(({ size }) => size),
      words * 3,
    )
  )
    throw problem(outboxProblems, 'mail-too-large');
  return {
    id: newId(),
    mark: letter.mark,
    from: {
      name: checkHeader(letter.fromName, 'from'),
      address: checkAddress(identity.senderAddress, 'from'),
    },
    replyTo: {
      name: checkHeader(letter.replyTo.name, 'replyTo'),
      // What comes to the inbox is passed on to whoever wrote, and counts as an answer to this very mail.
      address: checkAddress(identity.inboxAddress ?? letter.replyTo.address, 'replyTo'),
    },
    subject: checkHeader(letter.subject, 'subject'),
    text: letter.text,
    html: letter.html,
    listId: letter.listId ? `<${checkHeader(letter.listId, 'listId')}.${identity.instanceHost}>` : '',
    unsubscribe: letter.unsubscribe ? checkHeader(letter.unsubscribe, 'unsubscribe') : '',
    files: letter.files,
  };
}

function previewOf({ files }: OutgoingLetter, stored: StoredLetter, { words }: LetterRecipient): MailPreview {
  const { text, html } = copyOf(stored, words);
  return {
    from: shown(stored.from),
    replyTo: shown(stored.replyTo),
    text,
    html,
    calendar: null,
    attachments: files.map(({ name, mediaType, size }) => ({ name, mediaType, size })),
  };
}
