import type { PrioritisationProblem } from './prioritisation-problems';
import { prioritisationLimits } from './prioritisation-words';

export interface PointsRule {
  pointsPerPerson: number;
  /** Null: all of them may go to one option. */
  mostPerOption: number | null;
}

export interface GivenPoints {
  optionId: string;
  points: number;
}

/** How many points are given all together. */
export function sumOf(given: readonly Pick<GivenPoints, 'points'>[]): number {
  return given.reduce((sum, it) => sum + it.points, 0);
}

/** The most that one option may get from one person. */
export function mostAtOne({ pointsPerPerson, mostPerOption }: PointsRule): number {
  return mostPerOption ?? pointsPerPerson;
}

/**
 * What stands against a ballot, and at which option; null for a good one. Fewer points than there are may be given.
 * @param given points of one person, each option once
 * @param optionIds the options there are
 */
export function refusedPoints(
  rule: PointsRule,
  given: readonly GivenPoints[],
  optionIds: readonly string[],
): { code: PrioritisationProblem; optionId: string | null } | null {
  for (const { optionId, points } of given) {
    if (!optionIds.includes(optionId)) return { code: 'points-option-unknown', optionId: null };
    if (!Number.isInteger(points) || points < 0) return { code: 'points-not-a-number', optionId };
    if (points > mostAtOne(rule)) return { code: 'points-too-many-at-one', optionId };
  }
  return sumOf(given) > rule.pointsPerPerson ? { code: 'points-too-many', optionId: null } : null;
}

/**
 * What stands in a field for points.
 * @returns the number, 0 for an empty field, null for what is no whole number of points
 */
export function readPoints(text: string): number | null {
  const digits = text.trim();
  if (digits === '') return 0;
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}

export interface Ranked {
  rank: number;
  /** Others have as many points. */
  tied: boolean;
}

/**
 * Most points first; who has as many shares the rank, and the ranks behind are left out (1, 2, 2, 4). Within a rank
 * the order they came in stays.
 */
export function rankedByPoints<Option extends { points: number }>(
  options: readonly Option[],
): (Option & Ranked)[] {
  return options
    .map((option) => ({
      ...option,
      rank: 1 + options.filter((it) => it.points > option.points).length,
      tied: options.filter((it) => it.points === option.points).length > 1,
    }))
    .sort((one, other) => one.rank - other.rank);
}

/** "12 Punkte" */
export function pointsInWords(points: number): string {
  return points === 1 ? '1 Punkt' : `${points.toLocaleString('de-DE')} Punkte`;
}

/** "24 Stimmen": people who gave points, not points. */
export function votersInWords(voters: number): string {
  return voters === 1 ? '1 Stimme' : `${voters.toLocaleString('de-DE')} Stimmen`;
}

/** "Rang 2 von 7", "Rang 2 von 7 (geteilt)" */
export function rankInWords({ rank, tied }: Ranked, of: number): string {
  return `Rang ${rank} von ${of}${tied ? ' (geteilt)' : ''}`;
}

/** Consonants alone make no words, and none of them is taken for a digit. */
export const codeLetters = 'BCDFGHJKLMNPRSTVWXZ';

/**
 * The code of an address as somebody typed it: capitals or not, with a hyphen, blanks or none.
 * @returns the letters alone, or null for what can be no code
 */
export function readJoinCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s\-–]/g, '');
  return letters.length === prioritisationLimits.codeLength &&
    [...letters].every((it) => codeLetters.includes(it))
    ? letters
    : null;
}

/** "KFTM-RXBC": two groups are read out and typed with fewer mistakes. */
export function shownJoinCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
