import { Feedback } from './feedback.entity';
import { ReturnMessage } from './return-messages/return-message.entity';

export const feedbackEntities = [Feedback, ReturnMessage];
