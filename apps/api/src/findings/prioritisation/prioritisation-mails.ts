import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { recallSeconds, type SentView } from '@runder-tisch/domain/meetings';
import { greetingTo } from '@runder-tisch/domain/text';
import { berlinDay } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import { hashToken, newToken } from '../../access/session';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { mailFooterLines } from '../../documents/mail-frame';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { Outbox } from '../../outbox/outbox';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
import { Settings } from '../../settings/settings';
import { type PersonAsked, readPeopleAsked } from './prioritisation-people';
import {
  pointsCancelled,
  pointsLetter,
  pointsReminder,
  type PrioritisationLetterFacts,
} from './prioritisation-letter';
import type { Prioritisation } from './prioritisation.entity';

const ASK = 'points';
type Written = ReturnType<typeof pointsLetter>;

/** What leaves the house for a Punktabfrage: a link for each person, a reminder for all, or that it is off. */
@Injectable()
export class PrioritisationMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly identities: MailIdentitySource,
    private readonly clock: Clock,
  ) {}

  people(tx: EntityManager, asked: Prioritisation): Promise<PersonAsked[]> {
    return readPeopleAsked(tx, asked, berlinDay(this.clock.now()));
  }

  /**
   * One ballot and one mail for each. Ballots go in by their hash, which is by chance, under keys by chance: neither
   * their order nor their time tells who is who. The secret stands in the mail alone and leaves the outbox with it.
   */
  async ask(
    tx: EntityManager,
    viewer: Viewer,
    asked: Prioritisation,
    people: readonly PersonAsked[],
    batchId: string,
  ): Promise<SentView> {
    const tokens = people.map(() => newToken());
    const ballots = tokens
      .map(hashToken)
      .sort()
      .map((hash) => sql`(${randomUUID()}::uuid, ${asked.id}::uuid, ${hash})`);
    await rowsIn(
      tx,
      sql`insert into prioritisation_ballot (id, prioritisation_id, token_hash) values ${join(ballots)}`,
    );
    const notBefore = new Date(this.clock.now().getTime() + recallSeconds * 1000);
    await this.send(tx, viewer, asked, people, { purpose: ASK, batchId, notBefore }, (facts, index) =>
      pointsLetter({ ...facts, url: this.links.url(`/punkte/${tokens[index] ?? ''}`) }),
    );
    return { recipients: people.length, recallUntil: notBefore.toISOString() };
  }

  /** To all who were asked; the outbox knows to whom the question went, not what they made of it. */
  async remind(tx: EntityManager, viewer: Viewer, asked: Prioritisation): Promise<SentView> {
    const people = await this.peopleReached(tx, asked);
    const sentAt = asked.openedAt ?? this.clock.now();
    await this.send(tx, viewer, asked, people, { purpose: 'points-reminder', batchId: newId() }, (facts) =>
      pointsReminder({ ...facts, sentAt }),
    );
    return { recipients: people.length, recallUntil: null };
  }

  /** Takes back what still waits; whoever has the question hears that it is off. */
  async cancelled(
    tx: EntityManager,
    viewer: Viewer,
    asked: Prioritisation,
    reason: string,
  ): Promise<SentView> {
    if (asked.batchId) await this.outbox.takeBackNews(tx, asked.batchId, asked.id, ASK);
    const people = await this.peopleReached(tx, asked);
    await this.send(tx, viewer, asked, people, { purpose: 'points-cancel', batchId: newId() }, (facts) =>
      pointsCancelled({ ...facts, reason }),
    );
    return { recipients: people.length, recallUntil: null };
  }

  recall(tx: EntityManager, batchId: string): Promise<number> {
    return this.outbox.recall(tx, batchId);
  }

  private async peopleReached(tx: EntityManager, asked: Prioritisation): Promise<PersonAsked[]> {
    const mails = await this.outbox.mailsAbout(tx, {
      objectKind: 'prioritisation',
      objectId: asked.id,
      purpose: ASK,
    });
    const known = new Map((await this.people(tx, asked)).map((it) => [it.mail.toLowerCase(), it]));
    return mails.map(
      ({ name, address }) =>
        known.get(address.toLowerCase()) ?? {
          personId: null,
          organisationId: null,
          person: null,
          name,
          mail: address,
        },
    );
  }

  private async send(
    tx: EntityManager,
    viewer: Viewer,
    asked: Prioritisation,
    people: readonly PersonAsked[],
    run: Pick<OutgoingMail, 'purpose' | 'batchId' | 'notBefore'>,
    letter: (facts: PrioritisationLetterFacts, index: number) => Written,
  ): Promise<void> {
    const { senderName, replyAddress, senderAddress } = await this.identities.identity(tx);
    const sender = viewer.kind === 'account' ? viewer.displayName : senderName;
    const frame = await this.settings.mailFrame(tx, {
      why: 'Sie erhalten diese Mail, weil wir Sie bitten, mit Punkten zu sagen, was vorgeht.',
      sender,
    });
    const options = await rowsIn<{ title: string }>(
      tx,
      sql`select title from prioritisation_option where prioritisation_id = ${asked.id} order by position`,
    );
    const mails = people.map((who, index): OutgoingMail => {
      const { subject, preview, content } = letter(
        {
          hello: greetingTo({ ...who, mailbox: who.organisationId !== null }),
          question: asked.question,
          explanation: asked.explanation,
          options: options.map((it) => it.title),
          pointsPerPerson: asked.pointsPerPerson,
          mostPerOption: asked.mostPerOption,
          closesAt: asked.closesAt ?? this.clock.now(),
          senderName: sender,
        },
        index,
      );
      const own = { ...frame, preview };
      return {
        to: { name: who.name, address: who.mail },
        subject,
        text: asText(content, { publicUrl: own.publicUrl, footer: mailFooterLines(own) }),
        html: asMailHtml(content, own),
        objectKind: 'prioritisation',
        objectId: asked.id,
        fromName: sender,
        replyTo: { name: sender, address: replyAddress || senderAddress },
        orderKey: `prioritisation ${asked.id}`,
        personId: who.personId,
        networkId: asked.networkId,
        accountId: viewer.accountId,
        // The link is a ballot: nobody but its recipient reads it where mails are shown.
        confidential: true,
        ...run,
      };
    });
    await this.outbox.enqueueAll(tx, mails);
  }
}
