import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class OwnInvitationQuery {
  /** Past ones the newest first, coming ones the soonest. */
  @IsOptional()
  @IsIn(['coming', 'past'])
  when?: 'coming' | 'past';

  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
