/** SCOPE and TOPICS stand there from the beginning and act on the indicators and the data requests. */
export const decisionKinds = ['SCOPE', 'TOPICS', 'OTHER'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionKindLabels: Record<DecisionKind, string> = {
  SCOPE: 'Umfang der Sozialplanung',
  TOPICS: 'Reihenfolge der Themen',
  OTHER: 'Weitere Entscheidung',
};

/** The ways of the scope decision, as the scope itself calls them. */
export const scopeOptionCodes = ['A', 'B'] as const;
export type ScopeOptionCode = (typeof scopeOptionCodes)[number];
