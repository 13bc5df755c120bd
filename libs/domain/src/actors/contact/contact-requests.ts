import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { MailAddress } from '../../validation/reachable';
import { actorLimits } from '../actors-limits';

/** The right address in place of one that no mail reaches. */
export class CorrectAddress {
  @IsIn(['person', 'organisation'])
  kind: 'person' | 'organisation' = 'person';

  @IsUUID()
  id = '';

  /** As it stands there now, so that nobody overwrites a newer one. */
  @IsString()
  @MaxLength(actorLimits.mail)
  oldMail = '';

  @MailAddress(actorLimits.mail)
  mail = '';
}

/** Somebody looked after it, and it stays as it is. */
export class CheckedAddress {
  @IsString()
  @MaxLength(actorLimits.mail)
  mail = '';
}

/** What somebody corrects of their own behind the link of a mail. */
export class SaveOwnReach {
  @MailAddress(actorLimits.mail)
  mail = '';

  @IsString()
  @MaxLength(actorLimits.phone)
  phone = '';
}
