import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../lists/list-requests';

export class OwnInvitationQuery extends PageQuery {
  /** Past ones the newest first, coming ones the soonest. */
  @IsOptional()
  @IsIn(['coming', 'past'])
  when?: 'coming' | 'past';
}
