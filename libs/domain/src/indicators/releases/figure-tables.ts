import type { Cell, Equation, Zeros } from '../../disclosure';
import type { DisclosureRule } from '../catalogue/indicator-words';
import { figureSums } from './figure-sums';
import { type Figure, type FigureKind, isSecretAtSource } from './figures';

/** Numbers of cases below which a figure is hidden. */
export const ruleMinimum: Record<DisclosureRule, number> = { R0: 0, R1: 3, R2: 10, R3: 5, R4: 3, R5: 0 };
/** R3: a share of fewer people examined says too much of each of them. */
const EXAMINED = 30;

/** One German sentence that says why figures cannot be checked at all. */
export class NotCheckable extends Error {}

export interface FigureTables {
  cells: Cell[];
  equations: Equation[];
  /** Of every figure with a number: the cells it is made of, and is hidden with. */
  madeOf: Map<string, string[]>;
  /** How a refusal calls a cell. */
  names: Map<string, string>;
  /** Cells of other indicators. */
  others: Set<string>;
}

export function noTables(): FigureTables {
  return { cells: [], equations: [], madeOf: new Map(), names: new Map(), others: new Set() };
}

/** What kind of numbers figures are, and by which rule they are kept from giving people away. */
export interface CountedFigures extends FigureKind {
  rule: DisclosureRule;
  zeros: Zeros;
  /** Another indicator counts what this one divides by: then the denominator is no number everybody knows. */
  denominatorCounts?: boolean;
}

/**
 * All cells and sums that the public knows of figures: counts themselves, of a rate its numerator, of a share also who
 * is not counted, since denominators are public. Parts that are missing or secret at their source are one cell, the
 * rest of the sum, because everybody can work that out. Throws NotCheckable where something needed is missing.
 */
export function figureTables(figures: readonly Figure[], counted: CountedFigures): FigureTables {
  const tables = noTables();
  const measures = new Map(figures.map((it) => [it.id, measuresOf(it, counted, tables)]));
  for (const { whole, parts } of figureSums(figures))
    for (const measure of ['count', 'examined'] as const) {
      const cellOf = (figure: Figure): Cell | null => measures.get(figure.id)?.[measure] ?? null;
      addSum(
        { figure: whole, cell: cellOf(whole) },
        parts.map((figure) => ({ figure, cell: cellOf(figure) })),
        counted,
        tables,
      );
    }
  return tables;
}

/** Cells of one figure: what is counted, and how many were examined. */
interface Measures {
  count: Cell | null;
  examined: Cell | null;
}

export function measuresOf(figure: Figure, counted: CountedFigures, into: FigureTables): Measures {
  if (figure.value === null) return { count: null, examined: null };
  const { rule, zeros } = counted;
  const add = (what: string, value: number, more: Partial<Cell> = {}): Cell => {
    const cell = { id: `${figure.id}${what && ` ${what}`}`, value, smallBelow: ruleMinimum[rule], ...more };
    into.cells.push(cell);
    into.names.set(cell.id, what === 'Rest' ? `${figure.name} (nicht Gezählte)` : figure.name);
    return cell;
  };
  const { value, numerator, denominator } = figure;
  if (counted.kind === 'COUNT') {
    const count = add('', wholeCount(value, figure));
    into.madeOf.set(figure.id, [count.id]);
    return { count, examined: null };
  }
  if (counted.kind !== 'RATE' || numerator === null)
    throw new NotCheckable(
      `„${figure.name}“ hat keinen Zähler. Ohne Zahl der Fälle lässt sich die Geheimhaltung nicht prüfen.`,
    );
  const count = add('Zähler', wholeCount(numerator, figure));
  const madeOf = [count.id];
  const own = rule === 'R3' || (counted.denominatorCounts && denominator !== null);
  let examined: Cell | null = null;
  if (own) {
    if (denominator === null)
      throw new NotCheckable(`„${figure.name}“ hat keinen Nenner. Es fehlt, wie viele untersucht wurden.`);
    const few = rule === 'R3' && denominator < EXAMINED && (denominator > 0 || zeros === 'hidden');
    examined = add('Nenner', wholeCount(denominator, figure), few ? { hidden: true } : {});
    madeOf.push(examined.id);
  } else if (counted.rateKind === 'SHARE' && denominator !== null && Number.isInteger(denominator))
    examined = add('Nenner', denominator, { known: true });
  if (counted.rateKind === 'SHARE' && examined && examined.value >= count.value) {
    const rest = add('Rest', examined.value - count.value);
    into.equations.push({ total: examined.id, parts: [count.id, rest.id] });
  }
  into.madeOf.set(figure.id, madeOf);
  return { count, examined: own ? examined : null };
}

function wholeCount(value: number, { name }: Figure): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new NotCheckable(
    `„${name}“ ist keine ganze Zahl von Fällen. Nur ganze Zahlen lassen sich auf Geheimhaltung prüfen.`,
  );
}

/** A figure with its cell in a sum; none where it has no number. */
export interface Summand {
  figure: Figure;
  cell: Cell | null;
}

/** That figures add up, with the rest that does not stand there by itself. */
export function addSum(
  whole: Summand,
  parts: readonly Summand[],
  { rule, zeros }: CountedFigures,
  into: FigureTables,
): void {
  const total = whole.cell;
  const known = parts.flatMap(({ cell }) => cell ?? []);
  if (!total || known.length === 0) return;
  const minimum = ruleMinimum[rule];
  const rest = total.value - known.reduce((sum, it) => sum + it.value, 0);
  const ids = known.map(({ id }) => id);
  // Yearly averages are rounded each by itself. Where they do not add up, nobody can work one out from the others more
  // closely than to as many as there are.
  const rounded = whole.figure.periodKind === 'YEAR_AVERAGE' && Math.abs(rest) <= (parts.length + 1) / 2;
  if (rest !== 0 && rounded && parts.length + 1 > minimum) return;
  if (rest < 0)
    throw new NotCheckable(
      `Die Teile von „${whole.figure.name}“ ergeben zusammen mehr als das Ganze. Bitte prüfen Sie die Werte.`,
    );
  if (rest === 0) {
    into.equations.push({ total: total.id, parts: ids });
    return;
  }
  const secret = parts.filter(({ figure }) => isSecretAtSource(figure)).length;
  const least = zeros === 'published' ? secret : 0;
  const id = `${total.id} ohne ${ids.join(' ')}`;
  if (!into.names.has(id)) {
    // A single secret part is the rest itself; of several each can be anything up to it.
    const hidden = secret === 1 || (secret > 1 && rest - least < minimum);
    into.cells.push({ id, value: rest, smallBelow: minimum, hidden });
    into.names.set(id, `${whole.figure.name} (was nicht einzeln dasteht)`);
  }
  into.equations.push({ total: total.id, parts: [...ids, id] });
}
