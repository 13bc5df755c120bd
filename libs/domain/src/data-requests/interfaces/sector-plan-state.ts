import { type FactsOf, type MoveOf, Moves } from '../../moves';
import { dataRequestProblems } from '../data-requests-problems';

/** Plans of other laws that stand beside the Sozialplanung. */
export const sectors = ['YOUTH_WELFARE', 'CARE', 'SCHOOL', 'INCLUSION', 'OTHER'] as const;
export type Sector = (typeof sectors)[number];

export const sectorLabels: Record<Sector, string> = {
  YOUTH_WELFARE: 'Jugendhilfe',
  CARE: 'Pflege',
  SCHOOL: 'Schule',
  INCLUSION: 'Teilhabe',
  OTHER: 'andere',
};

export const sectorPlanStates = ['IN_PREPARATION', 'IN_FORCE', 'IN_UPDATE', 'OUTDATED'] as const;
export type SectorPlanState = (typeof sectorPlanStates)[number];

export const sectorPlanStateLabels: Record<SectorPlanState, string> = {
  IN_PREPARATION: 'in Aufstellung',
  IN_FORCE: 'gilt',
  IN_UPDATE: 'in Fortschreibung',
  OUTDATED: 'veraltet',
};

/** A Fachplanung is entered as it is found; after that it goes these ways, each with its day. */
export const sectorPlanMoves = new Moves({
  states: sectorPlanStates,
  starts: sectorPlanStates,
  ends: [],
  problems: dataRequestProblems,
  otherwise: 'sector-plan-move-not-allowed',
  table: {
    enforce: {
      from: ['IN_PREPARATION', 'IN_UPDATE'],
      to: 'IN_FORCE',
      needs: [['sector-plan-day-ahead', hasCome, 'on']],
    },
    update: {
      from: ['IN_FORCE', 'OUTDATED'],
      to: 'IN_UPDATE',
      needs: [['sector-plan-day-ahead', hasCome, 'on']],
    },
    outdate: {
      from: ['IN_FORCE', 'IN_UPDATE'],
      to: 'OUTDATED',
      needs: [['sector-plan-day-ahead', hasCome, 'on']],
    },
  },
});
export type SectorPlanMove = MoveOf<typeof sectorPlanMoves>;
export type SectorPlanFacts = FactsOf<typeof sectorPlanMoves, SectorPlanMove>;

export const sectorPlanMoveNames = [
  'enforce',
  'update',
  'outdate',
] as const satisfies readonly SectorPlanMove[];

/** What the buttons say. */
export const sectorPlanMoveLabels: Record<SectorPlanMove, string> = {
  enforce: 'Gilt jetzt',
  update: 'Fortschreibung beginnt',
  outdate: 'Als veraltet kennzeichnen',
};

/** The verbs a page shows in a state. */
export function offeredSectorPlanMoves(state: SectorPlanState): SectorPlanMove[] {
  const open = sectorPlanMoves.open(state, { on: '2000-01-01', today: '2000-01-01' });
  return sectorPlanMoveNames.filter((move) => open.includes(move));
}

function hasCome({ on, today }: { on: string; today: string }): boolean {
  return on <= today;
}
