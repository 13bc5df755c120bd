import type { Problems } from '@runder-tisch/domain/problem';
import { problem } from './problem';

/** Names the refusal for a unique or exclusion constraint; the constraint itself carries the rule. */
export async function onConflict<P extends Problems, T>(
  problems: P,
  byConstraint: Readonly<Record<string, readonly [code: keyof P & string, path: string]>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = error as { constraint?: string; driverError?: { constraint?: string } };
    const named = byConstraint[cause.driverError?.constraint ?? cause.constraint ?? ''];
    if (!named) throw error;
    throw problem(problems, ...named);
  }
}
