import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { greeting } from '@runder-tisch/domain/actors';
import { type DocumentContent, signed } from '@runder-tisch/domain/documents';
import { acknowledgementDocument, answerDocument, type ToldFeedback } from '@runder-tisch/domain/feedback';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { mailFooterLines } from '../../documents/mail-frame';
import { Outbox } from '../../outbox/outbox';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
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

/** One Hinweis as its sender is told of it. */
export interface SenderLetter {
  item: Feedback;
  sender: Sender;
}

type SenderFacts = Pick<Feedback, 'id' | 'personId' | 'organisationId'>;

interface SenderMail {
  purpose: string;
  subject: string;
  content: DocumentContent;
  notBefore?: Date;
}

interface FoundSender {
  id: string;
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

  async senderOf(tx: EntityManager, item: SenderFacts): Promise<Sender | null> {
    return (await this.sendersOf(tx, [item])).get(item.id) ?? null;
  }

  /**
   * By the id of the Hinweis: the person if they have an address, otherwise the mailbox of the organisation they
   * spoke for; of a Hinweis without a name the address that was left for the answer. Whom no mail reaches is absent.
   */
  async sendersOf(tx: EntityManager, items: readonly SenderFacts[]): Promise<Map<string, Sender>> {
    const asked = items.map(({ id, personId, organisationId }) => ({ id, personId, organisationId }));
    const rows = await rowsIn<FoundSender>(
      tx,
      sql`select asked.id,
                 (select json_build_object('id', id, 'salutation', salutation, 'title', title, 'givenName', given_name,
                         'familyName', family_name, 'mail', mail) from person where person.id = asked."personId" and mail <> '') as person,
                 (select json_build_object('name', name, 'mail', function_mailbox)
                  from organisation where organisation.id = asked."organisationId" and function_mailbox <> '') as organisation,
                 (select mail from feedback_contact where feedback_id = asked.id) as contact
          from json_to_recordset(${JSON.stringify(asked)}::json) as asked(id uuid, "personId" uuid, "organisationId" uuid)`,
    );
    const found = new Map<string, Sender>();
    for (const row of rows) {
      const sender = asSender(row);
      if (sender) found.set(row.id, sender);
    }
    return found;
  }

  async acknowledge(tx: EntityManager, viewer: Viewer, item: Feedback, sender: Sender): Promise<void> {
    await this.send(tx, viewer, [{ item, sender }], ({ number }, url) => ({
      purpose: 'feedback-received',
      subject: `Ihr Hinweis ${number ?? ''} ist angekommen`,
      content: acknowledgementDocument(toldOf(item), sender.greeting, url),
    }));
  }

  /**
   * To each sender the answer with their own words. The letters wait a minute, so that they can be taken back; answers
   * the batch to take back by the id of the Hinweis.
   */
  async answer(
    tx: EntityManager,
    viewer: Viewer,
    letters: readonly SenderLetter[],
  ): Promise<{ batchIds: Map<string, string>; until: Date }> {
    const until = new Date(this.clock.now().getTime() + RECALL_SECONDS * 1000);
    const batches = await this.send(tx, viewer, letters, (item, url, sender) => ({
      purpose: 'feedback-answer',
      subject: `Ihr Hinweis ${item.number ?? ''}: Das wurde daraus`,
      content: answerDocument(toldOf(item), sender.greeting, url),
      notBefore: until,
    }));
    return {
      batchIds: new Map(letters.map(({ item }, index) => [item.id, batches[index] as string])),
      until,
    };
  }

  private async send(
    tx: EntityManager,
    viewer: Viewer,
    letters: readonly SenderLetter[],
    mailOf: (item: Feedback, stateUrl: string, sender: Sender) => SenderMail,
  ): Promise<string[]> {
    if (letters.length === 0) return [];
    const expiresAt = new Date(this.clock.now().getTime() + STATE_LINK_DAYS * 86_400_000);
    const tokens = await this.links.createAll(
      tx,
      letters.map(({ item, sender }) => ({
        purpose: STATE_LINK,
        personId: sender.personId,
        objectKind: 'feedback',
        objectId: item.id,
        expiresAt,
      })),
    );
    const frame = await this.settings.mailFrame(tx, {
      why: 'Sie erhalten diese Mail, weil Sie uns einen Hinweis gegeben haben.',
    });
    const mails = letters.map(({ item, sender }, index): OutgoingMail => {
      const mail = mailOf(item, this.links.url(`/hinweis/${tokens[index]}`), sender);
      const content = {
        ...mail.content,
        blocks: [...mail.content.blocks, ...signed(frame.countyName)],
      };
      return {
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
      };
    });
    return this.outbox.enqueueAll(tx, mails);
  }
}

function asSender({ person, organisation, contact }: FoundSender): Sender | null {
  if (person) {
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
  if (organisation) {
    const { name, mail } = organisation;
    return { ...nobody, name, mail, shown: mail, isLeft: false };
  }
  if (!contact) return null;
  return { ...nobody, name: '', mail: contact, shown: 'die hinterlassene Mailadresse', isLeft: true };
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
