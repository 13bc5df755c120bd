import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { type GivenAnswer, givenAnswers } from '../meetings/meeting-words';
import { type InboxPart, inboxParts } from './inbox-views';

export class InboxQuery extends ListQuery {
  @IsOptional()
  @IsIn(inboxParts)
  part?: InboxPart;

  /** What came about one meeting. */
  @IsOptional()
  @IsUUID()
  meetingId?: string;
}

/** What the office reads in a mail of words; the other kinds say it themselves. */
export class AcceptInboxMail {
  @IsOptional()
  @IsIn(givenAnswers)
  answer: GivenAnswer | null = null;
}
