/** What a goal of a cycle is measured by; each opens the list it counts. */
export const cycleCounters = ['STEPS', 'CATALOGUE', 'NETWORKS', 'FORMATS', 'RECOMMENDATIONS'] as const;
export type CycleCounter = (typeof cycleCounters)[number];

export const cycleCounterLabels: Record<CycleCounter, string> = {
  STEPS: 'Schritte der ersten Phase',
  CATALOGUE: 'Datenkatalog',
  NETWORKS: 'Netzwerke',
  FORMATS: 'Beteiligungsformate',
  RECOMMENDATIONS: 'Handlungsempfehlungen',
};

/** In the address of its list. */
export const cycleCounterPaths: Record<CycleCounter, string> = {
  STEPS: 'schritte',
  CATALOGUE: 'datenkatalog',
  NETWORKS: 'netzwerke',
  FORMATS: 'formate',
  RECOMMENDATIONS: 'empfehlungen',
};

export interface CounterValue {
  reached: number;
  total: number;
}

/** As people say it: "Datenkatalog 62 % definiert, 3 von 4 Netzwerken aktiv, 5 Formate ausgewertet". */
export function counterSentence(counter: CycleCounter, { reached, total }: CounterValue): string {
  switch (counter) {
    case 'STEPS':
      return `${reached} von ${total} Schritten der ersten Phase erledigt`;
    case 'CATALOGUE':
      // What is not quite whole is never called whole.
      return `Datenkatalog ${total === 0 ? 0 : Math.floor((reached / total) * 100)} % definiert`;
    case 'NETWORKS':
      return `${reached} von ${total} ${total === 1 ? 'Netzwerk' : 'Netzwerken'} aktiv`;
    case 'FORMATS':
      return `${reached} ${reached === 1 ? 'Format' : 'Formate'} ausgewertet`;
    case 'RECOMMENDATIONS':
      return `${reached} von ${total} ${total === 1 ? 'Handlungsempfehlung' : 'Handlungsempfehlungen'} beschlossen`;
  }
}
