import type { Problems } from '../problem';

export const structureProblems = {
  'criterion-name-taken': { status: 409, says: 'Ein Kriterium mit diesem Namen gibt es dafür schon.' },
  'criterion-thresholds': {
    status: 409,
    says: 'Woran gemessen wird und die Zahlen passen nicht zusammen. Bitte geben Sie genau die Zahlen an, die dazu gehören.',
  },
  'consolidation-reason-missing': {
    status: 409,
    says: 'Bitte begründen Sie, was die Daten nicht oder anders sagen.',
  },
  'consolidation-criteria-changed': {
    status: 409,
    says: 'Die Kriterien wurden inzwischen geändert. Bitte laden Sie die Seite neu und antworten Sie noch einmal.',
  },
  'consolidation-in-future': { status: 409, says: 'Der Check kann nicht in der Zukunft liegen.' },
  'consolidation-day-taken': {
    status: 409,
    says: 'Für diesen Tag gibt es schon einen Check. Löschen Sie ihn zuerst, wenn er falsch ist.',
  },
} as const satisfies Problems;
