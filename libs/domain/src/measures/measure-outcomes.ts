import { type OutcomeKinds, outcomePlaces, type OutcomeWords } from '../outcomes';
import { asSentence } from '../text/as-sentence';
import { type MeasureKind, measureKindLabels, type MeasureState } from './measure-state';
import { measureStatusLabels } from './measure-status';
import type { MeasureStatusView } from './measures-views';
import { type Verdict, verdictLabels } from './evaluation/verdict';

/** What everybody may know of a measure that is no proposal any more. Of what was measured only the word, no figure. */
export interface PublishedMeasure {
  kind: MeasureKind;
  title: string;
  lead: string;
  state: MeasureState;
  stateReason: string;
  status: Pick<MeasureStatusView, 'status' | 'reason' | 'setBy'>;
  /** Null where nothing was declared to be looked at. */
  verdict: Verdict | null;
  /** Said with the conclusion; empty before. */
  otherInfluences: string;
  followedBy: string;
}

/** The words of a measure wherever everybody reads them. */
export const measureOutcomes = {
  measure: {
    place: outcomePlaces.measure,
    says: (it: PublishedMeasure): OutcomeWords => ({
      label: asSentence(measureKindLabels[it.kind]),
      text: it.title,
      said: [
        ...(it.lead === '' ? [] : [`Federführend: ${it.lead}`]),
        standing(it),
        ...(it.verdict === null || it.verdict === 'SUPERSEDED'
          ? []
          : [`Wirkung: ${verdictLabels[it.verdict]}`]),
        ...(it.otherInfluences === '' ? [] : [`Was sonst gewirkt haben kann: ${it.otherInfluences}`]),
      ],
    }),
  },
} satisfies OutcomeKinds;

/** Where somebody said by hand how it goes, or it ended, the reason belongs to it. */
function standing({ state, stateReason, status, followedBy }: PublishedMeasure): string {
  switch (state) {
    case 'REJECTED':
      return `Stand: abgelehnt. ${stateReason}`;
    case 'DISCONTINUED':
      return `Stand: abgebrochen. ${stateReason}`;
    case 'SUPERSEDED':
      return `Stand: geht auf in ${followedBy}`;
    default: {
      const word = `Stand: ${measureStatusLabels[status.status]}`;
      if (status.setBy !== null) return `${word}, so eingeschätzt von der Sozialplanung: ${status.reason}`;
      return state === 'ON_HOLD' && stateReason !== '' ? `${word}. ${stateReason}` : word;
    }
  }
}
