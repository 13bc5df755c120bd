import type { Problems } from '../problem';

export const accountProblems = {
  'wrong-credentials': {
    status: 401,
    says: 'Mailadresse oder Passwort stimmen nicht. Sie können sich auch einen Link schicken lassen.',
  },
  'too-many-passwords': {
    status: 429,
    says: 'Das waren zu viele Versuche mit Passwort. Mit einem Link per Mail kommen Sie sofort hinein.',
  },
  'wrong-password': { status: 403, says: 'Das bisherige Passwort stimmt nicht.' },
  'password-too-short': { status: 400, says: 'Das Passwort braucht mindestens 12 Zeichen.' },
  'password-too-long': { status: 400, says: 'Das Passwort darf höchstens 128 Zeichen haben.' },
  'password-too-guessable': {
    status: 400,
    says: 'Dieses Passwort ist leicht zu erraten. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
  },
  'password-for-staff': {
    status: 403,
    says: 'Sie melden sich mit dem Link aus der Mail an und brauchen kein Passwort.',
  },
  'account-mail-taken': { status: 409, says: 'Ein Konto mit dieser Mailadresse gibt es schon.' },
  'account-person-taken': { status: 409, says: 'Diese Person hat schon ein Konto.' },
  'last-administrator': {
    status: 409,
    says: 'Das ist das letzte Konto mit dem Recht zur Administration. Geben Sie es zuerst einer weiteren Person.',
  },
  'own-account': { status: 409, says: 'Das eigene Konto können Sie nicht sperren.' },
  'account-disabled': { status: 409, says: 'Dieses Konto ist gesperrt.' },
  'person-unknown': { status: 400, says: 'Bitte wählen Sie eine Person oder geben Sie einen Namen an.' },
  'registration-closed': {
    status: 403,
    says: 'Die Anmeldung für Organisationen ist zurzeit geschlossen. Bitte wenden Sie sich an den Landkreis.',
  },
  'registration-decided': { status: 409, says: 'Über diese Anmeldung ist schon entschieden.' },
  'registration-name-taken': {
    status: 409,
    says: 'Eine Organisation mit diesem Namen gibt es schon. Bitte wählen Sie sie aus.',
  },
} as const satisfies Problems;
