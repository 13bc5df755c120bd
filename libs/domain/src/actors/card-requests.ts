import { IsIn, IsOptional } from 'class-validator';

/** Which vCard an address book wants; 3 where nothing is said, because Outlook reads that. */
export class CardQuery {
  @IsOptional()
  @IsIn(['3', '4'])
  version?: '3' | '4';
}
