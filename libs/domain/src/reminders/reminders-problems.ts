import type { Problems } from '../problem';

export const reminderProblems = {
  'reminder-day-past': {
    status: 400,
    says: 'Dieser Tag ist schon vorbei. Bitte wählen Sie heute oder einen späteren Tag.',
  },
  'reminder-too-many': {
    status: 409,
    says: 'Mehr Wiedervorlagen lassen sich nicht anlegen. Bitte erledigen Sie zuerst einige.',
  },
} as const satisfies Problems;
