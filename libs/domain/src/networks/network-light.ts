import { addMonths, formatShortDate } from '../time';
import { type GapFacts, networkGaps } from './network-gaps';
import type { NetworkState } from './network-state';
import type { NetworkWork } from './network-work';

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

/** Counts of today's seats and tasks, and what the network brought about. */
export interface LightFacts extends GapFacts, NetworkWork {
  today: string;
  state: NetworkState;
  /** Since when it is there: nothing is missing before there was time for it. */
  since: string;
  meetingIntervalMonths: number | null;
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
    ...workGaps(facts),
    facts.overdueTasks > 0 ? counted(facts.overdueTasks, 'Aufgabe ist', 'Aufgaben sind', 'überfällig.') : '',
  ].filter((reason) => reason !== '');
  if (urgent.length) return { colour: 'RED', reasons: [...urgent, ...soon] };
  if (soon.length) return { colour: 'YELLOW', reasons: soon };
  return { colour: 'GREEN', reasons: ['Alle Plätze sind besetzt, nichts ist überfällig.', ...done(facts)] };
}

/** A network that works has met within its rhythm, most of the invited come, and one called permanent brings results. */
function workGaps({ state, meetings, results, ...facts }: LightFacts): string[] {
  if (state === 'INITIATED' || !meetings) return [];
  const rhythm = facts.meetingIntervalMonths ?? 12;
  const last = meetings.lastOn ?? facts.since;
  // One month of grace: a meeting is moved now and then.
  const late = addMonths(last, rhythm + 1) < facts.today && !meetings.planned;
  return [
    late && meetings.lastOn
      ? `Seit ${formatShortDate(meetings.lastOn)} kein Treffen, vorgesehen ist ${everyMonths(rhythm)}.`
      : '',
    late && !meetings.lastOn ? 'In den letzten zwölf Monaten gab es kein Treffen.' : '',
    meetings.invited > 0 && meetings.present * 2 < meetings.invited
      ? `Zu den Treffen kam im Schnitt weniger als die Hälfte (${Math.round((meetings.present * 100) / meetings.invited)} %).`
      : '',
    state === 'CONSOLIDATED' && results === 0
      ? 'In diesem Zyklus wurde noch kein Ergebnis von einem Gremium angenommen.'
      : '',
  ].filter((reason) => reason !== '');
}

function everyMonths(months: number): string {
  return months === 1 ? 'jeden Monat eines' : `eines alle ${months} Monate`;
}

/** What speaks for it, where it is known. */
function done({ meetings, results }: LightFacts): string[] {
  return [
    meetings && meetings.held > 0
      ? counted(meetings.held, 'Treffen', 'Treffen', 'in den letzten zwölf Monaten.')
      : '',
    results ? counted(results, 'Ergebnis wurde', 'Ergebnisse wurden', 'in diesem Zyklus angenommen.') : '',
  ].filter((word) => word !== '');
}

function counted(count: number, one: string, many: string, rest: string): string {
  return `${count} ${count === 1 ? one : many} ${rest}`;
}
