import type { FeedbackFacts } from '@runder-tisch/domain/feedback';
import type { Feedback } from './feedback.entity';
import type { FurtherField } from './feedback-steps';

/** What the rules look at, taken from the rows. */
export function factsOf(item: Feedback, further: readonly FurtherField[]): FeedbackFacts {
  return {
    state: item.state,
    flagged: item.flagged,
    primaryFieldId: item.primaryFieldId,
    furtherFieldIds: further.map((field) => field.fieldId),
    decision: item.decision,
    reason: item.reason,
    forwardedTo: item.forwardedTo,
    answer: item.answer,
    rejectedReason: item.rejectedReason,
  };
}
