import { protectRelease, type Release, type Solver, type Zeros } from '../../disclosure';
import { counted } from '../../text';
import type { DisclosureRule } from '../catalogue/indicator-words';
import { type Figure, type FigureKind, isSecretAtSource } from './figures';
import { figureTables, NotCheckable, ruleMinimum } from './figure-tables';

export interface ReleaseToDecide extends FigureKind {
  rule: DisclosureRule;
  zeros: Zeros;
  /** What is to be released. */
  fresh: readonly Figure[];
  /** Figures of earlier releases that still hold, besides the fresh ones. */
  standing: readonly Figure[];
  /** Ids of fresh figures that were hidden in an earlier release, or whose former value was. */
  hiddenBefore: ReadonlySet<string>;
  /** Ids of figures, fresh or standing, that everybody has seen. */
  shownBefore: ReadonlySet<string>;
  /** Ids of fresh figures that are wanted in the open. */
  wanted: ReadonlySet<string>;
  /** Every release there was, with what it hid; also those taken back, for what was shown stays known. */
  earlier: readonly Release[];
  /** How a refusal calls cells of earlier releases. */
  names: ReadonlyMap<string, string>;
}

/** SOURCE: secret already where it comes from. PRIMARY: too few cases. SECONDARY: hides another one. */
export type HiddenBecause = 'SOURCE' | 'PRIMARY' | 'SECONDARY';

export type Decided =
  | {
      refused: null;
      hidden: Map<string, HiddenBecause>;
      /** Pattern and sums, for releases to come. */
      tables: Release;
    }
  | { refused: string };

/** More would take hours; whoever meets it releases fewer periods at once. */
export const MOST_FIGURES = 5_000;

/**
 * The pattern with which figures may be released beside all that was released before, or one German sentence why not.
 * R0 and R5 hide nothing but what is secret at its source; R4 needs contributors, which no figure carries.
 */
export function decideRelease(release: ReleaseToDecide, solver: Solver): Decided {
  const { rule, fresh } = release;
  if (fresh.length === 0)
    return refused('In diesem Zeitraum gibt es keine Werte, die freigegeben werden könnten.');
  if (fresh.length > MOST_FIGURES)
    return refused(
      `Das sind ${counted(fresh.length, 'Wert', 'Werte')}, zu viele für eine Freigabe. Bitte wählen Sie einen kürzeren Zeitraum.`,
    );
  const hidden = new Map<string, HiddenBecause>();
  for (const it of fresh) if (isSecretAtSource(it)) hidden.set(it.id, 'SOURCE');
  if (rule === 'R0' || rule === 'R5') return { refused: null, hidden, tables: { cells: [], equations: [] } };
  if (rule === 'R4')
    return refused(
      'Für diese Regel muss bekannt sein, wie viele Stellen zu jedem Wert beigetragen haben und wie viel. Das steht bei keinem der Werte.',
    );
  try {
    return checked(release, hidden, solver);
  } catch (error) {
    if (error instanceof NotCheckable) return refused(error.message);
    throw error;
  }
}

function checked(release: ReleaseToDecide, hidden: Map<string, HiddenBecause>, solver: Solver): Decided {
  const { rule, zeros, fresh, wanted, hiddenBefore } = release;
  const minimum = ruleMinimum[rule];
  const { cells, equations, madeOf, names } = figureTables([...fresh, ...release.standing], release, release);
  const nameOf = (id: string): string => names.get(id) ?? release.names.get(id) ?? 'Eine frühere Zahl';
  const cellOf = new Map(cells.map((it) => [it.id, it]));
  const tooSmall = new Set(
    cells
      .filter(({ value, hidden: by }) => by || (value < minimum && (value > 0 || zeros === 'hidden')))
      .map(({ id }) => id),
  );
  for (const figure of [...fresh, ...release.standing]) {
    const of = madeOf.get(figure.id);
    if (!of) continue;
    if (release.shownBefore.has(figure.id)) {
      for (const id of of) Object.assign(cellOf.get(id) ?? {}, { known: true, hidden: false });
    } else if (wanted.has(figure.id)) {
      if (of.some((id) => tooSmall.has(id)))
        return refused(`„${figure.name}“ kann nicht offen dastehen: Es sind zu wenige Fälle.`);
      if (hiddenBefore.has(figure.id))
        return refused(
          `„${figure.name}“ kann nicht offen dastehen: Die Zahl war in einer früheren Freigabe verborgen.`,
        );
      for (const id of of) Object.assign(cellOf.get(id) ?? {}, { known: true });
    } else if (hiddenBefore.has(figure.id)) {
      const [first] = of.flatMap((id) => cellOf.get(id) ?? []);
      if (first && (first.value > 0 || zeros === 'hidden')) first.hidden = true;
    }
  }
  const decision = protectRelease({ minimum, zeros, cells, equations }, release.earlier, solver);
  if (!decision.released) {
    const { cell, because } = decision;
    return refused(cell === null ? because : because.replaceAll(`„${cell}“`, `„${nameOf(cell)}“`));
  }
  const pattern = new Set(decision.hidden);
  for (const figure of fresh) {
    const of = madeOf.get(figure.id) ?? [];
    if (!of.some((id) => pattern.has(id))) continue;
    if (wanted.has(figure.id))
      return refused(
        `„${figure.name}“ kann nicht offen dastehen: Eine andere Zahl ließe sich daraus errechnen.`,
      );
    hidden.set(figure.id, of.some((id) => tooSmall.has(id)) ? 'PRIMARY' : 'SECONDARY');
  }
  return {
    refused: null,
    hidden,
    tables: { equations, cells: cells.map(({ id, value }) => ({ id, value, hidden: pattern.has(id) })) },
  };
}

function refused(says: string): Decided {
  return { refused: says };
}
