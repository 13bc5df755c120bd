import { IsString, MaxLength, MinLength } from 'class-validator';
import { fieldOfActionLimits } from './fields-of-action-limits';

export class SaveFieldOfAction {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @MaxLength(fieldOfActionLimits.name)
  name = '';

  @IsString()
  @MaxLength(fieldOfActionLimits.description)
  description = '';
}
