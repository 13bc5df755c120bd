import type { Problems } from '../problem';

export const decisionProblems = {
  'decision-title-taken': { status: 409, says: 'Diese Entscheidung steht schon in der Liste.' },
  'decision-stands': {
    status: 409,
    says: 'Das ist schon entschieden. Um es zu ändern, öffnen Sie die Entscheidung wieder.',
  },
  'decision-proposed': {
    status: 409,
    says: 'Es liegt ein Vorschlag vor. Nehmen Sie ihn zurück oder tragen Sie ein, was entschieden wurde.',
  },
  'decision-not-proposed': { status: 409, says: 'Es liegt noch kein Vorschlag und keine Entscheidung vor.' },
  'decision-needs-topics': {
    status: 409,
    says: 'Es gibt noch keine Themen. Legen Sie zuerst die Themen an, um deren Reihenfolge es geht.',
  },
  'decision-needs-option': { status: 409, says: 'Bitte wählen Sie eine der Möglichkeiten.' },
  'decision-unknown-option': {
    status: 409,
    says: 'Diese Möglichkeit gehört nicht zu dieser Entscheidung. Bitte laden Sie die Seite neu.',
  },
  'decision-needs-body': { status: 409, says: 'Bitte geben Sie an, wer entschieden hat.' },
  'decision-needs-day': { status: 409, says: 'Bitte geben Sie an, wann entschieden wurde.' },
  'decision-in-future': {
    status: 409,
    says: 'Der Tag der Entscheidung liegt in der Zukunft. Tragen Sie sie ein, sobald sie gefallen ist.',
  },
  'decision-reopen-reason': {
    status: 409,
    says: 'Bitte sagen Sie, warum die Entscheidung wieder offen ist.',
  },
  'decision-own-options': {
    status: 409,
    says: 'Die Möglichkeiten dieser Entscheidung gibt das Programm vor, weil aus ihr etwas folgt.',
  },
  'decision-needs-two-options': {
    status: 409,
    says: 'Bitte geben Sie mindestens zwei Möglichkeiten an, zwischen denen entschieden wird.',
  },
  'decision-kept': {
    status: 409,
    says: 'Diese Entscheidung gehört zur Sozialplanung und kann nicht gelöscht werden.',
  },
  'decision-unknown-choice': {
    status: 409,
    says: 'Das Gremium oder den Termin gibt es nicht mehr. Bitte wählen Sie neu.',
  },
  'topic-name-taken': { status: 409, says: 'Ein Thema mit diesem Namen gibt es schon.' },
  'topic-unknown-choice': {
    status: 409,
    says: 'Das Handlungsfeld oder eine der Schnittstellen gibt es nicht mehr. Bitte wählen Sie neu.',
  },
  'topic-order-stands': {
    status: 409,
    says: 'Die Reihenfolge der Themen ist entschieden. Um sie zu ändern, öffnen Sie die Entscheidung wieder.',
  },
  'topic-decided': {
    status: 409,
    says: 'Dieses Thema steht in der entschiedenen Reihenfolge und bleibt. Öffnen Sie zuerst die Entscheidung wieder.',
  },
  'topics-too-few': { status: 409, says: 'Für eine Punktabfrage braucht es mindestens zwei Themen.' },
  'topics-points-open': {
    status: 409,
    says: 'Die Punktabfrage ist noch nicht geschlossen. Erst danach gibt es eine Reihenfolge.',
  },
} as const satisfies Problems;
