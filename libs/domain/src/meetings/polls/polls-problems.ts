import type { Problems } from '../../problem';

export const pollProblems = {
  'poll-running': {
    status: 409,
    says: 'Zu diesem Termin läuft eine Terminumfrage. Bitte wählen Sie dort ein Datum oder sagen Sie die Umfrage ab.',
  },
  'poll-not-needed': { status: 409, says: 'Das Datum dieses Termins steht schon fest.' },
  'poll-move-not-allowed': { status: 409, says: 'Das ist in diesem Stand der Umfrage nicht möglich.' },
  'poll-not-sent': { status: 409, says: 'Diese Umfrage wurde noch nicht gesendet.' },
  'poll-closed': { status: 409, says: 'Diese Umfrage ist beendet.' },
  'poll-chosen': { status: 409, says: 'Der Termin ist schon gewählt.' },
  'poll-cancelled': { status: 409, says: 'Diese Umfrage ist abgesagt.' },
  'poll-needs-dates': { status: 400, says: 'Bitte schlagen Sie mindestens zwei Termine vor.' },
  'poll-needs-people': { status: 400, says: 'Bitte wählen Sie aus, wer gefragt wird.' },
  'poll-date-twice': { status: 400, says: 'Dieser Termin steht schon in der Liste.' },
  'poll-date-in-past': { status: 400, says: 'Dieser Termin liegt in der Vergangenheit.' },
  'poll-until-in-past': { status: 400, says: 'Dieser Tag ist schon vorbei.' },
  'poll-until-after-dates': {
    status: 400,
    says: 'Die Umfrage muss enden, bevor der erste vorgeschlagene Termin beginnt.',
  },
  'poll-vote-missing': { status: 400, says: 'Bitte geben Sie zu jedem Termin eine Antwort.' },
  'poll-option-unknown': {
    status: 409,
    says: 'Die vorgeschlagenen Termine haben sich geändert. Bitte sehen Sie sie noch einmal durch.',
  },
  'poll-nobody-silent': { status: 409, says: 'Alle Gefragten haben schon abgestimmt.' },
  'poll-reminded-today': { status: 409, says: 'Heute ist schon eine Erinnerung hinausgegangen.' },
  'poll-recall-too-late': {
    status: 409,
    says: 'Die Mails sind schon unterwegs und lassen sich nicht mehr zurückholen.',
  },
  'poll-not-asked': { status: 409, says: 'Sie werden zu dieser Umfrage nicht mehr gefragt.' },
} as const satisfies Problems;

export type PollProblem = keyof typeof pollProblems;
