import { Argument } from './condensing/argument.entity';
import { FeedbackGroup } from './condensing/feedback-group.entity';
import { Feedback } from './feedback.entity';
import { IncomingLetter } from './letters/incoming-letter.entity';
import { ReturnMessage } from './return-messages/return-message.entity';

export const feedbackEntities = [Feedback, ReturnMessage, Argument, FeedbackGroup, IncomingLetter];
