import type { Problems } from '../problem';

export const settingsProblems = {
  'not-an-image': { status: 400, says: 'Das ist kein Bild im Format PNG, JPEG oder WebP.' },
  'image-too-large': {
    status: 413,
    says: 'Das Bild ist zu groß: höchstens 1 MiB und 4000 × 4000 Bildpunkte.',
  },
  'already-set-up': { status: 409, says: 'Die Einrichtung ist schon abgeschlossen.' },
  'not-set-up': { status: 409, says: 'Diese Anwendung ist noch nicht eingerichtet.' },
  'text-block-name-taken': { status: 409, says: 'Einen Textbaustein mit diesem Namen gibt es hier schon.' },
  'period-ends-before-start': { status: 400, says: 'Der letzte Tag liegt vor dem ersten.' },
  'period-too-long': { status: 400, says: 'Mehr als ein Jahr am Stück lässt sich nicht eintragen.' },
  'school-holidays-overlap': {
    status: 409,
    says: 'In dieser Zeit sind schon Schulferien eingetragen.',
  },
  'sitting-week-known': { status: 409, says: 'Diese Sitzungswoche ist schon eingetragen.' },
} as const satisfies Problems;
