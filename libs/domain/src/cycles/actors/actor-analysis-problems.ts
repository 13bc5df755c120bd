import type { Problems } from '../../problem';

export const actorAnalysisProblems = {
  'actor-analysis-closed': {
    status: 409,
    says: 'Der Zyklus ist abgeschlossen, seine Akteursanalyse bleibt, wie sie ist.',
  },
  'actor-who': {
    status: 409,
    says: 'Bitte wählen Sie eine Organisation oder nennen Sie den Akteur, nicht beides.',
  },
  'actor-judged-in-part': {
    status: 409,
    says: 'Bitte schätzen Sie Einfluss, Betroffenheit und Rolle zusammen ein oder lassen Sie alle drei offen.',
  },
  'actor-twice': {
    status: 409,
    says: 'Dieser Akteur steht schon in der Analyse. Bitte ändern Sie seine Zeile.',
  },
  'actor-unknown-choice': {
    status: 409,
    says: 'Was Sie gewählt haben, gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
} as const satisfies Problems;
