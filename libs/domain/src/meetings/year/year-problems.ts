import type { Problems } from '../../problem';

export const yearProblems = {
  'year-ends-before-start': { status: 400, says: 'Der letzte Tag liegt vor dem ersten.' },
  'year-too-long': { status: 400, says: 'Bitte wählen Sie höchstens ein gutes Jahr auf einmal.' },
  'series-needs-first-day': { status: 400, says: 'Bitte geben Sie den ersten Tag der Reihe an.' },
  'series-day-outside': { status: 400, says: 'Dieser Tag gehört nicht zur Reihe.' },
  'calendar-feed-too-many': {
    status: 409,
    says: 'Mehr Kalenderadressen lassen sich nicht anlegen. Bitte widerrufen Sie zuerst eine.',
  },
} as const satisfies Problems;
