import type { Page } from '../lists';

/** What a trace from a voice to its effect can lack, in the order of the page. */
export const looseEndKinds = [
  'WITHOUT_EVIDENCE',
  'WITHOUT_ANSWER',
  'WITHOUT_DECISION',
  'WITHOUT_MEASURE',
  'WITHOUT_EVALUATION',
  'TO_CHECK',
] as const;
export type LooseEndKind = (typeof looseEndKinds)[number];

export const looseEndLabels: Record<LooseEndKind, string> = {
  WITHOUT_EVIDENCE: 'ohne Beleg',
  WITHOUT_ANSWER: 'ohne Antwort',
  WITHOUT_DECISION: 'ohne Beschluss',
  WITHOUT_MEASURE: 'ohne Maßnahme',
  WITHOUT_EVALUATION: 'ohne Evaluation',
  TO_CHECK: 'zu prüfen',
};

/** What the button at each of them says; it leads to where the end is tied. */
export const looseEndButtons: Record<LooseEndKind, string> = {
  WITHOUT_EVIDENCE: 'Beleg hinzufügen',
  WITHOUT_ANSWER: 'Antworten',
  WITHOUT_DECISION: 'Beschluss eintragen',
  WITHOUT_MEASURE: 'Maßnahme anlegen',
  WITHOUT_EVALUATION: 'Evaluieren',
  TO_CHECK: 'Prüfen',
};

export interface LooseEnd {
  kind: LooseEndKind;
  id: string;
  title: string;
  /** Where it is tied. */
  path: string;
  since: string;
  field: { id: string; name: string } | null;
}

export type LooseEndCounts = Record<LooseEndKind, number>;

/** One page of them, and how many there are of each kind, whatever is looked for. */
export interface LooseEndPage extends Page<LooseEnd> {
  counts: LooseEndCounts;
}
