/** What stands on the way from a voice to its effect, from left to right. */
export type MatrixKind =
  'feedback' | 'argument' | 'finding' | 'priority' | 'recommendation' | 'measure' | 'verdict';

/** One step of the way: what stands on its left, and what that leads to. */
export const matrixSteps = [
  'FEEDBACK_FINDING',
  'ARGUMENT_FINDING',
  'FINDING_PRIORITY',
  'PRIORITY_RECOMMENDATION',
  'RECOMMENDATION_MEASURE',
  'MEASURE_VERDICT',
] as const;
export type MatrixStep = (typeof matrixSteps)[number];

export const matrixEnds: Record<MatrixStep, { from: MatrixKind; to: MatrixKind }> = {
  FEEDBACK_FINDING: { from: 'feedback', to: 'finding' },
  ARGUMENT_FINDING: { from: 'argument', to: 'finding' },
  FINDING_PRIORITY: { from: 'finding', to: 'priority' },
  PRIORITY_RECOMMENDATION: { from: 'priority', to: 'recommendation' },
  RECOMMENDATION_MEASURE: { from: 'recommendation', to: 'measure' },
  MEASURE_VERDICT: { from: 'measure', to: 'verdict' },
};

export const matrixWords: Record<MatrixKind, { one: string; many: string; toNone: string; onNone: string }> =
  {
    feedback: { one: 'Hinweis', many: 'Hinweise', toNone: 'keinem Hinweis', onNone: 'keinen Hinweis' },
    argument: { one: 'Argument', many: 'Argumente', toNone: 'keinem Argument', onNone: 'kein Argument' },
    finding: { one: 'Befund', many: 'Befunde', toNone: 'keinem Befund', onNone: 'keinen Befund' },
    priority: {
      one: 'Schwerpunkt',
      many: 'Schwerpunkte',
      toNone: 'keinem Schwerpunkt',
      onNone: 'keinen Schwerpunkt',
    },
    recommendation: {
      one: 'Empfehlung',
      many: 'Empfehlungen',
      toNone: 'keiner Empfehlung',
      onNone: 'keine Empfehlung',
    },
    measure: { one: 'Maßnahme', many: 'Maßnahmen', toNone: 'keiner Maßnahme', onNone: 'keine Maßnahme' },
    verdict: { one: 'Urteil', many: 'Urteile', toNone: 'keinem Urteil', onNone: 'kein Urteil' },
  };

/** Forwards asks what came of it, backwards what it rests on. */
export const matrixDirections = ['FORWARDS', 'BACKWARDS'] as const;
export type MatrixDirection = (typeof matrixDirections)[number];

export const matrixDirectionLabels: Record<MatrixDirection, string> = {
  FORWARDS: 'Was wurde daraus?',
  BACKWARDS: 'Worauf stützt es sich?',
};

/** @returns what stands in the rows and in the columns of a step seen in this direction */
export function matrixAxes(
  step: MatrixStep,
  direction: MatrixDirection,
): { rows: MatrixKind; columns: MatrixKind } {
  const { from, to } = matrixEnds[step];
  return direction === 'FORWARDS' ? { rows: from, columns: to } : { rows: to, columns: from };
}

/** Which rows are shown, all without it. */
export const matrixRowChoices = ['GAPS', 'TO_CHECK'] as const;
export type MatrixRowChoice = (typeof matrixRowChoices)[number];

export const matrixRowChoiceLabels: Record<MatrixRowChoice, string> = {
  GAPS: 'Nur Lücken',
  TO_CHECK: 'Nur zu prüfen',
};

/** A row leads on, or is a gap, or nothing has to stand there (yet). */
export type MatrixOutcome = 'LINKED' | 'GAP' | 'NOT_NEEDED';

/** Why nothing has to stand there. */
export const matrixReasonLabels = {
  COUNTED_WITH_ANOTHER: 'zählt mit einem anderen Hinweis',
  DECIDED_OTHERWISE: 'anders entschieden',
  OTHER_EVIDENCE: 'stützt sich auf andere Belege',
  WITHOUT_VOICE: 'ohne Stimme, mit Begründung',
  NOT_DECIDED: 'noch nicht beschlossen',
  REJECTED: 'abgelehnt',
  EARLIER_PLAN: 'aus einem früheren Plan übernommen',
  NOT_COMPLETED: 'noch nicht abgeschlossen',
  ENDED: 'beendet ohne Abschluss',
  PROVISIONAL: 'vorläufiger Handlungsschritt',
  NOT_GIVEN: 'bisher nicht vergeben',
} as const;
export type MatrixReason = keyof typeof matrixReasonLabels;

/** So many columns stand side by side; the next ones are a page of their own. */
export const MATRIX_COLUMNS = 24;
/** A file has so many rows and columns at most, and says so where there are more. */
export const matrixFileLimits = { rows: 5000, columns: 250 } as const;
