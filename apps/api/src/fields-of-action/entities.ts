import { FieldOfAction } from './field-of-action.entity';

export const fieldsOfActionEntities = [FieldOfAction];
