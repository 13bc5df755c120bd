import type { Problems } from '../../problem';

export const assignmentProblems = {
  'assignee-may-not': {
    status: 409,
    says: 'Diese Person darf nicht alle diese Hinweise bearbeiten. Bitte wählen Sie jemand anderen.',
  },
  'assignment-past': { status: 400, says: 'Dieses Datum liegt in der Vergangenheit.' },
  'assignment-nothing-open': {
    status: 409,
    says: 'Hier ist nichts mehr offen, das sich zuweisen ließe.',
  },
  'assignment-moved-on': {
    status: 409,
    says: 'Die Zuweisung hat sich inzwischen geändert und lässt sich nicht mehr zurücknehmen.',
  },
} as const satisfies Problems;
