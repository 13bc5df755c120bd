import { Feedback } from './feedback.entity';
import { ReturnMessage } from './return-message.entity';

export const feedbackEntities = [Feedback, ReturnMessage];
