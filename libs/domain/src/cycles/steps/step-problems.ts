import type { Problems } from '../../problem';

export const stepProblems = {
  'step-move-not-allowed': {
    status: 409,
    says: 'Das geht im jetzigen Stand des Schritts nicht. Bitte laden Sie die Seite neu.',
  },
  'step-block-reason': {
    status: 409,
    says: 'Bitte sagen Sie, woran es hängt: Daran sieht jemand, ob sich helfen lässt.',
  },
  'step-drop-reason': { status: 409, says: 'Bitte sagen Sie, warum der Schritt entfällt.' },
  'step-cycle-closed': {
    status: 409,
    says: 'Der Zyklus ist abgeschlossen, seine Schritte bleiben, wie sie sind.',
  },
  'step-actor-twice': {
    status: 409,
    says: 'Ein Akteur steht doppelt da. Bitte streichen Sie eine der beiden Zeilen.',
  },
  'step-actor-date': {
    status: 409,
    says: 'Zu jedem Stand der Abstimmung gehört sein Datum. Bitte nennen Sie es.',
  },
  'step-actor-comment': {
    status: 409,
    says: 'Bitte halten Sie fest, was der Akteur angemerkt hat.',
  },
  'step-unknown-choice': {
    status: 409,
    says: 'Was Sie gewählt haben, gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
} as const satisfies Problems;
