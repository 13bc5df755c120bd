import { type MoveOf, Moves } from '../moves';
import { networkProblems } from './networks-problems';

export const networkStates = ['INITIATED', 'ACTIVE', 'CONSOLIDATED', 'DORMANT', 'DISSOLVED'] as const;
export type NetworkState = (typeof networkStates)[number];

export const networkStateLabels: Record<NetworkState, string> = {
  INITIATED: 'im Aufbau',
  ACTIVE: 'aktiv',
  CONSOLIDATED: 'verstetigt',
  DORMANT: 'ruhend',
  DISSOLVED: 'aufgelöst',
};

/** Resuming undoes "rest", which nothing else could. */
export const networkMoves = new Moves({
  states: networkStates,
  starts: ['INITIATED'],
  ends: ['DISSOLVED'],
  problems: networkProblems,
  otherwise: 'network-move-refused',
  table: {
    activate: { from: ['INITIATED'], to: 'ACTIVE' },
    consolidate: {
      from: ['ACTIVE'],
      to: 'CONSOLIDATED',
      needs: [
        [
          'network-not-consolidated',
          (facts: ConsolidationFacts) => missingForConsolidation(facts).length === 0,
        ],
      ],
    },
    loosen: { from: ['CONSOLIDATED'], to: 'ACTIVE' },
    rest: { from: ['INITIATED', 'ACTIVE', 'CONSOLIDATED'], to: 'DORMANT' },
    resume: { from: ['DORMANT'], to: 'ACTIVE' },
    dissolve: { from: ['DORMANT'], to: 'DISSOLVED' },
  },
});
export type NetworkMove = MoveOf<typeof networkMoves>;

/** What the buttons say. */
export const networkMoveLabels: Record<NetworkMove, string> = {
  activate: 'Arbeit aufnehmen',
  consolidate: 'Als verstetigt führen',
  loosen: 'Verstetigung aufheben',
  rest: 'Ruhen lassen',
  resume: 'Arbeit wieder aufnehmen',
  dissolve: 'Auflösen',
};

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
