import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { greeting } from '@runder-tisch/domain/actors';
import { type DocumentContent, signed } from '@runder-tisch/domain/documents';
import { acknowledgementDocument, answerDocument, type ToldFeedback } from '@runder-tisch/domain/feedback';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { oneIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { mailFooterLines } from '../../documents/mail-frame';
import { Outbox } from '../../outbox/outbox';
import { Settings } from '../../settings/settings';
import type { Feedback } from '../feedback.entity';

export const STATE_LINK = 'feedback-state';
/** Time to think better of it. */
export const RECALL_SECONDS = 60;
const STATE_LINK_DAYS = 730;

export interface Sender {
  personId: string | null;
  name: string;
  mail: string;
  greeting: string;
  /** How the office is told of it: an address left for the answer alone is nobody's to read. */
  shown: string;
  /** Left for the answer alone: in the mailbox too it stands for nobody who works on the Hinweis. */
  isLeft: boolean;
}

/** Mails to whoever gave a Hinweis, each with the link to its state. */
@Injectable()
export class SenderMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /**
   * The person if they have an address, otherwise the mailbox of the organisation they spoke for; of a Hinweis
   * without a name the address that was left for the answer.
   */
  async senderOf(
    tx: EntityManager,
    item: Pick<Feedback, 'id' | 'personId' | 'organisationId'>,
  ): Promise<Sender | null> {
    const found = await oneIn<{
      person: {
        id: string;
        salutation: string;
        title: string;
        givenName: string;
        familyName: string;
        mail: string;
      } | null;
      organisation: { name: string; mail: string } | null;
      contact: string | null;
    }>(
      tx,
      sql`select (select json_build_object('id', id, 'salutation', salutation, 'title', title, 'givenName', given_name,
                         'familyName', family_name, 'mail', mail) from person where id = ${item.personId}::uuid and mail <> '') as person,
                 (select json_build_object('name', name, 'mail', function_mailbox)
                  from organisation where id = ${item.organisationId}::uuid and function_mailbox <> '') as organisation,
                 (select mail from feedback_contact where feedback_id = ${item.id}) as contact`,
    );
    if (found?.person) {
      const { person } = found;
      const name = [person.title, person.givenName, person.familyName].filter(Boolean).join(' ');
      return {
        personId: person.id,
        name,
        mail: person.mail,
        greeting: greeting(person),
        shown: person.mail,
        isLeft: false,
      };
    }
    const nobody = { personId: null, greeting: 'Guten Tag' };
    if (found?.organisation) {
      const { name, mail } = found.organisation;
      return { ...nobody, name, mail, shown: mail, isLeft: false };
    }
    if (!found?.contact) return null;
    return { ...nobody, name: '', mail: found.contact, shown: 'die hinterlassene Mailadresse', isLeft: true };
  }

  async acknowledge(tx: EntityManager, viewer: Viewer, item: Feedback, sender: Sender): Promise<void> {
    const url = await this.stateUrl(tx, item, sender);
    await this.send(tx, viewer, item, sender, {
      purpose: 'feedback-received',
      subject: `Ihr Hinweis ${item.number ?? ''} ist angekommen`,
      content: acknowledgementDocument(toldOf(item), sender.greeting, url),
    });
  }

  /** Waits a minute so that it can be taken back; answers the batch to take back. */
  async answer(
    tx: EntityManager,
    viewer: Viewer,
    item: Feedback,
    sender: Sender,
  ): Promise<{ batchId: string; until: Date }> {
    const url = await this.stateUrl(tx, item, sender);
    const until = new Date(this.clock.now().getTime() + RECALL_SECONDS * 1000);
    const batchId = await this.send(tx, viewer, item, sender, {
      purpose: 'feedback-answer',
      subject: `Ihr Hinweis ${item.number ?? ''}: Das wurde daraus`,
      content: answerDocument(toldOf(item), sender.greeting, url),
      notBefore: until,
    });
    return { batchId, until };
  }

  private async stateUrl(tx: EntityManager, item: Feedback, sender: Sender): Promise<string> {
    const token = await this.links.create(tx, {
      purpose: STATE_LINK,
      personId: sender.personId,
      objectKind: 'feedback',
      objectId: item.id,
      expiresAt: new Date(this.clock.now().getTime() + STATE_LINK_DAYS * 86_400_000),
    });
    return this.links.url(`/hinweis/${token}`);
  }

  private async send(
    tx: EntityManager,
    viewer: Viewer,
    item: Feedback,
    sender: Sender,
    mail: { purpose: string; subject: string; content: DocumentContent; notBefore?: Date },
  ): Promise<string> {
    const frame = await this.settings.mailFrame(tx, {
      why: 'Sie erhalten diese Mail, weil Sie uns einen Hinweis gegeben haben.',
    });
    const content = {
      ...mail.content,
      blocks: [...mail.content.blocks, ...signed(frame.countyName)],
    };
    return this.outbox.enqueue(tx, {
      to: { name: sender.name, address: sender.mail },
      subject: mail.subject,
      text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(content, frame),
      purpose: mail.purpose,
      objectKind: 'feedback',
      objectId: item.id,
      orderKey: `feedback:${item.id}`,
      ...(mail.notBefore ? { notBefore: mail.notBefore } : {}),
      personId: sender.personId,
      ...(sender.isLeft ? {} : { networkId: item.networkId, accountId: viewer.accountId }),
    });
  }
}

export function toldOf(item: Feedback): ToldFeedback {
  return {
    number: item.number ?? '',
    receivedAt: item.receivedAt,
    text: item.triagedText,
    state: item.state,
    decision: item.decision,
    reason: item.reason,
    forwardedTo: item.forwardedTo,
    answer: item.answer,
  };
}
