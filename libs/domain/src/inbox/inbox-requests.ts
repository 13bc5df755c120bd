import { IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { type GivenAnswer, givenAnswers } from '../meetings/meeting-words';
import { type InboxPage, inboxPages, type InboxPart, inboxParts } from './inbox-views';

export class InboxQuery extends ListQuery {
  @IsOptional()
  @IsIn(inboxParts)
  part?: InboxPart;

  /** What came about one meeting. */
  @IsOptional()
  @IsUUID()
  meetingId?: string;

  /** What came about the object of a page; the kind and its id only together. */
  @ValidateIf(asksAbout)
  @IsIn(inboxPages)
  aboutKind?: InboxPage;

  @ValidateIf(asksAbout)
  @IsUUID()
  aboutId?: string;
}

function asksAbout({ aboutKind, aboutId }: InboxQuery): boolean {
  return aboutKind !== undefined || aboutId !== undefined;
}

/** What the office reads in a mail of words; the other kinds say it themselves. */
export class AcceptInboxMail {
  @IsOptional()
  @IsIn(givenAnswers)
  answer: GivenAnswer | null = null;
}
