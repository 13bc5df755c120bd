import { type OutcomeKinds, outcomePlaces, type OutcomeWords } from '../outcomes';
import { type Decided, decisionSentence } from './decision-sentence';
import type { RecommendationState } from './recommendation-state';

/** What everybody may know of a confirmed Befund. */
export interface PublishedFinding {
  statement: string;
  caveat: string;
}

export interface PublishedPriority {
  title: string;
  description: string;
}

/** Of a recommendation a body has been asked about; the decisions in any order. */
export interface PublishedRecommendation {
  /** As it was adopted, otherwise as it was proposed. */
  wording: string;
  addressee: string;
  state: RecommendationState;
  decisions: readonly (Decided & { reason: string })[];
}

/** The words of findings, priorities and recommendations wherever everybody reads them. */
export const findingOutcomes = {
  finding: {
    place: outcomePlaces.finding,
    says: ({ statement, caveat }: PublishedFinding): OutcomeWords => ({
      label: 'Befund',
      text: statement,
      said: caveat === '' ? [] : [`Einschränkung: ${caveat}`],
    }),
  },
  priority: {
    place: outcomePlaces.priority,
    says: ({ title }: PublishedPriority): OutcomeWords => ({
      label: 'Handlungsschwerpunkt',
      text: title,
      said: [],
    }),
  },
  recommendation: {
    place: outcomePlaces.recommendation,
    says: ({ wording, addressee, state, decisions }: PublishedRecommendation): OutcomeWords => {
      const reason = decisions.find(({ final }) => final)?.reason ?? '';
      return {
        label: 'Handlungsempfehlung',
        text: wording,
        said: [
          ...(addressee === '' ? [] : [`An: ${addressee}`]),
          decisionSentence({ state, withdrawnReason: '' }, decisions),
          ...(reason === '' ? [] : [`Begründung: ${reason}`]),
        ],
      };
    },
  },
} satisfies OutcomeKinds;
