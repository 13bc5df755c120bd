import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  answerByLetter,
  decisionIsTold,
  draftLetter,
  feedbackProblems,
  makeMove,
  type ReturnMessageItem,
} from '@runder-tisch/domain/feedback';
import type { BeginReturnMessage, SaveReturnMessage } from '@runder-tisch/domain/feedback/feedback-requests';
import { recallSeconds, type SentView } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { FormatsService } from '../../formats/formats.service';
import { MeetingsService } from '../../meetings/scheduling/meetings.service';
import { Outbox } from '../../outbox/outbox';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { notReleased, type Release } from '../answers/answering';
import { forgetDrafts } from '../answers/drafts';
import { Releases } from '../answers/releases.service';
import { Feedback } from '../feedback.entity';
import { furtherFields, recordSteps } from '../feedback-steps';
import { nobody, ReturnMessageMails } from './return-message-mails';
import { oneOf } from './return-message-reading';
import { type BeforeSending, ReturnMessage } from './return-message.entity';
import { ReturnMessagesRepository, type StoredLetter } from './return-messages.repository';
import { factsOf } from '../stored-facts';

/** The Ergebnisbrief: written from the inbox, sent to everybody who was there, and with that an answer to what it reports. */
@Injectable()
export class ReturnMessagesService {
  constructor(
    private readonly database: Database,
    private readonly letters: ReturnMessagesRepository,
    private readonly formats: FormatsService,
    private readonly meetings: MeetingsService,
    private readonly outbox: Outbox,
    private readonly mails: ReturnMessageMails,
    private readonly releases: Releases,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** A draft for a meeting or a format, with the words its page had; without any, the one that lies there is gone on with. */
  begin(viewer: Viewer, request: BeginReturnMessage): Promise<{ id: string }> {
    const { words, ...about } = oneOf(request);
    return this.database.write(viewer, 'return-message.begin', async (tx) => {
      const found = await this.letters.about(tx, viewer, about, true);
      if (!found) throw problem(generalProblems, 'not-found');
      if (found.draftId && words) throw problem(generalProblems, 'stale-version');
      if (found.draftId) return { id: found.draftId };
      if (found.unreported === 0) throw problem(feedbackProblems, 'return-message-nothing-to-say');
      const proposed = draftLetter(found.title, found.number, viewer.displayName);
      const { inReviewUntil, ...content } = words ?? { ...proposed, leftOutIds: [], inReviewUntil: null };
      const id = newId();
      await tx.insert(ReturnMessage, {
        id,
        meetingId: about.meetingId,
        formatId: about.formatId,
        number: found.number,
        inReviewUntil,
        content: { ...content, document: null },
        sentAt: null,
        sentBy: '',
        ...writtenBy(viewer),
        presentedAt: null,
        releasedAlone: false,
        recipients: 0,
        version: 1,
        createdAt: this.clock.now(),
      });
      return { id };
    });
  }

  save(viewer: Viewer, id: string, version: number, request: SaveReturnMessage): Promise<void> {
    const { inReviewUntil, ...words } = request;
    return this.database.write(viewer, 'return-message.change', async (tx) => {
      const letter = await this.draft(tx, viewer, id);
      await updateVersioned(tx, ReturnMessage, id, version, {
        inReviewUntil,
        ...writtenBy(viewer),
        presentedAt: null,
        content: { ...letter.content, ...words },
      });
    });
  }

  /** Ready to be read and sent by somebody else, who finds it on Heute. Other words end that. */
  present(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'return-message.present', async (tx) => {
      await this.draft(tx, viewer, id);
      await updateVersioned(tx, ReturnMessage, id, version, { presentedAt: this.clock.now() });
    });
  }

