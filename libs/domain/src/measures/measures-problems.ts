import type { Problems } from '../problem';

export const measureProblems = {
  'measure-move-not-allowed': { status: 409, says: 'Dieser Schritt ist im jetzigen Stand nicht möglich.' },
  'measure-provisional': {
    status: 409,
    says: 'Ein vorläufiger Handlungsschritt wird nicht beschlossen oder abgelehnt. Wandeln Sie ihn in eine Maßnahme um, oder lassen Sie ihn fallen.',
  },
  'measure-not-provisional': {
    status: 409,
    says: 'Das geht nur mit einem vorläufigen Handlungsschritt.',
  },
  'measure-not-approved': {
    status: 409,
    says: 'Eine Maßnahme beginnt erst, wenn sie beschlossen ist. Nur ein vorläufiger Handlungsschritt darf vorher beginnen.',
  },
  'measure-without-basis': {
    status: 409,
    says: 'Bitte verknüpfen Sie eine Handlungsempfehlung, oder nennen Sie, worauf der Beschluss beruht.',
  },
  'measure-reason-missing': { status: 409, says: 'Bitte nennen Sie den Grund.' },
  'measure-completed-when': {
    status: 409,
    says: 'Bitte nennen Sie den Tag, an dem sie umgesetzt war. Er darf nicht in der Zukunft liegen.',
  },
  'measure-not-evaluated': {
    status: 409,
    says: 'Dafür fehlt noch die Wirkungsevaluation mit ihrem Fazit.',
  },
  'measure-follower-missing': {
    status: 409,
    says: 'Bitte wählen Sie die Maßnahme, in der diese aufgeht.',
  },
  'measure-follower-ended': {
    status: 409,
    says: 'Diese Maßnahme ist selbst beendet. Bitte wählen Sie eine, die weitergeht.',
  },
  'measure-already-ended': {
    status: 409,
    says: 'Was beendet oder ausgewertet ist, wird nicht mehr geändert.',
  },
  'measure-kind-fixed': {
    status: 409,
    says: 'Ein vorläufiger Handlungsschritt wird mit „In Maßnahme umwandeln“ zur Maßnahme, nicht durch eine andere Art.',
  },
  'measure-days': { status: 409, says: 'Das Ende liegt vor dem Beginn.' },
  'measure-cost-of-neutral': {
    status: 409,
    says: 'Was kostenneutral ist, hat keine Kosten. Bitte streichen Sie das eine oder das andere.',
  },
  'measure-year-twice': { status: 409, says: 'Ein Haushaltsjahr steht doppelt da.' },
  'measure-funder-of-projects': { status: 409, says: 'Fördergeber und Förderende hat nur ein Projekt.' },
  'measure-unknown-choice': {
    status: 409,
    says: 'Was Sie gewählt haben, gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'measure-override-reason': {
    status: 409,
    says: 'Wer den errechneten Status ändert, nennt den Grund. Er steht überall, wo der Status steht.',
  },
  'measure-override-not-going': {
    status: 409,
    says: 'Von Hand wird ein Status nur gesetzt, solange die Maßnahme beschlossen oder in Umsetzung ist.',
  },
  'measure-progress-words': {
    status: 409,
    says: 'Bitte sagen Sie kurz, woran es liegt: Daran hängt, ob jemand helfen kann.',
  },
  'measure-progress-closed': {
    status: 409,
    says: 'Zu dieser Maßnahme wird kein Sachstand mehr gebraucht. Vielen Dank!',
  },
  'measure-progress-nobody': {
    status: 409,
    says: 'Für keine der gewählten Maßnahmen gibt es jemanden mit Mailadresse. Tragen Sie bei der federführenden Stelle oder der zuständigen Person eine ein.',
  },
  'measure-progress-no-silent': { status: 409, says: 'Es sind alle Sachstände da: Niemand ist zu erinnern.' },
  'measure-sheet-faulty': {
    status: 422,
    says: 'In der Liste stimmt etwas nicht. Es wurde nichts übernommen.',
  },
  'measure-sheet-changed': {
    status: 409,
    says: 'Seit der Vorschau hat sich etwas geändert. Bitte prüfen Sie die Liste noch einmal.',
  },
  'measure-sheet-too-large': {
    status: 413,
    says: 'Die Datei ist größer als 5 MB. Bitte laden Sie die Liste neu herunter und ändern Sie darin.',
  },
} as const satisfies Problems;
