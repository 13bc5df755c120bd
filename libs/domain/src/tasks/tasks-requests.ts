import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { DAY, NO_DAY } from '../validation/day';
import { type TaskChange, taskChanges } from './task-changes';
import { type TaskDue, taskDues } from './task-due';
import { taskLimits } from './task-limits';
import { type TaskOrigin, taskOrigins, type TaskState, taskStates } from './task-state';

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
  @Matches(DAY, NO_DAY)
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

  /** What it is about: an object of any kind that has a page. */
  @IsOptional()
  @IsString()
  @MaxLength(taskLimits.kind)
  objectKind: string | null = null;

  @IsOptional()
  @IsUUID()
  objectId: string | null = null;
}

/** One change to several tasks at once. */
export class ChangeTasks {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Aufgabe.' })
  @ArrayUnique()
  @ArrayMaxSize(taskLimits.several, { message: 'Bitte wählen Sie höchstens 200 Aufgaben auf einmal.' })
  @IsUUID(undefined, { each: true })
  ids: string[] = [];

  @IsIn(taskChanges)
  change: TaskChange = 'done';

  /** Of `due`: the new day, or none. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  dueOn: string | null = null;

  /** Of `hand-over`: a person, an organisation, or a person who acts for one. */
  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  /** Of `done`: what came of them. */
  @IsString()
  @MaxLength(taskLimits.note, { message: 'Bitte sagen Sie es in höchstens 500 Zeichen.' })
  note = '';
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

  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** Tasks of the meetings of a committee. */
  @IsOptional()
  @IsUUID()
  committeeId?: string;

  /** Tasks of the meetings of a format. */
  @IsOptional()
  @IsUUID()
  formatId?: string;

  @IsOptional()
  @IsIn(taskDues)
  due?: TaskDue;

  @IsOptional()
  @IsIn(taskOrigins)
  origin?: TaskOrigin;

  /** What the task is about. */
  @IsOptional()
  @IsUUID()
  objectId?: string;
}
