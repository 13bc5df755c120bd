import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { attachmentTypeOf } from '@runder-tisch/domain/attachments';
import { messageDocument, messageKindLabels, type MessageKind } from '@runder-tisch/domain/messages';
import { MailLinks } from '../access/mail-links';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { asMailHtml } from '../documents/as-mail-html';
import { asText } from '../documents/as-text';
import { mailFooterLines } from '../documents/mail-frame';
import { Outbox } from '../outbox/outbox';
import {
  letterMark,
  type LetterRecipient,
  type OutgoingLetter,
  placeOf,
} from '../outbox/letters/outgoing-letter';
import { Settings } from '../settings/settings';
import type { Message, SentContent } from './message.entity';

export const MESSAGE_LINK = 'message';
/** As long as the proof is kept that the mail went out: a mail is found again years later and its link is still wanted. */
const LINK_DAYS = 730;
const DAY_MS = 86_400_000;
/** Of a test: the page behind it says that it is one. */
const TRIAL_TOKEN = 'probe';

export interface AddressedTo {
  id: string;
  personId: string | null;
  name: string;
  mail: string;
  greeting: string;
  origin: string;
}

type Written = Pick<Message, 'id' | 'kind' | 'subject' | 'text' | 'filesAs'> & {
  files: SentContent['files'];
};

/** A Nachricht as its recipients get it: one letter, and to each their greeting and their own link. */
@Injectable()
export class MessageMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** A mail to each of them; a handful of statements, however many they are. */
  async send(
    tx: EntityManager,
    viewer: Viewer,
    message: Written,
    to: readonly AddressedTo[],
    run: { replyTo: string; networkId: string | null; notBefore: Date },
  ): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + LINK_DAYS * DAY_MS);
    const tokens = await this.links.createAll(
      tx,
      to.map(({ id, personId }) => ({
        purpose: MESSAGE_LINK,
        personId,
        objectKind: 'message-recipient',
        objectId: id,
        expiresAt,
      })),
    );
    const letter = await this.letter(tx, viewer, message, run.replyTo);
    await this.outbox.enqueueLetter(
      tx,
      { ...letter, batchId: message.id, networkId: run.networkId, notBefore: run.notBefore },
      to.map((it, index) => recipientOf(it, tokens[index] ?? '')),
    );
  }

  /** The same mail to whoever writes it, at once. */
  async test(
    tx: EntityManager,
    viewer: Viewer,
    message: Written,
    self: AddressedTo,
    batchId: string,
  ): Promise<void> {
    const letter = await this.letter(tx, viewer, message, self.mail);
    const { unsubscribe: _link, ...marked } = letter;
    await this.outbox.enqueueLetter(
      tx,
      {
        ...marked,
        subject: `Probe: ${letter.subject}`,
        purpose: 'message-test',
        objectKind: 'message',
        batchId,
      },
      [{ ...recipientOf(self, TRIAL_TOKEN), objectId: message.id }],
    );
  }

  private async letter(
    tx: EntityManager,
    viewer: Viewer,
    message: Written,
    replyTo: string,
  ): Promise<Omit<OutgoingLetter, 'batchId'>> {
    const mark = letterMark();
    const page = this.links.url(`/nachricht/${placeOf(mark, 'token')}`);
    const optOut = this.links.url(`/abbestellen/${placeOf(mark, 'token')}`);
    const linked = message.filesAs === 'LINKED';
    const content = messageDocument(
      {
        subject: message.subject,
        text: message.text,
        linked: linked
          ? message.files.map((file) => ({
              title: file.title,
              note: fileNote(file),
              href: `${page}/unterlagen/${file.id}`,
            }))
          : [],
        optOut: { href: optOut, kind: messageKindLabels[message.kind] },
      },
      placeOf(mark, 'greeting'),
    );
    const frame = await this.settings.mailFrame(tx, {
      why: `Sie erhalten diese Mail, weil Sie hier verzeichnet sind: ${placeOf(mark, 'origin')}.`,
      sender: viewer.displayName,
    });
    return {
      mark,
      subject: message.subject,
      text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(content, frame),
      files: linked
        ? []
        : message.files.map(({ fileId, title, ending, size }) => ({
            fileId,
            name: ending ? `${title}.${ending}` : title,
            mediaType: attachmentTypeOf(ending)?.mediaType ?? 'application/octet-stream',
            size,
          })),
      purpose: 'message',
      objectKind: 'message-recipient',
      fromName: viewer.displayName,
      replyTo: { name: viewer.displayName, address: replyTo },
      unsubscribe: optOut,
      listId: listOf(message.kind),
      accountId: viewer.accountId ?? null,
    };
  }
}

function recipientOf(to: AddressedTo, token: string): LetterRecipient {
  const { id, personId, name, mail, greeting, origin } = to;
  return {
    objectId: id,
    to: { name, address: mail },
    words: { greeting, token, origin },
    personId,
  };
}

function fileNote({ ending, size }: { ending: string; size: number }): string {
  const megabytes = (size / 1_000_000).toLocaleString('de-DE', { maximumFractionDigits: 1 });
  const words = size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} kB` : `${megabytes} MB`;
  return [ending.toUpperCase(), words].filter(Boolean).join(', ');
}

/** Mail programs sort by it; what somebody refuses is one kind of them. */
function listOf(kind: MessageKind): string {
  return `nachrichten-${kind.toLowerCase()}`;
}
