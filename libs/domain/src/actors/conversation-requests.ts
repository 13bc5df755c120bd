import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { OneLine } from '../validation/one-line';
import { DAY, NO_DAY } from '../validation/day';
import { actorLimits } from './actors-limits';
import { type ConversationWay, conversationWays } from './conversations';

export class SaveConversation {
  @Matches(DAY, { message: 'Bitte geben Sie den Tag des Gesprächs an.' })
  heldOn = '';

  @IsIn(conversationWays, { message: 'Bitte wählen Sie, wie Sie gesprochen haben.' })
  way: ConversationWay = 'PHONE';

  @IsString()
  @OneLine()
  @MaxLength(actorLimits.name)
  withWhom = '';

  @IsString()
  @MinLength(2, { message: 'Bitte schreiben Sie, was besprochen wurde.' })
  @MaxLength(actorLimits.conversation)
  note = '';
}

/** A new one names whom it is about, and may ask to come back to it. */
export class NoteConversation extends SaveConversation {
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  /** The day on which it shall stand on Heute again; it becomes a task of whoever writes the note. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  followUpOn: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(actorLimits.name)
  followUp = '';
}
