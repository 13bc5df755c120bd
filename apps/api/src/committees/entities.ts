import { Committee } from './committee.entity';

export const committeesEntities = [Committee];
