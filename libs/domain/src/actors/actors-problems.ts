import type { Problems } from '../problem';

export const actorProblems = {
  'organisation-name-taken': { status: 409, says: 'Eine Organisation mit diesem Namen gibt es schon.' },
  'organisation-not-own': {
    status: 403,
    says: 'Sie können nur die Angaben Ihrer eigenen Organisation ändern.',
  },
  'person-mail-taken': { status: 409, says: 'Eine Person mit dieser Mailadresse gibt es schon.' },
  'representation-exists': { status: 409, says: 'Diese Person spricht schon für diese Organisation.' },
  'representation-ends-before-start': { status: 400, says: 'Das Ende liegt vor dem Beginn.' },
  'merge-with-itself': { status: 400, says: 'Bitte wählen Sie einen anderen Eintrag zum Zusammenführen.' },
  'merge-two-accounts': {
    status: 409,
    says: 'Beide haben ein Konto zum Anmelden. Bitte schalten Sie zuerst eines davon unter Einstellungen, Konten ab.',
  },
  'conversation-about-nobody': {
    status: 400,
    says: 'Bitte wählen Sie die Organisation oder die Person, mit der gesprochen wurde.',
  },
  'conversation-not-yours': {
    status: 403,
    says: 'Diesen Vermerk kann nur ändern, wer ihn geschrieben hat.',
  },
} as const satisfies Problems;
