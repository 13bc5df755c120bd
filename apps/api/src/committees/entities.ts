import { Committee } from './committee.entity';
import { CommitteeSeat } from './seats/committee-seat.entity';

export const committeesEntities = [Committee, CommitteeSeat];
