import { type Block, paragraph, paragraphs, strong } from '../documents';
import { type DecisionResult, decisionResultLabels } from '../findings';
import { asSentence } from '../text/as-sentence';
import { votesInWords } from './consultation';

export interface PrintablePaper {
  number: string;
  title: string;
  proposal: string;
  result: DecisionResult | null;
  wording: string;
  resolutionNumber: string;
  votesYes: number | null;
  votesNo: number | null;
  votesAbstained: number | null;
}

/** What the minutes say of a paper: the motion as it stood, what was made of it, and how they voted (§ 58 KVG LSA). */
export function printedPaper(it: PrintablePaper): Block[] {
  const votes = votesInWords(it);
  const outcome = it.result
    ? [
        asSentence(decisionResultLabels[it.result]),
        it.resolutionNumber && `Beschluss ${it.resolutionNumber}`,
        votes,
      ]
    : ['noch ohne Ergebnis'];
  return [
    paragraph(strong('Vorlage: '), `${it.number}, ${it.title}`),
    ...(it.proposal.trim() ? [paragraph(strong('Beschlussvorschlag:')), ...paragraphs(it.proposal)] : []),
    paragraph(strong('Ergebnis: '), outcome.filter(Boolean).join(', ')),
    ...(it.result === 'CHANGED'
      ? [paragraph(strong('Beschlossener Wortlaut:')), ...paragraphs(it.wording)]
      : []),
  ];
}
