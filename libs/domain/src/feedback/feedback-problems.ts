import type { Problems } from '../problem';

export const feedbackProblems = {
  'feedback-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt passt nicht zum Stand des Hinweises. Bitte laden Sie die Seite neu.',
  },
  'feedback-has-flags': {
    status: 409,
    says: 'Der Text enthält vermutlich persönliche Angaben. Bitte prüfen Sie ihn zuerst.',
  },
  'feedback-reason-missing': { status: 400, says: 'Bitte begründen Sie diese Entscheidung.' },
  'feedback-forwarded-to-missing': {
    status: 400,
    says: 'Bitte geben Sie an, an wen Sie den Hinweis weitergeleitet haben.',
  },
  'feedback-answer-missing': { status: 400, says: 'Bitte schreiben Sie eine Antwort.' },
  'feedback-decision-missing': { status: 400, says: 'Bitte wählen Sie eine Entscheidung.' },
  'feedback-primary-field-repeated': {
    status: 400,
    says: 'Das erste Handlungsfeld darf nicht noch einmal unter den weiteren stehen.',
  },
  'feedback-field-inactive': { status: 409, says: 'Dieses Handlungsfeld wird nicht mehr verwendet.' },
  'feedback-span-outside': { status: 400, says: 'Die markierte Stelle liegt nicht im Text.' },
  'feedback-nothing-to-undo': {
    status: 409,
    says: 'Hier gibt es keinen Schritt, der zurückgenommen werden kann.',
  },
  'feedback-already-answered': {
    status: 409,
    says: 'Die Antwort ist schon unterwegs und lässt sich nicht mehr zurücknehmen.',
  },
  'feedback-session-over': {
    status: 409,
    says: 'Die Sitzung ist beendet. Dieser Hinweis lässt sich hier nicht mehr ändern.',
  },
  'feedback-id-taken': { status: 409, says: 'Diese Kennung gehört schon zu einem anderen Hinweis.' },
  'feedback-other-organisation': {
    status: 403,
    says: 'Sie können nur für Ihre eigene Organisation einen Hinweis geben.',
  },
  'voice-organisation-missing': {
    status: 400,
    says: 'Bitte wählen Sie, für welche Organisation Sie sprechen.',
  },
  'voice-form-again': {
    status: 400,
    says: 'Zum Schutz vor automatischen Einsendungen: Bitte lesen Sie Ihren Text noch einmal durch und senden Sie ihn dann erneut.',
  },
  'voice-form-links': {
    status: 400,
    says: 'Der Text enthält zu viele Links. Bitte lassen Sie höchstens zwei stehen.',
  },
  'voice-form-twice': {
    status: 409,
    says: 'Genau dieser Text ist heute schon angekommen. Sie brauchen ihn nicht noch einmal zu senden.',
  },
  'feedback-not-answered': {
    status: 409,
    says: 'Veröffentlicht wird nur, was beantwortet ist.',
  },
  'feedback-answers-differ': {
    status: 409,
    says: 'Gemeinsam beantworten lassen sich nur Hinweise, über die gleich entschieden wurde.',
  },
  'feedback-note-of-another': {
    status: 403,
    says: 'Diese Notiz ist nicht von Ihnen, oder es gibt sie nicht mehr.',
  },
  'feedback-public-already': {
    status: 409,
    says: 'Die gemeinsame Antwort steht schon unter „Was daraus wurde“.',
  },
  'feedback-public-names': {
    status: 400,
    says: 'Der Text enthält vermutlich persönliche Angaben. Bitte schreiben Sie ihn so, dass alle ihn lesen dürfen.',
  },
  'return-message-nothing-to-say': {
    status: 409,
    says: 'Dazu gibt es noch keinen gesichteten Hinweis, über den der Ergebnisbrief berichten könnte.',
  },
  'return-message-nobody': {
    status: 409,
    says: 'Es gibt niemanden mit Mailadresse, der zugesagt hat oder da war.',
  },
  'return-message-review-missing': {
    status: 400,
    says: 'Einige Hinweise sind noch offen. Bitte geben Sie an, bis wann darüber entschieden wird.',
  },
  'return-message-review-past': { status: 400, says: 'Dieses Datum liegt in der Vergangenheit.' },
  'return-message-recall-too-late': {
    status: 409,
    says: 'Dieser Ergebnisbrief ist schon unterwegs und lässt sich nicht mehr zurückholen.',
  },
  'return-message-sent': { status: 409, says: 'Dieser Ergebnisbrief ist schon hinausgegangen.' },
  'return-message-public': { status: 409, says: 'Dieser Ergebnisbrief ist schon veröffentlicht.' },
  'return-message-not-public': { status: 409, says: 'Dieser Ergebnisbrief ist nicht veröffentlicht.' },
} as const satisfies Problems;
