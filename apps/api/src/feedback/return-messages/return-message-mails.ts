import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import { returnMessageDocument, type ReturnMessageItem } from '@runder-tisch/domain/feedback';
import type { Viewer } from '../../access/viewer';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { type MailFrame, mailFooterLines } from '../../documents/mail-frame';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
import { Settings } from '../../settings/settings';
import { greetingOf } from './return-message-reading';
import type { LetterRecipient, StoredLetter } from './return-messages.repository';

/** For the page, where nobody is greeted by name. */
export const nobody: LetterRecipient = {
  personId: null,
  name: '',
  mail: '',
  salutation: '',
  title: '',
  givenName: '',
  familyName: '',
};

/** An Ergebnisbrief as its recipients get it. */
@Injectable()
export class ReturnMessageMails {
  constructor(private readonly settings: Settings) {}

  document(
    letter: StoredLetter,
    items: readonly ReturnMessageItem[],
    recipient: LetterRecipient,
  ): DocumentContent {
    return returnMessageDocument(
      {
        title: letter.title,
        day: letter.startsAt,
        intro: letter.content.intro,
        closing: letter.content.closing,
        inReviewUntil: letter.inReviewUntil,
        items,
      },
      greetingOf(recipient),
    );
  }

  frame(tx: EntityManager, letter: StoredLetter): Promise<MailFrame> {
    return this.settings.mailFrame(tx, {
      why: `Sie erhalten diese Mail, weil Sie bei „${letter.title}“ dabei waren oder zugesagt hatten.`,
    });
  }

  mail(
    viewer: Viewer,
    letter: StoredLetter,
    content: DocumentContent,
    frame: MailFrame,
    recipient: LetterRecipient,
  ): OutgoingMail {
    return {
      to: { name: recipient.name, address: recipient.mail },
      subject: letter.content.subject,
      text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(content, frame),
      purpose: 'return-message',
      objectKind: 'return-message',
      objectId: letter.id,
      batchId: letter.id,
      orderKey: `return-message:${letter.meetingId ?? letter.formatId ?? ''}`,
      personId: recipient.personId,
      networkId: letter.networkId,
      accountId: viewer.accountId,
    };
  }
}
