import type { Problems } from '../problem';

export const measureProblems = {
  'measure-name-taken': { status: 409, says: '„Maßnahme“: Diesen Namen gibt es schon.' },
  'measure-already-closed': { status: 409, says: 'Was abgeschlossen ist, kann nicht mehr geändert werden.' },
  'measure-move-not-allowed': { status: 409, says: 'Dieser Schritt ist im jetzigen Stand nicht möglich.' },
} as const satisfies Problems;
