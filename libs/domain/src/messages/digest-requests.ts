import { IsBoolean, Matches } from 'class-validator';
import { DIGEST_KEY } from './digest';

/** Mutes one group of one's own weekly mail, or all of it, or wants it again. */
export class MuteDigest {
  @Matches(DIGEST_KEY, { message: 'Dieses Thema gibt es in der Wochenmail nicht.' })
  key = '';

  @IsBoolean()
  muted = true;
}
