import type { Problems } from '../problem';

export const successionProblems = {
  'succession-nobody': {
    status: 400,
    says: 'Bitte wählen Sie, wer übernimmt, oder tragen Sie eine neue Person ein.',
  },
  'succession-oneself': {
    status: 400,
    says: 'Niemand folgt sich selbst nach. Bitte wählen Sie jemand anderen.',
  },
  'succession-nothing': {
    status: 400,
    says: 'Bitte wählen Sie mindestens einen Eintrag, der übergeben wird.',
  },
  'succession-changed': {
    status: 409,
    says: 'Inzwischen hat sich etwas geändert: Ein gewählter Eintrag lässt sich nicht mehr übergeben. Bitte sehen Sie die Liste noch einmal durch.',
  },
  'succession-undone': {
    status: 409,
    says: 'Diese Nachfolge lässt sich nicht mehr zurücknehmen.',
  },
} as const satisfies Problems;
