import type { EvidenceSource } from '../../findings/evidence-source';
import { visibleMeasures } from '../measures-access';

const concluded = (words: string): string =>
  `(select ${words} from evaluation where evaluation.measure_id = it.id)`;

/** What was concluded of a measure speaks for a Befund of the next round; a draft of it does not yet. */
export const evaluationEvidence: EvidenceSource = {
  column: 'measure_id',
  table: 'measure',
  fingerprint: concluded('md5(concat_ws(chr(31), evaluation.conclusion, evaluation.consequence))'),
  title: `concat_ws(' · ', it.number, it.title)`,
  words: concluded(`concat_ws(E'\\n', evaluation.conclusion, 'Daraus folgt: ' || evaluation.consequence)`),
  path: '/planung/massnahmen/',
  usable: `exists (select 1 from evaluation where evaluation.measure_id = it.id and evaluation.evaluated_on is not null)`,
  visible: visibleMeasures,
};
