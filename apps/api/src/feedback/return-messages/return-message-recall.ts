import { Injectable } from '@nestjs/common';
import { feedbackProblems } from '@runder-tisch/domain/feedback';
import { recallSeconds } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { FormatsService } from '../../formats/formats.service';
import { MeetingsService } from '../../meetings/scheduling/meetings.service';
import { Outbox } from '../../outbox/outbox';
import { problem } from '../../problem/problem';
import { UndoService } from '../inbox/undo.service';
import { ReturnMessage } from './return-message.entity';
import { ReturnMessagesRepository } from './return-messages.repository';

/** The minute in which an Ergebnisbrief can be taken back. */
@Injectable()
export class ReturnMessageRecall {
  constructor(
    private readonly database: Database,
    private readonly letters: ReturnMessagesRepository,
    private readonly formats: FormatsService,
    private readonly meetings: MeetingsService,
    private readonly outbox: Outbox,
    private readonly undoing: UndoService,
    private readonly clock: Clock,
  ) {}

  /** No mail leaves, and everything is as before sending, down to the answers it gave. */
  recall(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'return-message.recall', async (tx) => {
      const letter = await this.letters.changeable(tx, viewer, id);
      if (!letter) throw problem(generalProblems, 'not-found');
      const { before, ...content } = letter.content;
      const late = this.clock.now().getTime() - (letter.sentAt?.getTime() ?? 0) > recallSeconds * 1000;
      if (
        !letter.sentAt ||
        !before ||
        (letter.recipients === 0 && late) ||
        (await this.letters.sentSince(tx, letter))
      )
        throw problem(feedbackProblems, 'return-message-recall-too-late');
      if (letter.recipients > 0) await this.outbox.recall(tx, id);
      const stands = Boolean(before.sentAt);
      if (!stands) {
        await this.letters.forgetItems(tx, id);
        await this.undoing.takeAnswersBack(tx, before.answeredIds);
      }
      await this.meetings.notFedBack(tx, before.meetingIds);
      if (before.format) await this.formats.notReturned(tx, before.format);
      await updateVersioned(tx, ReturnMessage, id, letter.version, {
        recipients: 0,
        ...(stands
          ? { sentAt: new Date(before.sentAt ?? ''), content }
          : {
              ...{ sentAt: null, sentBy: '', releasedAlone: false, publishedAt: null, publishedBy: '' },
              inReviewUntil: before.inReviewUntil,
              content: { ...content, document: null },
            }),
      });
    });
  }
}
