import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { isMailAddress, normaliseMail } from '@runder-tisch/domain/addresses';
import { documentOf, note, paragraph, paragraphs } from '@runder-tisch/domain/documents';
import { written } from '../accounts/sign-in/sign-in-mails';
import { oneIn } from '../database/rows';
import { MailIdentitySource } from '../outbox/mail-identity';
import { Outbox } from '../outbox/outbox';
import { Settings } from '../settings/settings';
import type { MailHead } from './mail-head';

/** What relays commonly take, with the words around it. */
const ORIGINAL_BYTES_MOST = 18 * 1024 * 1024;
const TEXT_MOST = 10_000;
const SUBJECT_MOST = 200;

interface PassedOn {
  id: string;
  head: MailHead;
  bytes: Buffer | null;
  text: string;
  remark: string;
  accountId: string | null;
  networkId: string | null;
}

/** Passes ordinary mails on to the people who can answer them. */
@Injectable()
export class InboxForward {
  constructor(
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly identities: MailIdentitySource,
  ) {}

  /**
   * To whoever sent the mail it answers, else to the mailbox of the settings; never to who wrote it nor back into this
   * inbox. Answers the address, or nothing.
   */
  async send(tx: EntityManager, mail: PassedOn): Promise<{ to: string }> {
    const to = await this.recipient(tx, mail);
    if (!to) return { to: '' };
    const { head, bytes, text, remark } = mail;
    const who =
      head.fromName && head.fromMail
        ? `${head.fromName} (${head.fromMail})`
        : head.fromName || head.fromMail || 'Jemand';
    const original = bytes && bytes.length <= ORIGINAL_BYTES_MOST ? bytes : null;
    const content = documentOf(head.subject || 'Mail ohne Betreff', [
      paragraph(`${who} schrieb an den Posteingang des Runden Tisches:`),
      ...paragraphs(text.slice(0, TEXT_MOST)),
      ...(remark ? [note(remark)] : []),
      note(
        original
          ? 'Die Mail, wie sie kam, hängt an. Wenn Sie antworten, geht Ihre Antwort an die Person, die geschrieben hat.'
          : 'Die Mail ist zu groß, um sie anzuhängen. Sie liegt im Postfach im Ordner „Runder Tisch“.',
      ),
    ]);
    const frame = await this.settings.mailFrame(tx, {
      why: 'Sie erhalten diese Mail, weil sie auf eine Mail von Ihnen antwortet oder an Ihr Büro ging.',
      preview: text.slice(0, 120),
    });
    await this.outbox.enqueue(tx, {
      ...written(`WG: ${head.subject || 'ohne Betreff'}`.slice(0, SUBJECT_MOST), content, frame),
      to,
      purpose: 'inbox-forward',
      objectKind: 'inbox-mail',
      objectId: mail.id,
      networkId: mail.networkId,
      ...(isMailAddress(head.fromMail) ? { replyTo: { name: head.fromName, address: head.fromMail } } : {}),
      ...(original
        ? { attachments: [{ name: 'Nachricht.eml', mediaType: 'message/rfc822', content: original }] }
        : {}),
    });
    return { to: to.address };
  }

  private async recipient(
    tx: EntityManager,
    { accountId, head }: PassedOn,
  ): Promise<{ name: string; address: string } | null> {
    const account = await oneIn<{ name: string; address: string }>(
      tx,
      sql`select display_name as name, mail as address from account where id = ${accountId}::uuid and disabled_at is null`,
    );
    const { replyAddress, inboxAddress, senderName } = await this.identities.identity(tx);
    const to = account ?? (replyAddress ? { name: senderName, address: replyAddress } : null);
    const loops = [head.fromMail, inboxAddress ?? ''].includes(normaliseMail(to?.address ?? ''));
    return to && !loops ? to : null;
  }
}
