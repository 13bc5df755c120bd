import type { Problems } from '../../problem';

export const evaluationProblems = {
  'evaluation-goal-days': { status: 409, says: 'Das Ziel liegt nach dem Tag des Ausgangswerts.' },
  'evaluation-too-many-goals': {
    status: 409,
    says: 'Mehr als zwölf Messgrößen lassen sich nicht mehr überblicken. Bitte entfernen Sie eine.',
  },
  'evaluation-value-before-baseline': {
    status: 409,
    says: 'Der Wert ist nicht jünger als der Ausgangswert. Bitte prüfen Sie den Tag.',
  },
  'evaluation-value-to-come': { status: 409, says: 'Dieser Tag liegt in der Zukunft.' },
  'evaluation-without-conclusion': {
    status: 409,
    says: 'Bitte schreiben Sie, was Sie daraus schließen und was daraus folgt.',
  },
  'evaluation-day-stays': {
    status: 409,
    says: 'Die Maßnahme gilt als ausgewertet. Bitte lassen Sie den Tag der Auswertung stehen.',
  },
} as const satisfies Problems;
