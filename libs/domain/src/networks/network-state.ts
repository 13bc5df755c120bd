export const networkStates = ['INITIATED', 'ACTIVE', 'CONSOLIDATED', 'DORMANT', 'DISSOLVED'] as const;
export type NetworkState = (typeof networkStates)[number];

export const networkStateLabels: Record<NetworkState, string> = {
  INITIATED: 'im Aufbau',
  ACTIVE: 'aktiv',
  CONSOLIDATED: 'verstetigt',
  DORMANT: 'ruhend',
  DISSOLVED: 'aufgelöst',
};

export const networkMoves = ['activate', 'consolidate', 'loosen', 'rest', 'resume', 'dissolve'] as const;
export type NetworkMove = (typeof networkMoves)[number];

interface Move {
  from: readonly NetworkState[];
  to: NetworkState;
  /** What the button says. */
  label: string;
}

/** Every change of state; whatever is not here is refused. Resuming undoes "rest", which nothing else could. */
export const networkMoveTable: Record<NetworkMove, Move> = {
  activate: { from: ['INITIATED'], to: 'ACTIVE', label: 'Arbeit aufnehmen' },
  consolidate: { from: ['ACTIVE'], to: 'CONSOLIDATED', label: 'Als verstetigt führen' },
  loosen: { from: ['CONSOLIDATED'], to: 'ACTIVE', label: 'Verstetigung aufheben' },
  rest: { from: ['INITIATED', 'ACTIVE', 'CONSOLIDATED'], to: 'DORMANT', label: 'Ruhen lassen' },
  resume: { from: ['DORMANT'], to: 'ACTIVE', label: 'Arbeit wieder aufnehmen' },
  dissolve: { from: ['DORMANT'], to: 'DISSOLVED', label: 'Auflösen' },
};

export function networkMovesFrom(state: NetworkState): NetworkMove[] {
  return networkMoves.filter((move) => networkMoveTable[move].from.includes(state));
}

/** What a network must have before it may be called permanent. */
export interface ConsolidationFacts {
  cooperationAgreementOn: string | null;
  reportsToCommitteeId: string | null;
  /** People who coordinate it today. */
  coordinators: number;
}

export const consolidationCriteria = [
  'cooperationAgreementOn',
  'reportsToCommitteeId',
  'coordination',
] as const;
export type ConsolidationCriterion = (typeof consolidationCriteria)[number];

export const consolidationCriterionLabels: Record<ConsolidationCriterion, string> = {
  cooperationAgreementOn: 'Es fehlt das Datum der Kooperationsvereinbarung.',
  reportsToCommitteeId: 'Es fehlt das Gremium, an das berichtet wird.',
  coordination: 'Die Koordination ist nicht besetzt.',
};

export function missingForConsolidation(facts: ConsolidationFacts): ConsolidationCriterion[] {
  const met: Record<ConsolidationCriterion, boolean> = {
    cooperationAgreementOn: facts.cooperationAgreementOn !== null,
    reportsToCommitteeId: facts.reportsToCommitteeId !== null,
    coordination: facts.coordinators > 0,
  };
  return consolidationCriteria.filter((criterion) => !met[criterion]);
}
