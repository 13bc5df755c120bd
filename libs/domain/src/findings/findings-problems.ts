import type { Problems } from '../problem';

export const findingProblems = {
  'finding-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist bei diesem Befund jetzt nicht möglich.',
  },
  'finding-without-evidence': {
    status: 409,
    says: 'Ein Befund braucht mindestens einen Beleg, bevor er bestätigt wird.',
  },
  'finding-reason-missing': { status: 409, says: 'Bitte schreiben Sie, warum der Befund verworfen wird.' },
  'finding-carries-priorities': {
    status: 409,
    says: 'Auf diesem Befund beruht ein Handlungsschwerpunkt. Nehmen Sie ihn dort zuerst heraus.',
  },
  'finding-not-open': {
    status: 409,
    says: 'Ein bestätigter oder verworfener Befund wird nicht geändert. Öffnen Sie ihn zuerst wieder.',
  },
  'finding-last-evidence': {
    status: 409,
    says: 'Das ist der einzige Beleg dieses bestätigten Befunds. Fügen Sie zuerst einen anderen hinzu.',
  },
  'evidence-unknown': {
    status: 409,
    says: 'Diesen Beleg gibt es nicht, oder sein Text ist noch nicht geprüft.',
  },
  'evidence-missing': { status: 409, says: 'Bitte wählen Sie mindestens einen Beleg.' },
  'link-up-to-date': { status: 409, says: 'Hier ist nichts mehr zu prüfen.' },
  'priority-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist bei diesem Handlungsschwerpunkt jetzt nicht möglich.',
  },
  'priority-without-basis': {
    status: 409,
    says: 'Ein Handlungsschwerpunkt braucht mindestens einen Befund oder eine Begründung, warum keine Stimme dahintersteht.',
  },
  'priority-finding-unknown': {
    status: 409,
    says: 'Diesen Befund gibt es nicht, oder er wurde verworfen.',
  },
  'priority-reason-missing': {
    status: 409,
    says: 'Bitte schreiben Sie, warum der Handlungsschwerpunkt verworfen wird.',
  },
  'priority-carries-recommendations': {
    status: 409,
    says: 'Aus diesem Handlungsschwerpunkt sind Empfehlungen abgeleitet. Ziehen Sie diese zuerst zurück oder ordnen Sie sie anders zu.',
  },
  'priority-needed-with-finding': {
    status: 409,
    says: 'Empfehlungen stützen sich auf die Befunde dieses Handlungsschwerpunkts. Mindestens ein Befund muss bleiben.',
  },
  'priority-not-open': {
    status: 409,
    says: 'Ein verworfener Handlungsschwerpunkt wird nicht mehr geändert.',
  },
  'recommendation-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist bei dieser Empfehlung jetzt nicht möglich.',
  },
  'recommendation-without-finding': {
    status: 409,
    says: 'Eine Empfehlung muss auf einen Befund zurückgehen: Wählen Sie einen Handlungsschwerpunkt, hinter dem mindestens ein Befund steht.',
  },
  'recommendation-priority-unknown': {
    status: 409,
    says: 'Diesen Handlungsschwerpunkt gibt es nicht, oder er wurde verworfen.',
  },
  'recommendation-cost-contradicts': {
    status: 409,
    says: 'Kostenneutral und zugleich mit Kosten geht nicht. Bitte entscheiden Sie sich für eines.',
  },
  'recommendation-addressee-missing': {
    status: 409,
    says: 'Bitte geben Sie an, an wen sich die Empfehlung richtet.',
  },
  'recommendation-success-missing': {
    status: 409,
    says: 'Bitte geben Sie an, woran der Erfolg gemessen wird.',
  },
  'recommendation-date-missing': { status: 409, says: 'Bitte geben Sie an, bis wann es geschehen soll.' },
  'recommendation-cost-missing': {
    status: 409,
    says: 'Bitte geben Sie die Kosten an oder kennzeichnen Sie die Empfehlung als kostenneutral.',
  },
  'recommendation-reason-missing': {
    status: 409,
    says: 'Bitte schreiben Sie, warum die Empfehlung zurückgezogen wird.',
  },
  'recommendation-ended': { status: 409, says: 'Eine zurückgezogene Empfehlung wird nicht mehr geändert.' },
  'recommendation-not-submitted': {
    status: 409,
    says: 'Beschlüsse werden bei eingebrachten Empfehlungen eingetragen. Bringen Sie die Empfehlung zuerst ein.',
  },
  'decision-from-paper': {
    status: 409,
    says: 'Dieses Ergebnis steht bei der Vorlage. Bitte nehmen Sie es dort zurück.',
  },
  'decision-wording-missing': {
    status: 409,
    says: 'Bitte tragen Sie den Wortlaut ein, der geändert beschlossen wurde.',
  },
  'decision-reason-missing': { status: 409, says: 'Bitte tragen Sie ein, warum abgelehnt wurde.' },
  'decision-deferred-final': {
    status: 409,
    says: 'Wer vertagt, hat noch nicht abschließend entschieden.',
  },
  'decision-body-missing': { status: 409, says: 'Bitte wählen Sie ein Gremium oder nennen Sie es.' },
  'need-statement-taken': {
    status: 409,
    says: 'Für diesen Planungsraum ist hier schon etwas eingetragen. Ändern Sie jenen Eintrag.',
  },
  'need-statement-empty': { status: 409, says: 'Bitte beschreiben Sie Bestand, Bedarf oder Lücke.' },
} as const satisfies Problems;
