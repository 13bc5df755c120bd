import { formatDate } from '../time/format';
import { decisionResultLabels, type RecommendationState, type DecisionResult } from './recommendation-state';
import { asSentence } from '../text/as-sentence';

export interface Decided {
  bodyName: string;
  /** A day. */
  decidedOn: string;
  reference: string;
  result: DecisionResult;
  final: boolean;
}

/**
 * What was made of a recommendation, in one sentence: the answer to "Was wurde aus …".
 * @param decisions in any order; of those that are not final the latest is named
 */
export function decisionSentence(
  { state, withdrawnReason }: { state: RecommendationState; withdrawnReason: string },
  decisions: readonly Decided[],
): string {
  if (state === 'WITHDRAWN') return `Zurückgezogen: ${withdrawnReason}`;
  if (state === 'DRAFT') return 'Ein Entwurf, noch nicht eingebracht.';
  const last = decisions.find((it) => it.final) ?? latest(decisions);
  if (state === 'SUBMITTED')
    return last
      ? `Eingebracht, noch nicht abschließend entschieden. Zuletzt ${decisionResultLabels[last.result]} ${when(last)}.`
      : 'Eingebracht, noch ohne Beschluss.';
  const what = asSentence(decisionResultLabels[state]);
  return last ? `${what} ${when(last)}.` : `${what}; Tag und Gremium sind nicht eingetragen.`;
}

function when({ decidedOn, bodyName, reference }: Decided): string {
  return `am ${formatDate(decidedOn)} (${[bodyName, reference].filter((it) => it !== '').join(', ')})`;
}

function latest(decisions: readonly Decided[]): Decided | undefined {
  return decisions.reduce<Decided | undefined>(
    (found, it) => (found === undefined || it.decidedOn > found.decidedOn ? it : found),
    undefined,
  );
}
