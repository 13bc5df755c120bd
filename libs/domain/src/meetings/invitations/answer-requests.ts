import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { OneLine } from '../../validation/one-line';
import { MailOrNone } from '../../validation/reachable';
import { enteredChannels, type EnteredChannel, type GivenAnswer, givenAnswers } from '../meeting-words';
import { meetingLimits } from '../meetings-limits';

/** The answer to one invitation: by the person themselves, or entered for them with the channel it came by. */
export class AnswerInvitation {
  /** Without a default: whoever sends none has said nothing. */
  @IsIn(givenAnswers, { message: 'Bitte wählen Sie eine Antwort.' })
  answer!: GivenAnswer;

  @IsOptional()
  @IsIn(enteredChannels, { message: 'Bitte geben Sie an, wie die Antwort kam.' })
  channel: EnteredChannel | null = null;

  @IsInt()
  @Min(0)
  @Max(meetingLimits.companions, { message: 'Höchstens 20 Begleitpersonen.' })
  companions = 0;

  @IsString()
  @OneLine()
  @MaxLength(meetingLimits.deputyName)
  deputyName = '';

  /** With it the deputy gets an invitation of their own. */
  @MailOrNone(meetingLimits.mail)
  deputyMail = '';

  /** Names of those who come for a function mailbox. */
  @IsArray()
  @ArrayMaxSize(meetingLimits.companions + 1, { message: 'Höchstens 21 Personen.' })
  @IsString({ each: true })
  @OneLine({ each: true })
  @MaxLength(meetingLimits.name, { each: true, message: 'Bitte ein Name in jeder Zeile.' })
  coming: string[] = [];

  @IsString()
  @MaxLength(meetingLimits.needs)
  needs = '';

  @IsString()
  @MaxLength(meetingLimits.message)
  message = '';
}

/** What the office reads out of a mail that leaves it open, or of two answers that differ. */
export class ReadAnswer {
  @IsOptional()
  @IsIn(givenAnswers, { message: 'Bitte wählen Sie eine Antwort.' })
  answer?: GivenAnswer;
}

/** Where on the waiting list somebody stands from now on. */
export class MoveOnWaitingList {
  @IsInt()
  @Min(1)
  @Max(meetingLimits.invitees)
  place = 1;
}
