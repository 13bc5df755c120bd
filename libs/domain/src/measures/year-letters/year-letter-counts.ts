import { decisionIsTold, type FeedbackState } from '../../feedback';
import type { RecommendationState } from '../../findings';
import { counted } from '../../text';

/** Where the Hinweise of one organisation and year stand. */
export interface YearLetterCounts {
  total: number;
  /** Decided on by the house. */
  answered: number;
  /** A body decided on a recommendation that rests on it. */
  decided: number;
  /** Neither answered nor examined: nothing can be told of it yet. */
  silent: number;
}

/** What counting looks at. */
export interface CountedItem {
  state: FeedbackState;
  findings: readonly {
    recommendations: readonly { state: RecommendationState }[];
  }[];
}

/** Whether a body has said its last word. */
export function isFinallyDecided(state: RecommendationState): boolean {
  return state === 'ACCEPTED' || state === 'CHANGED' || state === 'REJECTED';
}

/** Nobody has said anything to it yet, and no confirmed Befund rests on it. */
export function isSilent({ state, findings }: CountedItem): boolean {
  return !decisionIsTold(state) && state !== 'REJECTED' && findings.length === 0;
}

/** Counts of one letter; the list of the API counts the same in SQL, and a test holds both side by side. */
export function yearLetterCounts(items: readonly CountedItem[]): YearLetterCounts {
  return {
    total: items.length,
    answered: items.filter(({ state }) => decisionIsTold(state)).length,
    decided: items.filter(({ findings }) =>
      findings.some(({ recommendations }) => recommendations.some(({ state }) => isFinallyDecided(state))),
    ).length,
    silent: items.filter(isSilent).length,
  };
}

/** "Im Jahr 2026 haben wir von Ihnen 5 Hinweise bekommen: 3 sind beantwortet, …": the honest sum at the head of a letter. */
export function countsSentence(year: number, { total, answered, decided, silent }: YearLetterCounts): string {
  const parts = [
    answered > 0 && counted(answered, 'ist beantwortet', 'sind beantwortet'),
    decided > 0 && `zu ${decided} hat ein Gremium abschließend entschieden`,
    silent > 0 && counted(silent, 'ist noch ohne Antwort', 'sind noch ohne Antwort'),
  ].filter((part) => part !== false);
  const all = `Im Jahr ${year} haben wir von Ihnen ${counted(total, 'Hinweis', 'Hinweise')} bekommen`;
  return parts.length === 0 ? `${all}.` : `${all}: ${parts.join(', ')}.`;
}