  discard(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'return-message.discard', async (tx) => {
      await this.draft(tx, viewer, id);
      await tx.delete(ReturnMessage, { id });
    });
  }

  /** The letter as its recipients will get it, to the one who writes it. */
  test(viewer: Viewer, id: string): Promise<{ address: string }> {
    return this.database.write(viewer, 'return-message.test', async (tx) => {
      const letter = await this.draft(tx, viewer, id);
      const account = await oneIn<{ mail: string }>(
        tx,
        sql`select mail from account where id = ${viewer.accountId}::uuid`,
      );
      if (!account) throw problem(generalProblems, 'forbidden');
      const items = (await this.letters.items(tx, letter)).filter((item) => !item.leftOut);
      const frame = await this.mails.frame(tx, letter);
      const recipient = { ...nobody, name: viewer.displayName, mail: account.mail };
      await this.outbox.enqueue(tx, {
        ...this.mails.mail(viewer, letter, this.mails.document(letter, items, recipient), frame, recipient),
        subject: `Probe: ${letter.content.subject}`,
        purpose: 'return-message-test',
      });
      return { address: account.mail };
    });
  }

  /** One mail each; what is decided counts as answered by it, what is open is announced until a day. */
  send(viewer: Viewer, id: string, version: number, alone: boolean): Promise<SentView> {
    return this.database.write(viewer, 'return-message.send', async (tx) => {
      const letter = await this.letters.changeable(tx, viewer, id);
      if (!letter) throw problem(generalProblems, 'not-found');
      if (letter.recipients > 0) throw problem(feedbackProblems, 'return-message-sent');
      if (letter.version !== version) throw problem(generalProblems, 'stale-version');
      const release = await this.releaseOf(tx, viewer, letter, alone);
      const { recipients } = await this.letters.recipients(tx, letter);
      if (recipients.length === 0) throw problem(feedbackProblems, 'return-message-nobody');
      const now = this.clock.now();
      const notBefore = new Date(now.getTime() + recallSeconds * 1000);
      const { items, inReviewUntil, patch } = letter.sentAt
        ? await this.again(tx, letter)
        : await this.goOut(tx, viewer, letter, true, release);
      const frozen = { ...letter, inReviewUntil };
      const frame = await this.mails.frame(tx, letter);
      await this.outbox.enqueueAll(
        tx,
        recipients.map((recipient) => ({
          ...this.mails.mail(viewer, letter, this.mails.document(frozen, items, recipient), frame, recipient),
          notBefore,
        })),
      );
      await updateVersioned(tx, ReturnMessage, id, version, { ...patch, recipients: recipients.length });
      return { recipients: recipients.length, recallUntil: notBefore.toISOString() };
    });
  }

  /** For everybody to read; it goes out with that where no mail has gone, and that suffices where nobody has an address. */
  publish(viewer: Viewer, id: string, version: number, alone: boolean): Promise<void> {
    return this.database.write(viewer, 'return-message.publish', async (tx) => {
      const letter = await this.letters.changeable(tx, viewer, id);
      if (!letter) throw problem(generalProblems, 'not-found');
      if (letter.publishedAt) throw problem(feedbackProblems, 'return-message-public');
      if (letter.version !== version) throw problem(generalProblems, 'stale-version');
      const release = await this.releaseOf(tx, viewer, letter, alone);
      const patch = letter.sentAt ? {} : (await this.goOut(tx, viewer, letter, false, release)).patch;
      await updateVersioned(tx, ReturnMessage, id, version, {
        ...patch,
        publishedAt: this.clock.now(),
        publishedBy: viewer.displayName,
      });
    });
  }

  /** Nobody else reads it any more; who had it in a mail keeps it, and what it answered stays answered. */
  unpublish(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'return-message.unpublish', async (tx) => {
      const letter = await this.letters.changeable(tx, viewer, id);
      if (!letter) throw problem(generalProblems, 'not-found');
      if (!letter.publishedAt) throw problem(feedbackProblems, 'return-message-not-public');
      await updateVersioned(tx, ReturnMessage, id, version, { publishedAt: null, publishedBy: '' });
    });
  }

  /** Whoever has not written it lets it out, or whoever has says so; once it is out, nobody need again. */
  private async releaseOf(
    tx: EntityManager,
    viewer: Viewer,
    letter: StoredLetter,
    alone: boolean,
  ): Promise<Release | null> {
    if (letter.sentAt) return null;
    const { draftedByAccountId: accountId, draftedBy } = letter;
    return this.releases.of(tx, viewer, { accountId, draftedBy }, alone);
  }

  /** What was published before goes to those who have an address as it stood then. */
  private async again(tx: EntityManager, letter: StoredLetter): Promise<GoneOut> {
    const meetingIds = await this.meetings.fedBack(tx, letter);
    const format = await this.letters.fedBackFormat(tx, letter, true);
    const before: BeforeSending = {
      ...{ inReviewUntil: letter.inReviewUntil, answeredIds: [], meetingIds },
      sentAt: letter.sentAt?.toISOString() ?? null,
      format: format ? await this.formats.returned(tx, format) : null,
    };
    const { inReviewUntil } = letter;
    const patch = { sentAt: this.clock.now(), content: { ...letter.content, before } };
    return { items: await this.letters.items(tx, letter), inReviewUntil, patch };
  }

  /** The draft becomes a letter: it answers what is decided, and names until when the rest is examined. */
  private async goOut(
    tx: EntityManager,
    viewer: Viewer,
    letter: StoredLetter,
    mailed: boolean,
    release: Release | null,
  ): Promise<GoneOut> {
    const { id } = letter;
    await rowsIn(
      tx,
      sql`select id from feedback where meeting_id = ${letter.meetingId}::uuid or format_id = ${letter.formatId}::uuid order by id for update`,
    );
    const items = (await this.letters.items(tx, letter)).filter((item) => !item.leftOut);
    const open = items.filter((item) => !decisionIsTold(item.state));
    const inReviewUntil = open.length > 0 ? letter.inReviewUntil : null;
    this.assertSendable(items, open, inReviewUntil);
    const frozen = { ...letter, inReviewUntil };
    await this.letters.keepItems(
      tx,
      id,
      items.map((item) => ({ feedbackId: item.feedbackId, answered: decisionIsTold(item.state) })),
    );
    const answered = items.filter((item) => item.state === 'DECIDED');
    await this.answerAll(tx, viewer, answered, release ?? notReleased);
    // Published, it waits for the mail where somebody has an address.
    const reaches = mailed || (await this.letters.recipients(tx, letter)).recipients.length === 0;
    const meetingIds = reaches ? await this.meetings.fedBack(tx, letter) : [];
    const format = await this.letters.fedBackFormat(tx, letter, mailed);
    const before: BeforeSending = {
      inReviewUntil: letter.inReviewUntil,
      answeredIds: answered.map((item) => item.feedbackId),
      meetingIds,
      format: format ? await this.formats.returned(tx, format) : null,
    };
    const patch = {
      sentAt: this.clock.now(),
      sentBy: viewer.displayName,
      releasedAlone: release?.releasedAlone ?? false,
      inReviewUntil,
      content: { ...letter.content, document: this.mails.document(frozen, items, nobody), before },
    };
    return { items, inReviewUntil, patch };
  }

  private assertSendable(
    items: readonly ReturnMessageItem[],
    open: readonly ReturnMessageItem[],
    inReviewUntil: string | null,
  ): void {
    if (items.length === 0 || items.every((item) => item.text === null))
      throw problem(feedbackProblems, 'return-message-nothing-to-say');
    if (open.length === 0) return;
    if (inReviewUntil === null)
      throw problem(feedbackProblems, 'return-message-review-missing', 'inReviewUntil');
    if (inReviewUntil < berlinDay(this.clock.now()))
      throw problem(feedbackProblems, 'return-message-review-past', 'inReviewUntil');
  }

  private async answerAll(
    tx: EntityManager,
    viewer: Viewer,
    items: readonly ReturnMessageItem[],
    release: Release,
  ): Promise<void> {
    const now = this.clock.now();
    for (const { feedbackId } of items) {
      const item = await tx.findOneByOrFail(Feedback, { id: feedbackId });
      const further = await furtherFields(tx, feedbackId);
      const answer = answerByLetter(item.decision ?? 'NOTED', item.reason, item.forwardedTo);
      const { facts, refusal } = makeMove('answer', factsOf(item, further), { answer });
      if (refusal) throw refused(feedbackProblems, refusal);
      await recordSteps(tx, viewer, now, [{ item, further, move: 'answer' }]);
      await updateVersioned(tx, Feedback, feedbackId, item.version, {
        state: facts.state,
        answer: facts.answer,
        answeredAt: now,
        ...release,
      });
    }
    await forgetDrafts(
      tx,
      items.map((item) => item.feedbackId),
    );
    await this.search.refresh(
      tx,
      'feedback',
      items.map((item) => item.feedbackId),
    );
  }

  private async draft(tx: EntityManager, viewer: Viewer, id: string): Promise<StoredLetter> {
    const letter = await this.letters.changeable(tx, viewer, id);
    if (!letter) throw problem(generalProblems, 'not-found');
    if (letter.sentAt) throw problem(feedbackProblems, 'return-message-sent');
    return letter;
  }
}

interface GoneOut {
  items: readonly ReturnMessageItem[];
  inReviewUntil: string | null;
  /** What of the letter is other than before. */
  patch: Partial<ReturnMessage>;
}

function writtenBy(viewer: Viewer): Pick<ReturnMessage, 'draftedByAccountId' | 'draftedBy'> {
  return { draftedByAccountId: viewer.accountId ?? null, draftedBy: viewer.displayName };
}
