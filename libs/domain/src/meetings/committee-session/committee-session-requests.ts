import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DAY, NO_DAY } from '../../validation/day';
import { OneLine } from '../../validation/one-line';
import { committeeSessionLimits } from './committee-session-limits';

/** What is kept of how a session was called and whether it could decide. */
export class SaveCommitteeSession {
  /** Day of the ortsübliche Bekanntmachung. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  noticeOn: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(committeeSessionLimits.where)
  noticeWhere = '';

  /** Why the Ladungsfrist was cut short. */
  @IsString()
  @MaxLength(committeeSessionLimits.words)
  shortNoticeReason = '';

  /** Instead of what was counted. */
  @IsString()
  @MaxLength(committeeSessionLimits.words)
  quorumWords = '';
}

/** Who is left out of an item by § 33 KVG LSA: all of them, nobody where empty. */
export class SaveExclusions {
  @IsArray()
  @ArrayMaxSize(committeeSessionLimits.excluded)
  @IsUUID(undefined, { each: true })
  personIds: string[] = [];
}
