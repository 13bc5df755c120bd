import type { Problems } from '../problem';

export const formatProblems = {
  'format-move-not-allowed': { status: 409, says: 'Dieser Schritt ist im jetzigen Stand nicht möglich.' },
  'format-without-results': { status: 409, says: 'Bitte halten Sie zuerst mindestens ein Ergebnis fest.' },
  'format-not-returned': {
    status: 409,
    says: 'Das Ergebnis eines Formats ist erst mitgeteilt, wenn der Ergebnisbrief an die Teilnehmenden gegangen ist. Hat niemand von ihnen eine Mailadresse, genügt es, ihn zu veröffentlichen.',
  },
  'format-already-ended': {
    status: 409,
    says: 'Dieses Format ist beendet und kann nicht mehr geändert werden.',
  },
  'format-type-name-taken': { status: 409, says: 'Einen Formattyp mit diesem Namen gibt es schon.' },
} as const satisfies Problems;
