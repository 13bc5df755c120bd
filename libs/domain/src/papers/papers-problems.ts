import type { Problems } from '../problem';

export const paperProblems = {
  'paper-number-taken': { status: 409, says: 'Eine Vorlage mit dieser Nummer gibt es schon.' },
  'paper-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand der Vorlage nicht möglich.',
  },
  'paper-proposal-missing': {
    status: 409,
    says: 'Bitte schreiben Sie zuerst den Beschlussvorschlag.',
  },
  'paper-without-decision': {
    status: 409,
    says: 'Bitte tragen Sie zuerst ein, welches Gremium über die Vorlage beschließt.',
  },
  'paper-recommendation-draft': {
    status: 409,
    says: 'Eine verknüpfte Empfehlung ist noch ein Entwurf. Bitte bringen Sie sie zuerst ein.',
  },
  'paper-has-results': {
    status: 409,
    says: 'Ein Gremium hat schon beraten. Bitte nehmen Sie dessen Ergebnis zuerst zurück.',
  },
  'paper-reason-missing': { status: 400, says: 'Bitte sagen Sie, warum die Vorlage zurückgezogen wird.' },
  'paper-fixed': {
    status: 409,
    says: 'Was ein Gremium vor sich hat, wird nicht mehr geändert. Bitte nehmen Sie die Vorlage zuerst zur Bearbeitung zurück.',
  },
  'paper-recommendation-unknown': {
    status: 400,
    says: 'Eine gewählte Empfehlung gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  },
  'paper-two-decide': {
    status: 409,
    says: 'Über die Vorlage beschließt schon ein anderes Gremium. Bitte wählen Sie Vorberatung.',
  },
  'paper-not-consulted': {
    status: 409,
    says: 'Die Vorlage ist nicht in Beratung. Bitte bringen Sie sie zuerst ein.',
  },
  'consultation-over': {
    status: 409,
    says: 'Diese Beratung hat schon ein Ergebnis. Bitte nehmen Sie es zuerst zurück.',
  },
  'consultation-open': { status: 409, says: 'Diese Beratung hat noch kein Ergebnis.' },
  'consultation-other-committee': {
    status: 400,
    says: 'Das ist keine Sitzung dieses Gremiums. Bitte wählen Sie eine seiner Sitzungen.',
  },
  'consultation-confidential': {
    status: 409,
    says: 'Die Vorlage ist nicht öffentlich. Bitte wählen Sie einen Punkt des nicht öffentlichen Teils.',
  },
  'consultation-result-missing': { status: 400, says: 'Bitte wählen Sie, was beschlossen wurde.' },
  'consultation-day-missing': { status: 400, says: 'Bitte geben Sie den Tag der Beratung an.' },
  'consultation-votes-missing': {
    status: 400,
    says: 'Bitte tragen Sie ein, wie viele dafür und dagegen waren und wie viele sich enthielten.',
  },
  'consultation-wording-missing': { status: 400, says: 'Bitte schreiben Sie den beschlossenen Wortlaut.' },
  'consultation-reason-missing': {
    status: 400,
    says: 'Bitte schreiben Sie, warum die Vorlage abgelehnt wurde.',
  },
  'consultation-number-missing': { status: 400, says: 'Bitte tragen Sie die Nummer des Beschlusses ein.' },
  'consultation-in-future': {
    status: 409,
    says: 'Ein Gremium kann nicht an einem Tag beraten haben, der noch kommt.',
  },
  'consultation-in-minutes': {
    status: 409,
    says: 'Das Protokoll dieser Sitzung ist freigegeben und hält das Ergebnis fest. Es wird nicht mehr geändert.',
  },
  'agenda-topic-twice': { status: 409, says: 'Das steht schon auf der Tagesordnung.' },
} as const satisfies Problems;
