import { type Decision, protectRelease, type Release, type Solver, type Zeros } from '../../disclosure';
import { counted } from '../../text';
import type { DisclosureRule } from '../catalogue/indicator-words';
import { fewContributors } from './contributors';
import { type Figure, type FigureKind, isSecretAtSource } from './figures';
import {
  type FigureTables,
  figureTables,
  measuresOf,
  noTables,
  NotCheckable,
  ruleMinimum,
} from './figure-tables';
import { isDenominatorCounted } from './indicator-links';
import { linkFigures, type Links } from './linked-figures';

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
  /** What other indicators have to do with it, and what of theirs was released. */
  links: Links;
  /** R4: who brought in how much, by the ids of figures. */
  contributions: ReadonlyMap<string, readonly number[]>;
  /** R4: somebody answers for it that there are enough contributors to all others. */
  contributorsConfirmed: boolean;
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
 * R0 and R5 hide nothing but what is secret at its source.
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
  try {
    const open = rule === 'R0' || rule === 'R5';
    const few = rule === 'R4' ? fewContributors(fresh, release) : new Set<string>();
    const tables = open || (rule === 'R4' && !isCounted(release)) ? null : tablesOf(release);
    if (tables) return checked(release, { hidden, few, tables }, solver);
    const wanted = fresh.find(({ id }) => few.has(id) && release.wanted.has(id));
    if (wanted) return refused(tooFew(wanted));
    for (const id of few) hidden.set(id, 'PRIMARY');
    return openly(release, hidden, solver);
  } catch (error) {
    if (error instanceof NotCheckable) return refused(error.message);
    throw error;
  }
}

/** Whether figures are numbers of cases, which add up; means and balances tell of contributors alone. */
function isCounted({ kind, fresh }: ReleaseToDecide): boolean {
  return fresh.every((it) => it.value === null || isCase(it, kind));
}

function isCase(figure: Figure, kind: FigureKind['kind']): boolean {
  const number = kind === 'COUNT' ? figure.value : kind === 'RATE' ? figure.numerator : null;
  return number !== null && Number.isInteger(number) && number >= 0;
}

/** What hides nothing by its sums may still say what another indicator has hidden. */
function openly(release: ReleaseToDecide, hidden: Map<string, HiddenBecause>, solver: Solver): Decided {
  const { links, fresh, kind, rateKind, rule, zeros } = release;
  const minimum = Math.max(0, ...links.others.map((it) => ruleMinimum[it.definition.rule]));
  const nothing: Decided = { refused: null, hidden, tables: { cells: [], equations: [] } };
  const figures = fresh.filter((it) => !hidden.has(it.id) && isCase(it, kind));
  if (minimum === 0 || figures.length === 0) return nothing;
  const tables = noTables();
  for (const it of figures) measuresOf(it, { kind, rateKind, rule, zeros }, tables);
  for (const cell of tables.cells) Object.assign(cell, { known: true, hidden: false });
  linkFigures(figures, links, zeros, tables);
  const decision = protectRelease({ minimum, zeros, ...tables }, release.earlier, solver);
  return decision.released ? nothing : exposed(decision, release, tables);
}

function tablesOf(release: ReleaseToDecide): FigureTables {
  const { links, fresh, standing } = release;
  const { kind, rateKind, rule, zeros } = release;
  const figures = [...fresh, ...standing];
  const denominatorCounts = isDenominatorCounted(links.own, links.definitions, links.sums);
  const tables = figureTables(figures, { kind, rateKind, rule, zeros, denominatorCounts });
  linkFigures(figures, links, zeros, tables);
  return tables;
}

interface ToCheck {
  hidden: Map<string, HiddenBecause>;
  few: ReadonlySet<string>;
  tables: FigureTables;
}

function checked(release: ReleaseToDecide, { hidden, few, tables }: ToCheck, solver: Solver): Decided {
  const { rule, zeros, fresh, wanted, hiddenBefore } = release;
  const minimum = ruleMinimum[rule];
  const { cells, equations, madeOf } = tables;
  const cellOf = new Map(cells.map((it) => [it.id, it]));
  const hide = ({ id }: Figure): void => {
    const [first] = (madeOf.get(id) ?? []).flatMap((it) => cellOf.get(it) ?? []);
    if (first && (first.value > 0 || zeros === 'hidden')) first.hidden = true;
  };
  for (const figure of fresh) if (few.has(figure.id)) hide(figure);
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
      if (of.some((id) => tooSmall.has(id))) return refused(tooFew(figure));
      if (hiddenBefore.has(figure.id))
        return refused(
          `„${figure.name}“ kann nicht offen dastehen: Die Zahl war in einer früheren Freigabe verborgen.`,
        );
      for (const id of of) Object.assign(cellOf.get(id) ?? {}, { known: true });
    } else if (hiddenBefore.has(figure.id)) hide(figure);
  }
  const zero = zeros === 'published' ? hiddenZero(release.earlier) : undefined;
  if (zero !== undefined)
    return refused(
      `„${nameOf(zero, release, tables)}“ war in einer früheren Freigabe als Null verborgen. Bitte wählen Sie auch hier „Nullen gelten als kleine Zahlen“.`,
    );
  // Nobody may come closer to a number of another indicator than that one's own rule says.
  const widest = Math.max(minimum, ...release.links.others.map((it) => ruleMinimum[it.definition.rule]));
  const decision = protectRelease({ minimum: widest, zeros, cells, equations }, release.earlier, solver);
  if (!decision.released) return exposed(decision, release, tables);
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

function exposed(
  { cell, because }: Extract<Decision, { released: false }>,
  release: ReleaseToDecide,
  tables: FigureTables,
): Decided {
  if (cell === null) return refused(because);
  const told = because.replaceAll(`„${cell}“`, `„${nameOf(cell, release, tables)}“`);
  return refused(told.replace(/\.$/, `${beside(cell, tables)}.`));
}

function nameOf(id: string, { names }: ReleaseToDecide, tables: FigureTables): string {
  return tables.names.get(id) ?? names.get(id) ?? 'Eine frühere Zahl';
}

/** `, zusammen mit „…“`: a number of another indicator in the same sum. */
function beside(cell: string, { equations, names, others }: FigureTables): string {
  const told = equations
    .map(({ total, parts }) => [total, ...parts])
    .filter((ids) => ids.includes(cell))
    .flat()
    .find((id) => others.has(id) !== others.has(cell) && names.has(id));
  return told === undefined ? '' : `, zusammen mit „${names.get(told) ?? ''}“`;
}

function hiddenZero(earlier: readonly Release[]): string | undefined {
  const cells = earlier.flatMap((it) => it.cells);
  const shown = new Set(cells.filter(({ hidden }) => !hidden).map(({ id }) => id));
  return cells.find(({ id, value, hidden }) => hidden && value === 0 && !shown.has(id))?.id;
}

function tooFew({ name }: Figure): string {
  return `„${name}“ kann nicht offen dastehen: Es sind zu wenige Fälle.`;
}

function refused(says: string): Decided {
  return { refused: says };
}
