import { type Day, dayParts } from '../../time';
import type { CycleCounter } from './cycle-counters';

export interface Milestone {
  year: number;
  goal: string;
  counter: CycleCounter | null;
  doneOn: Day | null;
}

const concept = 'Konzeption: relevante Prozessschritte der Sozialplanung systematisieren';
const catalogue = 'Datenkatalog erstellen (empirische Grundlagenarbeit)';
const networks = 'Netzwerkstruktur aufbauen';
const formats = 'Beteiligungsformate: zusammenführen und einbinden';
const plan = 'Planungsdokument fortschreiben, beschließen und einreichen';

/** The goals proposed for a cycle: those of the county's concept for the first, the steady work for those after. */
export function proposedMilestones(
  cycle: number,
  { beginsOn, endsOn }: { beginsOn: Day; endsOn: Day },
): Milestone[] {
  const [first, last] = [dayParts(beginsOn).year, dayParts(endsOn).year];
  const middle = Math.floor((first + last) / 2);
  const told = (year: number, goal: string, counter: CycleCounter): Milestone => ({
    year: Math.min(Math.max(year, first), last),
    goal,
    counter,
    doneOn: null,
  });
  if (cycle === 1)
    return [
      told(first, concept, 'STEPS'),
      told(first + 1, catalogue, 'CATALOGUE'),
      told(first + 1, networks, 'NETWORKS'),
      told(first + 1, formats, 'FORMATS'),
      told(first + 2, plan, 'RECOMMENDATIONS'),
    ];
  return [
    told(first, 'Datenkonzept anpassen und mit dem Monitoringsystem dauerhaft beobachten', 'CATALOGUE'),
    told(middle, 'Beteiligung verstetigen', 'NETWORKS'),
    told(middle, 'Im Zyklus des sozialpolitischen Diskurses planen', 'FORMATS'),
    told(last, plan, 'RECOMMENDATIONS'),
  ];
}
