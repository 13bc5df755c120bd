import { type MoveOf, Moves } from '../moves';
import { addMonths, formatShortDate } from '../time';

import type { CheckFacts } from './network-work';
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
  /** Its last Verstetigungscheck; an old one proves nothing any more. */
  check: CheckFacts | null;
  today: string;
}

/** For how many months a check speaks for a network. */
export const CHECK_COUNTS_MONTHS = 12;

export interface MissingForConsolidation {
  path: 'cooperationAgreementOn' | 'reportsToCommitteeId' | 'coordination' | 'check';
  says: string;
}

/**
 * What is still missing, one sentence each: what the law of the house demands of every network, and the criteria
 * planners keep, as the last check found them. Who answered otherwise than the data gave a reason there.
 */
export function missingForConsolidation(facts: ConsolidationFacts): MissingForConsolidation[] {
  const { check, today } = facts;
  const missing: (MissingForConsolidation | null)[] = [
    facts.cooperationAgreementOn === null
      ? { path: 'cooperationAgreementOn', says: 'Es fehlt das Datum der Kooperationsvereinbarung.' }
      : null,
    facts.reportsToCommitteeId === null
      ? { path: 'reportsToCommitteeId', says: 'Es fehlt das Gremium, an das berichtet wird.' }
      : null,
    facts.coordinators === 0 ? { path: 'coordination', says: 'Die Koordination ist nicht besetzt.' } : null,
    check === null || addMonths(check.on, CHECK_COUNTS_MONTHS) < today
      ? { path: 'check', says: 'Es fehlt ein Verstetigungscheck aus den letzten zwölf Monaten.' }
      : null,
    ...(check?.open ?? []).map((name): MissingForConsolidation => ({
      path: 'check',
      says: `Im Verstetigungscheck vom ${formatShortDate(check?.on ?? today)} noch offen: ${name}.`,
    })),
  ];
  return missing.filter((it) => it !== null);
}
