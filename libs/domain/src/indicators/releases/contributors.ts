import { primaryReason } from '../../disclosure';
import { counted } from '../../text';
import { type Figure, isSecretAtSource } from './figures';
import { NotCheckable, ruleMinimum } from './figure-tables';

/** Whoever brings in more than half of a number can nearly be read from it. */
const DOMINANT = { n: 1, percent: 50 };

interface Contributors {
  contributions: ReadonlyMap<string, readonly number[]>;
  contributorsConfirmed: boolean;
}

/**
 * R4: figures to which too few contributed, or one more than all others together. Where nobody knows who contributed
 * what, somebody has to answer for it; throws NotCheckable otherwise.
 */
export function fewContributors(
  figures: readonly Figure[],
  { contributions, contributorsConfirmed }: Contributors,
): Set<string> {
  const numbers = figures.filter((it) => it.value !== null && !isSecretAtSource(it));
  const unknown = numbers.filter(({ id }) => !contributions.has(id));
  if (unknown.length > 0 && !contributorsConfirmed)
    throw new NotCheckable(
      `Bei ${counted(unknown.length, 'Wert', 'Werten')} steht nicht, wer wie viel beigetragen hat. Bitte tragen Sie die Beiträge ein, oder bestätigen Sie beim Vorbereiten mit Ihrer Begründung, dass es überall mindestens drei sind und keiner überwiegt.`,
    );
  const rules = { minimum: ruleMinimum.R4, zeros: 'published', dominance: DOMINANT } as const;
  const few = numbers.filter(({ id }) => {
    const amounts = contributions.get(id);
    return amounts && primaryReason(sum(amounts), rules, amounts) !== null;
  });
  return new Set(few.map(({ id }) => id));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, it) => all + it, 0);
}
