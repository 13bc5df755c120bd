import { type GapFacts, networkGaps } from './network-gaps';
import type { NetworkState } from './network-state';

/** How a network stands, always with the words why: colour alone says nothing. */
export type LightColour = 'GREEN' | 'YELLOW' | 'RED' | 'NONE';

export interface NetworkLight {
  colour: LightColour;
  reasons: string[];
}

export const lightLabels: Record<LightColour, string> = {
  GREEN: 'läuft gut',
  YELLOW: 'braucht Aufmerksamkeit',
  RED: 'handeln',
  NONE: 'ohne Ampel',
};

/** Counts of today's seats and tasks. */
export interface LightFacts extends GapFacts {
  state: NetworkState;
  coordinators: number;
  coordinationDeputies: number;
  overdueTasks: number;
}

/** Red: nobody coordinates. Yellow: something will soon hurt. A resting or dissolved network needs nothing. */
export function networkLight(facts: LightFacts): NetworkLight {
  if (facts.state === 'DORMANT') return { colour: 'NONE', reasons: ['Das Netzwerk ruht.'] };
  if (facts.state === 'DISSOLVED') return { colour: 'NONE', reasons: ['Das Netzwerk ist aufgelöst.'] };
  const urgent = facts.coordinators === 0 ? ['Die Koordination ist nicht besetzt.'] : [];
  const soon = [
    facts.coordinators > 0 && facts.coordinationDeputies === 0 && facts.coordinators < 2
      ? 'Die Koordination hat keine Vertretung.'
      : '',
    ...networkGaps(facts),
    facts.overdueTasks > 0 ? counted(facts.overdueTasks, 'Aufgabe ist', 'Aufgaben sind', 'überfällig.') : '',
  ].filter((reason) => reason !== '');
  if (urgent.length) return { colour: 'RED', reasons: [...urgent, ...soon] };
  if (soon.length) return { colour: 'YELLOW', reasons: soon };
  return { colour: 'GREEN', reasons: ['Alle Plätze sind besetzt, nichts ist überfällig.'] };
}

function counted(count: number, one: string, many: string, rest: string): string {
  return `${count} ${count === 1 ? one : many} ${rest}`;
}
