import { FormatType, ParticipationFormat } from './format.entity';

export const formatsEntities = [FormatType, ParticipationFormat];
