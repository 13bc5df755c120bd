import { type SchemaPath, validate } from '@angular/forms/signals';
import { feedbackDecisions, feedbackMoves } from '@runder-tisch/domain/feedback';

interface DecisionPaths {
  decision: SchemaPath<string>;
  reason: SchemaPath<string>;
  forwardedTo: SchemaPath<string>;
}

/** The rule of the API said before sending: no turning down without a reason, no passing on without an addressee. */
export function decisionRules({ decision, reason, forwardedTo }: DecisionPaths): void {
  const refusalAt = (at: string, chosen: string, why: string, whom: string) => {
    const known = feedbackDecisions.find((it) => it === chosen);
    if (!known) return undefined;
    const { refusal } = feedbackMoves.next('LINKED', 'decide', {
      decision: known,
      reason: why,
      forwardedTo: whom,
    });
    return refusal?.path === at ? { kind: refusal.code, message: refusal.sentence } : undefined;
  };
  validate(reason, ({ value, valueOf }) => refusalAt('reason', valueOf(decision), value(), 'x'));
  validate(forwardedTo, ({ value, valueOf }) => refusalAt('forwardedTo', valueOf(decision), 'x', value()));
}
