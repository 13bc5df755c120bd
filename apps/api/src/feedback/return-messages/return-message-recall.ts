import { Injectable } from '@nestjs/common';
import { feedbackProblems } from '@runder-tisch/domain/feedback';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
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
  ) {}

  /** No mail leaves, and everything is as before sending, down to the answers it gave. */
  recall(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'return-message.recall', async (tx) => {
      const letter = await this.letters.changeable(tx, viewer, id);
      if (!letter) throw problem(generalProblems, 'not-found');
      const { before, ...content } = letter.content;
      if (!letter.sentAt || !before || (await this.letters.sentSince(tx, letter)))
        throw problem(feedbackProblems, 'return-message-recall-too-late');
      await this.outbox.recall(tx, id);
      await this.letters.forgetItems(tx, id);
      await this.undoing.takeAnswersBack(tx, before.answeredIds);
      await this.meetings.notFedBack(tx, before.meetingIds);
      if (before.format) await this.formats.notReturned(tx, before.format);
      await updateVersioned(tx, ReturnMessage, id, letter.version, {
        sentAt: null,
        sentBy: '',
        releasedAlone: false,
        recipients: 0,
        inReviewUntil: before.inReviewUntil,
        content: { ...content, document: null },
      });
    });
  }
}
