import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayWith } from '@runder-tisch/domain/accounts';
import { greeting } from '@runder-tisch/domain/actors';
import {
  decisionIsTold,
  draftLetter,
  feedbackProblems,
  type ReturnMessageView,
} from '@runder-tisch/domain/feedback';
import type { ReturnMessageQuery } from '@runder-tisch/domain/feedback/feedback-requests';
import { recallSeconds } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { problem } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import type { ReturnMessage } from './return-message.entity';
import {
  type LetterRecipient,
  ReturnMessagesRepository,
  type StoredLetter,
} from './return-messages.repository';

type About = Pick<ReturnMessage, 'meetingId' | 'formatId'>;

/** An Ergebnisbrief as its page shows it: one that is there, or one nobody has begun. */
@Injectable()
export class ReturnMessageReading {
  constructor(
    private readonly database: Database,
    private readonly letters: ReturnMessagesRepository,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async find(viewer: Viewer, id: string): Promise<ReturnMessageView> {
    const letter = await this.letters.find(viewer, id);
    return this.database.read((tx) => this.view(tx, viewer, letter));
  }

  /** What a new letter would say and to whom; nothing is stored. The draft, where somebody has begun one. */
  async next(viewer: Viewer, query: ReturnMessageQuery): Promise<ReturnMessageView> {
    const about = oneOf({ meetingId: query.meetingId ?? null, formatId: query.formatId ?? null });
    const next = await this.database.read((tx) => this.letters.about(tx, viewer, about));
    if (!next) throw problem(generalProblems, 'not-found');
    if (next.draftId) return this.find(viewer, next.draftId);
    if (next.unreported === 0) throw problem(feedbackProblems, 'return-message-nothing-to-say');
    const { title, number, startsAt, networkId } = next;
    const content = {
      ...draftLetter(title, number, viewer.displayName),
      leftOutIds: [],
      document: null,
    };
    return this.database.read((tx) =>
      this.view(tx, viewer, { ...nowhere, ...about, title, number, startsAt, networkId, content }),
    );
  }

  private async view(tx: EntityManager, viewer: Viewer, letter: StoredLetter): Promise<ReturnMessageView> {
    const items = await this.letters.items(tx, letter);
    const told = items.filter((item) => !item.leftOut);
    const { recipients, withoutMail } = letter.mayChange
      ? await this.letters.recipients(tx, letter)
      : { recipients: [], withoutMail: [] };
    const sentTo =
      letter.recipients > 0 && letter.mayChange ? await this.letters.mailStates(letter.id) : null;
    const { content } = letter;
    return {
      id: letter.id,
      version: letter.version,
      number: letter.number,
      about: {
        kind: letter.meetingId ? 'meeting' : 'format',
        id: letter.meetingId ?? letter.formatId ?? '',
        title: letter.title,
        startsAt: letter.startsAt?.toISOString() ?? null,
      },
      subject: content.subject,
      intro: content.intro,
      closing: content.closing,
      inReviewUntil: letter.inReviewUntil,
      sentAt: letter.sentAt?.toISOString() ?? null,
      sentBy: letter.sentBy,
      items: letter.mayChange ? items : [],
      decided: told.filter((item) => decisionIsTold(item.state)).length,
      open: told.filter((item) => !decisionIsTold(item.state)).length,
      recipients: sentTo ?? recipients.map(({ name, mail }) => ({ name, mail, mailState: null })),
      withoutMail,
      publishedAt: letter.publishedAt?.toISOString() ?? null,
      publishedBy: letter.publishedBy,
      mayChange: letter.mayChange && letter.sentAt === null,
      mailed: letter.recipients > 0,
      mayMail: letter.mayChange && letter.recipients === 0,
      mayPublish: letter.mayChange && mayWith(viewer.roles, 'feedback:decide'),
      fourEyes: (await this.settings.current(tx)).fourEyes,
      draftedBy: letter.mayChange ? letter.draftedBy : '',
      ownDraft: letter.id === '' || (letter.mayChange && letter.draftedByAccountId === viewer.accountId),
      presentedAt: letter.sentAt ? null : (letter.presentedAt?.toISOString() ?? null),
      releasedAlone: letter.mayChange && letter.releasedAlone,
      recallable: this.recallable(letter),
      preview: await this.preview(tx, recipients[0]),
      document: content.document,
    };
  }

  private recallable({ sentAt, mayChange, recipients }: StoredLetter): ReturnMessageView['recallable'] {
    if (!sentAt || !mayChange) return null;
    const left = sentAt.getTime() + recallSeconds * 1000 - this.clock.now().getTime();
    return left > 0 ? { recipients, secondsLeft: Math.ceil(left / 1000) } : null;
  }

  private async preview(
    tx: EntityManager,
    first: LetterRecipient | undefined,
  ): Promise<ReturnMessageView['preview']> {
    const { senderName, senderAddress } = await this.settings.current(tx);
    return {
      from: senderAddress ? `${senderName} <${senderAddress}>` : senderName,
      to: first ? `${first.name} <${first.mail}>` : '',
      greeting: first ? greetingOf(first) : 'Guten Tag',
    };
  }
}

/** A letter is about a meeting or a format, never both. */
export function oneOf<T extends About>(about: T): T {
  if ((about.meetingId === null) === (about.formatId === null))
    throw problem(generalProblems, 'invalid-input', [{ path: 'meetingId', code: 'one-of-two' }]);
  return about;
}

/** A function mailbox has no name one could greet. */
export function greetingOf(recipient: LetterRecipient): string {
  return recipient.familyName === '' ? 'Guten Tag' : greeting(recipient);
}

const nowhere = {
  id: '',
  version: 0,
  inReviewUntil: null,
  sentAt: null,
  sentBy: '',
  draftedByAccountId: null,
  draftedBy: '',
  presentedAt: null,
  releasedAlone: false,
  recipients: 0,
  publishedAt: null,
  publishedBy: '',
  mayChange: true,
} as const satisfies Partial<StoredLetter>;
