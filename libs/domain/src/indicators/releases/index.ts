export {
  decideRelease,
  type Decided,
  type HiddenBecause,
  MOST_FIGURES,
  type ReleaseToDecide,
} from './decide-release';
export type { Figure, FigureKind } from './figures';
export { isSecretAtSource } from './figures';
export {
  type Definition,
  linkedIndicators,
  type StatedSum,
  countedMeasures,
  type CountedMeasure,
} from './indicator-links';
export type { LinkedFigure } from './linked-figures';
export { ruleMinimum } from './figure-tables';
export * from './release-problems';
export * from './release-state';
export * from './release-views';
