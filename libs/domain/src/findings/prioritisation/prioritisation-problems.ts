import type { Problems } from '../../problem';

export const prioritisationProblems = {
  'points-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand der Punktabfrage nicht möglich.',
  },
  'points-not-open': { status: 409, says: 'Diese Punktabfrage hat noch nicht begonnen.' },
  'points-closed': {
    status: 409,
    says: 'Diese Punktabfrage ist beendet. Ihr Ergebnis steht fest und lässt sich nicht mehr ändern.',
  },
  'points-cancelled': { status: 409, says: 'Diese Punktabfrage wurde abgebrochen.' },
  'points-need-options': { status: 400, says: 'Bitte geben Sie mindestens zwei Punkte zur Auswahl an.' },
  'points-option-twice': { status: 400, says: 'Dieser Schwerpunkt steht schon in der Liste.' },
  'points-need-people': {
    status: 400,
    says: 'Es gibt niemanden mit Mailadresse, an den der Link gehen könnte. Bitte wählen Sie einen Termin mit Eingeladenen oder ein Netzwerk mit Mitgliedern.',
  },
  'points-need-end': { status: 400, says: 'Bitte geben Sie an, bis wann online Punkte vergeben werden.' },
  'points-end-in-past': { status: 400, says: 'Dieser Tag ist schon vorbei.' },
  'points-most-too-many': {
    status: 400,
    says: 'Das ist mehr, als eine Person insgesamt vergeben darf.',
  },
  'points-places-too-few': {
    status: 409,
    says: 'So viele Plätze sind schon vergeben. Weniger geht nicht mehr.',
  },
  'points-only-by-mail': { status: 409, says: 'Das gibt es nur bei Punktabfragen mit persönlichem Link.' },
  'points-reminded-today': { status: 409, says: 'Heute ist schon eine Erinnerung hinausgegangen.' },
  'points-all-places-taken': {
    status: 409,
    says: 'Alle Plätze sind vergeben. Wenn Sie hier im Raum sind und noch keine Punkte vergeben haben, sagen Sie bitte Bescheid: Es lassen sich weitere Plätze freigeben.',
  },
  'points-phone-forgotten': {
    status: 400,
    says: 'Ihr Gerät hat sich diese Seite nicht gemerkt. Bitte drücken Sie noch einmal. Hilft das nicht, erlauben Sie bitte Cookies oder öffnen Sie die Seite in einem anderen Browser.',
  },
  'points-not-a-number': { status: 400, says: 'Bitte geben Sie eine ganze Zahl an, zum Beispiel 2.' },
  'points-too-many': {
    status: 400,
    says: 'Das sind mehr Punkte, als Sie haben. Bitte nehmen Sie welche weg.',
  },
  'points-too-many-at-one': {
    status: 400,
    says: 'So viele Punkte dürfen nicht auf eine Zeile. Bitte verteilen Sie sie.',
  },
  'points-option-unknown': {
    status: 409,
    says: 'Diese Auswahl gibt es hier nicht. Bitte laden Sie die Seite neu.',
  },
} as const satisfies Problems;

export type PrioritisationProblem = keyof typeof prioritisationProblems;
