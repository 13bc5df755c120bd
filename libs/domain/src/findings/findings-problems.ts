import type { Problems } from '../problem';

export const findingProblems = {
  'finding-name-taken': { status: 409, says: '„Befund“: Diesen Namen gibt es schon.' },
  'finding-already-closed': { status: 409, says: 'Was abgeschlossen ist, kann nicht mehr geändert werden.' },
  'finding-move-not-allowed': { status: 409, says: 'Dieser Schritt ist im jetzigen Stand nicht möglich.' },
} as const satisfies Problems;
