import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { SavePerson } from '../actors/actors-requests';
import { DAY, NO_DAY } from '../validation/day';
import { successionLimits } from './succession-limits';
import { successionProblems } from './succession-problems';
import { type HandedKind, handedKinds } from './succession-views';

export class HandedItem {
  @IsIn(handedKinds)
  kind: HandedKind = 'task';

  @IsUUID()
  id = '';
}

/** Everything somebody holds, or what is chosen of it, goes to one person: known, or entered here. */
export class HandOver {
  @IsOptional()
  @IsUUID()
  successorId: string | null = null;

  /** Somebody who is not known yet; instead of `successorId`. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SavePerson)
  newPerson: SavePerson | null = null;

  /** The first day of the successor in seats; everything else changes hands at once. */
  @Matches(DAY, NO_DAY)
  fromDay = '';

  @IsArray()
  @ArrayMinSize(1, { message: successionProblems['succession-nothing'].says })
  @ArrayMaxSize(successionLimits.items)
  @ValidateNested({ each: true })
  @Type(() => HandedItem)
  items: HandedItem[] = [];
}
