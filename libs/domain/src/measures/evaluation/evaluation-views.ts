import type { Confidence, EffectLevel } from './evaluation-words';
import type { DeclaredGoal, SeenValue, Verdict } from './verdict';

export interface EvaluationValueView extends SeenValue {
  source: string;
}

export interface EvaluationGoalView extends DeclaredGoal {
  id: string;
  level: EffectLevel;
  title: string;
  unit: string;
  baselineSource: string;
  confidence: Confidence;
  otherInfluences: string;
  /** Newest first. */
  values: EvaluationValueView[];
  verdict: Verdict;
  /** Share of the way gone, 1 = all of it; null without a verdict. */
  progress: number | null;
  /** Share of the days gone, 0 to 1. */
  elapsed: number;
  /** The value that was judged. */
  actual: SeenValue | null;
}

export interface EvaluationView {
  measureId: string;
  /** 0 while nothing of it is kept. */
  version: number;
  mayChange: boolean;
  /** The worst of those that can be judged leads. */
  verdict: Verdict;
  leadingGoalId: string | null;
  /** Those that say nothing, by their titles. */
  silent: string[];
  goals: EvaluationGoalView[];
  conclusion: string;
  consequence: string;
  otherInfluences: string;
  evaluatedOn: string | null;
}
