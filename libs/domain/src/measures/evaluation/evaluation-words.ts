/** Levels of effect: what goes in, what comes out, what it changes for people, for the county. */
export const effectLevels = ['INPUT', 'OUTPUT', 'OUTCOME', 'IMPACT'] as const;
export type EffectLevel = (typeof effectLevels)[number];

export const effectLevelLabels: Record<EffectLevel, string> = {
  INPUT: 'Einsatz (Input)',
  OUTPUT: 'Leistung (Output)',
  OUTCOME: 'Wirkung bei den Menschen (Outcome)',
  IMPACT: 'Wirkung im Landkreis (Impact)',
};

/** How sure it is that the measure, and nothing else, moved the value. */
export const confidences = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Confidence = (typeof confidences)[number];

export const confidenceLabels: Record<Confidence, string> = {
  HIGH: 'hoch: hängt fast nur von der Maßnahme ab',
  MEDIUM: 'mittel: auch anderes wirkt mit',
  LOW: 'gering: die Maßnahme ist eine von vielen Ursachen',
};

export const evaluationLimits = {
  title: 200,
  unit: 40,
  source: 300,
  text: 4000,
  goals: 12,
  /** Values beyond it are typing errors. */
  value: 1e12,
} as const;
