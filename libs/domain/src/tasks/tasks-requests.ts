import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { DAY } from '../validation/day';
import { taskLimits } from './task-limits';
import { type TaskState, taskStates } from './task-state';

/** Creating and changing a task; a change carries every field. */
export class SaveTask {
  @IsString()
  @MinLength(2, { message: 'Bitte sagen Sie, was zu tun ist.' })
  @MaxLength(taskLimits.title)
  title = '';

  @IsString()
  @MaxLength(taskLimits.detail)
  detail = '';

  @IsOptional()
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  dueOn: string | null = null;

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsOptional()
  @IsUUID()
  networkId: string | null = null;
}

export const taskScopes = ['mine', 'networks', 'all'] as const;
export type TaskScope = (typeof taskScopes)[number];

export class TaskQuery extends ListQuery {
  /** Own tasks, those of own networks, or everything visible. */
  @IsOptional()
  @IsIn(taskScopes)
  of?: TaskScope;

  @IsOptional()
  @IsIn([...taskStates, 'OVERDUE'])
  state?: TaskState | 'OVERDUE';

  @IsOptional()
  @IsUUID()
  networkId?: string;

  @IsOptional()
  @IsUUID()
  meetingId?: string;

  @IsOptional()
  @IsUUID()
  personId?: string;
}
