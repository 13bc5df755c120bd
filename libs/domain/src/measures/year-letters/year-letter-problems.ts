import type { Problems } from '../../problem';
import { yearLetterLimits } from './year-letter-views';

export const yearLetterProblems = {
  'year-letter-nothing-to-say': {
    status: 409,
    says: 'Diese Organisation hat in diesem Jahr keinen Hinweis in ihrem Namen gegeben. Deshalb gibt es keinen Brief.',
  },
  'year-letter-without-address': {
    status: 409,
    says: 'Für eine der gewählten Organisationen gibt es keine Mailadresse. Tragen Sie eine ein, oder drucken Sie den Brief.',
  },
  'year-letter-none-to-print': {
    status: 404,
    says: 'Zu dieser Auswahl gibt es keinen Brief.',
  },
  'year-letter-too-many-to-print': {
    status: 409,
    says: `Das ist zu viel für ein PDF. Bitte zeigen Sie mit den Filtern weniger Briefe an, höchstens ${yearLetterLimits.bound}.`,
  },
  'year-letter-recall-too-late': {
    status: 409,
    says: 'Die Briefe sind schon hinausgegangen und lassen sich nicht mehr zurückholen.',
  },
} as const satisfies Problems;
