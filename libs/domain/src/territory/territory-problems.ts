import type { Problems } from '../problem';

export const territoryProblems = {
  'municipality-ags-taken': {
    status: 409,
    says: 'Eine Gemeinde mit diesem Gemeindeschlüssel gibt es schon.',
  },
  'planning-area-name-taken': { status: 409, says: 'Einen Planungsraum mit diesem Namen gibt es schon.' },
  'place-name-taken': { status: 409, says: 'Einen Ort mit diesem Namen gibt es schon.' },
} as const satisfies Problems;
