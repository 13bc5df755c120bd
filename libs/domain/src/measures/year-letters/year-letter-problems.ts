import type { Problems } from '../../problem';

export const yearLetterProblems = {
  'year-letter-nothing-to-say': {
    status: 409,
    says: 'Diese Organisation hat in diesem Jahr keinen Hinweis in ihrem Namen gegeben. Deshalb gibt es keinen Brief.',
  },
  'year-letter-without-address': {
    status: 409,
    says: 'Für eine der gewählten Organisationen gibt es keine Mailadresse. Tragen Sie eine ein, oder drucken Sie den Brief.',
  },
  'year-letter-recall-too-late': {
    status: 409,
    says: 'Die Briefe sind schon hinausgegangen und lassen sich nicht mehr zurückholen.',
  },
} as const satisfies Problems;
