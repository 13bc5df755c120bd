import type { Zeros } from './cells';

/** When a number is hidden for its own sake. */
export interface PrimaryRules {
  /** Numbers below it are hidden; the usual one is 3. */
  minimum: number;
  zeros: Zeros;
  /** Hidden where the `n` greatest contributors make up more than `percent` of the number. */
  dominance?: { n: number; percent: number };
  /**
   * Hidden where the second greatest contributor can work out the greatest to within `percent` of it: the others
   * together are less than that.
   */
  closeness?: { percent: number };
}

export type PrimaryReason = 'small' | 'zero' | 'few contributors' | 'dominated' | 'close';

/**
 * Why a number is hidden for its own sake; null where it may be shown. Contributors, where they are known, are the
 * parts of the number by whoever brought them in (providers, Bedarfsgemeinschaften), each counted once. With few of
 * them a large number is as good as a small one. Rules after the usual (n, k) and p % rules of official statistics.
 */
export function primaryReason(
  value: number,
  rules: PrimaryRules,
  contributions?: readonly number[],
): PrimaryReason | null {
  if (value === 0) return rules.zeros === 'hidden' ? 'zero' : null;
  if (value < rules.minimum) return 'small';
  if (!contributions) return null;
  const [...parts] = contributions.filter((part) => part > 0).sort((a, b) => b - a);
  if (parts.length < rules.minimum) return 'few contributors';
  const sum = parts.reduce((total, part) => total + part, 0);
  const { dominance, closeness } = rules;
  if (dominance) {
    const top = parts.slice(0, dominance.n).reduce((total, part) => total + part, 0);
    if (100 * top > dominance.percent * sum) return 'dominated';
  }
  const [first = 0, second = 0] = parts;
  if (closeness && 100 * (sum - first - second) < closeness.percent * first) return 'close';
  return null;
}
