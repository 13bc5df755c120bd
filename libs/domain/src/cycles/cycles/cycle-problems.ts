import type { Problems } from '../../problem';

export const cycleProblems = {
  'cycle-move-not-allowed': {
    status: 409,
    says: 'Dieser Schritt ist im jetzigen Stand des Zyklus nicht möglich. Bitte laden Sie die Seite neu.',
  },
  'cycle-other-runs': {
    status: 409,
    says: 'Ein neuer Zyklus beginnt erst, wenn der laufende in der Umsetzung ist. Führen Sie den laufenden bis dahin oder schließen Sie ihn ab.',
  },
  'cycle-earlier-open': {
    status: 409,
    says: 'Der vorige Zyklus ist noch nicht abgeschlossen. Schließen Sie ihn ab, dann verlässt dieser die Vorbereitung.',
  },
  'cycle-next-prepared': {
    status: 409,
    says: 'Der nächste Zyklus wird schon vorbereitet; deshalb geht dieser nicht mehr hinter die Umsetzung zurück.',
  },
  'cycle-reason-missing': {
    status: 409,
    says: 'Bitte nennen Sie den Grund, warum es einen Schritt zurückgeht.',
  },
  'cycle-steps-open': {
    status: 409,
    says: 'Es sind noch Schritte offen. Schließen Sie jeden ab oder lassen Sie ihn mit Grund entfallen.',
  },
  'cycle-provisional-open': {
    status: 409,
    says: 'Es gibt noch vorläufige Handlungsschritte. Wandeln Sie jeden in eine Maßnahme um, lassen Sie ihn fallen oder übernehmen Sie ihn in den nächsten Zyklus.',
  },
  'cycle-closed': { status: 409, says: 'Ein abgeschlossener Zyklus bleibt, wie er ist.' },
  'cycle-days': {
    status: 409,
    says: 'Das Ende des Zyklus liegt vor seinem Beginn. Bitte ändern Sie eines von beiden.',
  },
  'cycle-too-long': {
    status: 409,
    says: 'Ein Zyklus dauert höchstens zehn Jahre. Nennen Sie ein früheres Ende.',
  },
  'cycle-template-draft': {
    status: 409,
    says: 'Ein Zyklus entsteht nur aus einer freigegebenen Fassung. Geben Sie den Bauplan zuerst frei.',
  },
  'cycle-milestone-outside': {
    status: 409,
    says: 'Ein Ziel liegt in einem Jahr außerhalb des Zyklus. Nennen Sie ein Jahr zwischen Beginn und Ende.',
  },
  'cycle-plan-half': {
    status: 409,
    says: 'Zum geltenden Plan gehören Titel und Datum des Beschlusses. Nennen Sie beides oder keines.',
  },
  'cycle-term-days': {
    status: 409,
    says: 'Die Wahlperiode endet vor ihrem Beginn. Bitte ändern Sie eines von beiden.',
  },
} as const satisfies Problems;
