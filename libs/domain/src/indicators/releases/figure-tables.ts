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
}

interface Rules {
  rule: DisclosureRule;
  zeros: Zeros;
}

/**
 * All cells and sums that the public knows of figures: counts themselves, of a rate its numerator, of a share also who
 * is not counted, since denominators are public. Parts that are missing or secret at their source are one cell, the
 * rest of the sum, because everybody can work that out. Throws NotCheckable where something needed is missing.
 */
export function figureTables(figures: readonly Figure[], kind: FigureKind, rules: Rules): FigureTables {
  const tables: FigureTables = { cells: [], equations: [], madeOf: new Map(), names: new Map() };
  const measures = new Map(figures.map((it) => [it.id, measuresOf(it, kind, rules, tables)]));
  for (const { whole, parts } of figureSums(figures))
    for (const measure of ['count', 'examined'] as const)
      link(whole, parts, (it) => measures.get(it.id)?.[measure] ?? null, rules, tables);
  return tables;
}

/** Cells of one figure: what is counted, and how many were examined. */
interface Measures {
  count: Cell | null;
  examined: Cell | null;
}

function measuresOf(figure: Figure, kind: FigureKind, { rule, zeros }: Rules, into: FigureTables): Measures {
  if (figure.value === null) return { count: null, examined: null };
  const add = (what: string, value: number, more: Partial<Cell> = {}): Cell => {
    const cell = { id: `${figure.id}${what && ` ${what}`}`, value, ...more };
    into.cells.push(cell);
    into.names.set(cell.id, what === 'Rest' ? `${figure.name} (nicht Gezählte)` : figure.name);
    return cell;
  };
  const { value, numerator, denominator } = figure;
  if (kind.kind === 'COUNT') {
    const count = add('', wholeCount(value, figure));
    into.madeOf.set(figure.id, [count.id]);
    return { count, examined: null };
  }
  if (kind.kind !== 'RATE' || numerator === null)
    throw new NotCheckable(
      `„${figure.name}“ hat keinen Zähler. Ohne Zahl der Fälle lässt sich die Geheimhaltung nicht prüfen.`,
    );
  const count = add('Zähler', wholeCount(numerator, figure));
  const madeOf = [count.id];
  let examined: Cell | null = null;
  if (rule === 'R3') {
    if (denominator === null)
      throw new NotCheckable(`„${figure.name}“ hat keinen Nenner. Es fehlt, wie viele untersucht wurden.`);
    const small = denominator < EXAMINED && (denominator > 0 || zeros === 'hidden');
    examined = add('Nenner', wholeCount(denominator, figure), small ? { hidden: true } : {});
    madeOf.push(examined.id);
  } else if (kind.rateKind === 'SHARE' && denominator !== null && Number.isInteger(denominator))
    examined = add('Nenner', denominator, { known: true });
  if (kind.rateKind === 'SHARE' && examined && examined.value >= count.value) {
    const rest = add('Rest', examined.value - count.value);
    into.equations.push({ total: examined.id, parts: [count.id, rest.id] });
  }
  into.madeOf.set(figure.id, madeOf);
  return { count, examined: rule === 'R3' ? examined : null };
}

function wholeCount(value: number, { name }: Figure): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new NotCheckable(
    `„${name}“ ist keine ganze Zahl von Fällen. Nur ganze Zahlen lassen sich auf Geheimhaltung prüfen.`,
  );
}

function link(
  whole: Figure,
  parts: readonly Figure[],
  cellOf: (figure: Figure) => Cell | null,
  { rule, zeros }: Rules,
  into: FigureTables,
): void {
  const total = cellOf(whole);
  const known = parts.flatMap((it) => cellOf(it) ?? []);
  if (!total || known.length === 0) return;
  const minimum = ruleMinimum[rule];
  const rest = total.value - known.reduce((sum, it) => sum + it.value, 0);
  const ids = known.map(({ id }) => id);
  // Yearly averages are rounded each by itself. Where they do not add up, nobody can work one out from the others more
  // closely than to as many as there are.
  const rounded = whole.periodKind === 'YEAR_AVERAGE' && Math.abs(rest) <= (parts.length + 1) / 2;
  if (rest !== 0 && rounded && parts.length + 1 > minimum) return;
  if (rest < 0)
    throw new NotCheckable(
      `Die Teile von „${whole.name}“ ergeben zusammen mehr als das Ganze. Bitte prüfen Sie die Werte.`,
    );
  if (rest === 0) {
    into.equations.push({ total: total.id, parts: ids });
    return;
  }
  const secret = parts.filter(isSecretAtSource).length;
  const least = zeros === 'published' ? secret : 0;
  const id = `${total.id} ohne ${ids.join(' ')}`;
  if (!into.names.has(id)) {
    // A single secret part is the rest itself; of several each can be anything up to it.
    into.cells.push({ id, value: rest, hidden: secret === 1 || (secret > 1 && rest - least < minimum) });
    into.names.set(id, `${whole.name} (was nicht einzeln dasteht)`);
  }
  into.equations.push({ total: total.id, parts: [...ids, id] });
}
