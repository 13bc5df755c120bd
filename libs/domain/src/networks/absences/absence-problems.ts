import type { Problems } from '../../problem';

export const absenceProblems = {
  'absence-ends-before-start': {
    status: 400,
    says: 'Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.',
  },
  'absence-over': {
    status: 400,
    says: 'Diese Zeit ist schon vorbei. Bitte wählen Sie einen letzten Tag ab heute.',
  },
  'absence-overlaps': {
    status: 409,
    says: 'Für einen Teil dieser Zeit ist schon eine Vertretung eingetragen. Beenden Sie zuerst die andere.',
  },
  'absence-deputy': {
    status: 400,
    says: 'Diese Person kann nicht vertreten: Das übernimmt jemand anderes mit einem Zugang als Koordination.',
  },
  'absence-person': {
    status: 400,
    says: 'Vertreten wird, wer einen Zugang als Koordination hat.',
  },
} as const satisfies Problems;
