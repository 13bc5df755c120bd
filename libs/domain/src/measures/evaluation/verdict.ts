import { daysBetween } from '../../time';

/** What is said of one thing looked at, from the worst to the best; the last two are no judgement of progress. */
export const verdicts = [
  'WORSENED',
  'UNCHANGED',
  'BEHIND',
  'ON_COURSE',
  'REACHED',
  'NO_VERDICT',
  'SUPERSEDED',
] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictLabels: Record<Verdict, string> = {
  WORSENED: 'verschlechtert',
  UNCHANGED: 'unverändert',
  BEHIND: 'hinter Plan',
  ON_COURSE: 'auf Kurs',
  REACHED: 'erreicht',
  NO_VERDICT: 'kein Urteil möglich',
  SUPERSEDED: 'überholt',
};

/** A declared beginning and end; days are `YYYY-MM-DD`, values of one unit. */
export interface DeclaredGoal {
  baseline: number;
  baselineOn: string;
  target: number;
  targetOn: string;
}

export interface SeenValue {
  seenOn: string;
  value: number;
}

export interface Judged {
  verdict: Verdict;
  /** Share of the way from baseline to target that the newest value has gone, 1 = all of it; null without a verdict. */
  progress: number | null;
  /** Share of the days between the baseline's and the target's that have passed, 0 to 1. */
  elapsed: number;
  /** The value that was judged: the newest behind the baseline's day; null where there is none. */
  actual: SeenValue | null;
}

/** Up to here a change counts as none, as a share of the way. */
const STILL = 0.05;
/** So much of the way may lie behind the days before it is told as behind the plan. */
const SLACK = 0.1;
/** Decimal shares such as 0.05 are not exact in binary. */
const ROUNDING = 1e-9;

/**
 * Judges one goal by the newest value seen behind its baseline's day.
 * Source of the formula: with p = (actual − baseline) / (target − baseline) and e = share of the days passed,
 * p < −0.05 worsened, |p| ≤ 0.05 unchanged, p ≥ 1 reached, p ≥ e − 0.1 on course, otherwise behind.
 * @param values in any order; those of the baseline's day or before it, and those of days to come, do not count
 * @param today as `YYYY-MM-DD`
 * @param superseded whether another measure goes on with this one, which leaves nothing to judge
 */
export function judge(
  goal: DeclaredGoal,
  values: readonly SeenValue[],
  today: string,
  superseded = false,
): Judged {
  const way = goal.target - goal.baseline;
  const elapsed = share(daysBetween(goal.baselineOn, today), daysBetween(goal.baselineOn, goal.targetOn));
  const actual = newest(values.filter(({ seenOn }) => seenOn > goal.baselineOn && seenOn <= today));
  if (superseded) return { verdict: 'SUPERSEDED', progress: null, elapsed, actual };
  if (!actual || way === 0) return { verdict: 'NO_VERDICT', progress: null, elapsed, actual };
  const progress = (actual.value - goal.baseline) / way;
  // Not by the share: huge values and a small way would round up to 1.
  const reached = way > 0 ? actual.value >= goal.target : actual.value <= goal.target;
  return { verdict: wordFor(progress, reached, elapsed), progress, elapsed, actual };
}

/** One verdict over several goals: the worst leads, and whoever cannot be judged is named. No percentages are averaged. */
export interface JudgedTogether<Goal> {
  verdict: Verdict;
  /** The goal that leads, null where none can be judged. */
  leading: Goal | null;
  silent: Goal[];
}

/**
 * @param goals each with its own verdict, in the order they are shown; of equally bad ones the first leads
 */
export function judgeTogether<Goal extends { verdict: Verdict }>(
  goals: readonly Goal[],
  superseded = false,
): JudgedTogether<Goal> {
  const silent = goals.filter(({ verdict }) => verdict === 'NO_VERDICT');
  if (superseded) return { verdict: 'SUPERSEDED', leading: null, silent };
  const [leading] = goals
    .filter(({ verdict }) => verdict !== 'NO_VERDICT' && verdict !== 'SUPERSEDED')
    .sort((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict));
  return { verdict: leading?.verdict ?? 'NO_VERDICT', leading: leading ?? null, silent };
}

function wordFor(progress: number, reached: boolean, elapsed: number): Verdict {
  if (progress < -STILL - ROUNDING) return 'WORSENED';
  if (progress <= STILL + ROUNDING) return 'UNCHANGED';
  if (reached) return 'REACHED';
  return progress >= elapsed - SLACK - ROUNDING ? 'ON_COURSE' : 'BEHIND';
}

function newest(values: readonly SeenValue[]): SeenValue | null {
  return values.reduce<SeenValue | null>(
    (latest, { seenOn, value }) => (latest === null || seenOn > latest.seenOn ? { seenOn, value } : latest),
    null,
  );
}

function share(part: number, whole: number): number {
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, part / whole));
}

/**
 * The verdict on a measure from its declared goals with the values seen of each: every goal judged on this day, the worst
 * leads. Without goals it is the one of `judgeTogether` over none.
 */
export function verdictOf(
  goals: readonly (DeclaredGoal & { values: readonly SeenValue[] })[],
  today: string,
  superseded: boolean,
): Verdict {
  return judgeTogether(
    goals.map((goal) => ({ verdict: judge(goal, goal.values, today, superseded).verdict })),
    superseded,
  ).verdict;
}
