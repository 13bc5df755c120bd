import type { NamedReference } from '../../lists';
import type { FeedbackDecision } from '../feedback-words';

/** An answer that waits until somebody releases it; the sender knows nothing of it. */
export interface AnswerDraftView {
  answer: string;
  notify: boolean;
  /** For those nobody has decided on, where it was drafted for a group. */
  decision: FeedbackDecision | null;
  reason: string;
  draftedBy: string;
  draftedAt: string;
  /** Whether this viewer wrote it. */
  mine: boolean;
  /** Other Hinweise that get it too, by their numbers. */
  others: NamedReference[];
}

/** Who wrote an answer and who let it out; for the office. */
export interface AnswerReleaseView {
  draftedBy: string;
  releasedBy: string;
  /** Nobody else has read it before. */
  alone: boolean;
}
