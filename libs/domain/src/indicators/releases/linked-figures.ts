import type { Cell, Zeros } from '../../disclosure';
import type { Figure } from './figures';
import { addSum, type FigureTables, measuresOf, noTables, NotCheckable, type Summand } from './figure-tables';
import {
  countedAs,
  type CountedMeasure,
  type Definition,
  isDenominatorCounted,
  type StatedSum,
} from './indicator-links';

/** A figure of another indicator that stood in a release. */
export interface LinkedFigure {
  figure: Figure;
  definition: Definition;
  /** Everybody has seen it; otherwise it was hidden. */
  shown: boolean;
  /** Not corrected since. */
  current: boolean;
}

export interface Links {
  own: Definition;
  others: readonly LinkedFigure[];
  definitions: readonly Definition[];
  sums: readonly StatedSum[];
}

interface Placed {
  figure: Figure;
  definition: Definition;
  current: boolean;
  cells: Partial<Record<CountedMeasure, Cell>>;
}

/** More ways to put corrected values together than anybody will: those in force count, and what adds up among these. */
const MOST_WAYS = 64;

/**
 * Adds what released figures of other indicators say of these: the same number under another name, parts and their
 * whole, a denominator that is somebody else's count. Numbers that only bear the same words and differ are left apart.
 */
export function linkFigures(
  figures: readonly Figure[],
  { own, others, definitions, sums }: Links,
  zeros: Zeros,
  into: FigureTables,
): void {
  const cells = new Map(into.cells.map((it) => [it.id, it]));
  const places = new Map<string, Placed[]>();
  const place = (it: Placed): void => {
    const at = placeOf(it.figure);
    const group = places.get(at);
    if (group) group.push(it);
    else places.set(at, [it]);
  };
  for (const figure of figures)
    place({ figure, definition: own, current: true, cells: cellsOf(figure, own, cells) });
  const counts = new Map<string, boolean>();
  for (const it of others) {
    if (!places.has(placeOf(it.figure))) continue;
    const { versionId } = it.definition;
    const counted = counts.get(versionId) ?? isDenominatorCounted(it.definition, definitions, sums);
    counts.set(versionId, counted);
    const more = cellsOfOther(it, counted, zeros, into);
    if (more) place({ ...it, cells: cellsOf(it.figure, it.definition, more) });
  }
  for (const group of places.values()) {
    if (new Set(group.map(({ definition }) => definition.indicatorId)).size < 2) continue;
    tieSame(group, into);
    for (const sum of sums) tieSum(group, sum, own, zeros, into);
  }
}

function placeOf({ keyKind, areaCode, periodStart, periodEnd, dimensions }: Figure): string {
  return [keyKind, areaCode, periodStart, periodEnd, dimensions].join('|');
}

function cellsOf({ id }: Figure, { kind }: Definition, cells: ReadonlyMap<string, Cell>): Placed['cells'] {
  const counted = cells.get(kind === 'COUNT' ? id : `${id} Zähler`);
  const compared = cells.get(`${id} Nenner`);
  return { ...(counted && { COUNTED: counted }), ...(compared && { COMPARED: compared }) };
}

/** As they were released; nothing where no number of cases is known, for nothing can be worked out from that. */
function cellsOfOther(
  { figure, definition, shown }: LinkedFigure,
  denominatorCounts: boolean,
  zeros: Zeros,
  into: FigureTables,
): Map<string, Cell> | null {
  const made = noTables();
  try {
    measuresOf(figure, { ...definition, zeros, denominatorCounts }, made);
  } catch (error) {
    if (error instanceof NotCheckable) return null;
    throw error;
  }
  for (const cell of made.cells)
    if (shown) Object.assign(cell, { known: true, hidden: false });
    else if (!cell.known) cell.hidden = cell.value > 0 || zeros === 'hidden';
  into.cells.push(...made.cells);
  for (const { id } of made.cells) into.others.add(id);
  into.equations.push(...made.equations);
  for (const [id, name] of made.names) into.names.set(id, name);
  return new Map(made.cells.map((it) => [it.id, it]));
}

/** The same words of the same source, and the same number. */
function tieSame(group: readonly Placed[], into: FigureTables): void {
  const seen = new Map<string, { cell: Cell; indicatorId: string }>();
  for (const { definition, cells } of group)
    for (const measure of ['COUNTED', 'COMPARED'] as const) {
      const cell = cells[measure];
      for (const words of cell ? countedAs(definition, measure) : []) {
        if (!cell) continue;
        const key = `${words} ${cell.value}`;
        const before = seen.get(key);
        if (!before) seen.set(key, { cell, indicatorId: definition.indicatorId });
        else if (before.indicatorId !== definition.indicatorId)
          into.equations.push({ total: before.cell.id, parts: [cell.id] });
      }
    }
}

/** What a planner stated to add up: in every way it does, and with its rest as it stands now. */
function tieSum(
  group: readonly Placed[],
  sum: StatedSum,
  own: Definition,
  zeros: Zeros,
  into: FigureTables,
): void {
  const wholes = group.filter(
    ({ definition, cells }) => definition.indicatorId === sum.indicatorId && cells[sum.measure],
  );
  const choices = sum.partIds
    .map((id) => group.filter(({ definition }) => definition.indicatorId === id))
    .filter((it) => it.length > 0);
  if (choices.length === 0) return;
  for (const whole of wholes)
    for (const parts of ways(choices)) {
      const total: Summand = { figure: whole.figure, cell: whole.cells[sum.measure] ?? null };
      const summands = parts.map(({ figure, cells }): Summand => ({ figure, cell: cells.COUNTED ?? null }));
      const known = summands.flatMap(({ cell }) => cell ?? []);
      const exact = known.reduce((all, { value }) => all + value, 0) === total.cell?.value;
      if (exact || [whole, ...parts].every(({ current }) => current))
        addSum(total, summands, { ...own, zeros }, into);
    }
}

function ways(choices: readonly (readonly Placed[])[]): Placed[][] {
  return choices.reduce<Placed[][]>(
    (all, next) => all.flatMap((it) => next.map((one) => [...it, one])).slice(0, MOST_WAYS),
    [[]],
  );
}
