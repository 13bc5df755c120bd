export const templateLimits = {
  title: 160,
  words: 600,
  note: 2000,
  actor: 120,
  actors: 20,
  phases: 20,
  steps: 40,
  methods: 6,
  /** A Bauplan is written for a cycle of at most ten years. */
  months: 120,
  methodTitle: 160,
  methodText: 20_000,
} as const;
