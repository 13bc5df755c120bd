import { Decision } from './decision.entity';
import { Topic } from './topics/topic.entity';

export const decisionsEntities = [Decision, Topic];
