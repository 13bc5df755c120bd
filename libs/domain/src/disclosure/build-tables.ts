import type { Cell, Equation } from './cells';
import { type PrimaryRules, primaryReason } from './primary';
import { MOST_CELLS } from './read-tables';

/**
 * One way in which numbers are told apart, by its codes. Codes that are sums of others make hierarchies (Gemeinde,
 * Region, Kreis) or complements (Männer, Frauen, insgesamt); a code may be a sum in several ways (by county and by size).
 */
export interface Dimension {
  name: string;
  /**
   * Stands for everything; a cell at it is the same cell in a table without this dimension. Null: nothing does, as with
   * numbers at the end of each year.
   */
  total: string | null;
  /** Codes that stand in no sum. */
  codes?: readonly string[];
  sums: readonly { whole: string; parts: readonly string[] }[];
}

/** A number at finest codes, one of each dimension in their order. */
export interface Count {
  at: readonly string[];
  value: number;
  /** Who brought in how much, by a key that is the same in all cells. */
  contributions?: ReadonlyMap<string, number>;
}

/** A table with all its sums. What it does not name is a zero that might be otherwise; no row is left out. */
export interface Table {
  /** What is counted and when, the same in all tables that show the same numbers: "Leistungsempfänger 2014". */
  subject: string;
  dimensions: readonly Dimension[];
  counts: readonly Count[];
  /** Finest codes at which there can be nothing at all (men in a shelter for women): no cells, known to everybody. */
  impossible?: readonly (readonly string[])[];
}

/**
 * The cells of tables with all sums, and how they add up; tables of one subject share the cells they have in common.
 * A cell is marked `hidden` where the rules hide it for its own sake. Its id is subject and codes, totals left out.
 * Throws where a table names a code twice in different senses, an unknown one, or where shared cells differ.
 */
export function buildTables(
  tables: readonly Table[],
  rules: PrimaryRules,
): { cells: Cell[]; equations: Equation[] } {
  const cells = new Map<string, Cell>();
  const equations: Equation[] = [];
  for (const table of tables) {
    const sums = new TableSums(table);
    for (const [id, { value, contributions }] of sums.all()) {
      const known = cells.get(id);
      if (known && known.value !== value)
        throw new Error(`„${id}“ ist in einer Tabelle ${known.value}, in einer anderen ${value}.`);
      const parts = contributions && [...contributions.values()];
      const hidden = known?.hidden === true || primaryReason(value, rules, parts) !== null;
      cells.set(id, { id, value, hidden });
      if (cells.size > MOST_CELLS) throw new Error(`Die Tabellen haben mehr als ${MOST_CELLS} Zellen.`);
    }
    equations.push(...sums.equations());
  }
  return { cells: [...cells.values()], equations };
}

/** The id of a cell at codes of the dimensions, in whatever order a table has them. */
export function cellId(subject: string, dimensions: readonly Dimension[], at: readonly string[]): string {
  const codes = dimensions
    .flatMap(({ name, total }, index) => (at[index] === total ? [] : [`${name}=${at[index] ?? ''}`]))
    .sort();
  return [subject, ...codes].join(' · ');
}

interface Sum {
  value: number;
  contributions?: Map<string, number>;
}

/** All cells of one table, worked out from its finest ones. */
class TableSums {
  readonly #finest: readonly (readonly string[])[];
  readonly #cells = new Map<string, Sum>();

  constructor(private readonly table: Table) {
    this.#finest = table.dimensions.map(finestOf);
    const counts = new Map<string, Count>();
    for (const count of table.counts) {
      this.#mustBeFinest(count.at);
      const key = this.#id(count.at);
      if (counts.has(key)) throw new Error(`„${key}“ ist zweimal gezählt.`);
      counts.set(key, count);
    }
    const impossible = new Set((table.impossible ?? []).map((at) => (this.#mustBeFinest(at), this.#id(at))));
    for (const at of product(this.#finest)) {
      const id = this.#id(at);
      const count = counts.get(id);
      if (!impossible.has(id)) this.#cells.set(id, sumOf(count));
      else if (count && count.value > 0) throw new Error(`„${id}“ kann es nicht geben und ist doch gezählt.`);
    }
    this.#add();
  }

  all(): ReadonlyMap<string, Sum> {
    return this.#cells;
  }

  equations(): Equation[] {
    return this.table.dimensions.flatMap((dimension, index) =>
      dimension.sums.flatMap(({ whole, parts }) =>
        product(this.table.dimensions.map((it, place) => (place === index ? [whole] : codesOf(it)))).flatMap(
          (at) => {
            const total = this.#id(at);
            const known = parts
              .map((part) => this.#id(at.with(index, part)))
              .filter((id) => this.#cells.has(id));
            return this.#cells.has(total) ? [{ total, parts: known }] : [];
          },
        ),
      ),
    );
  }

  #add(): void {
    this.table.dimensions.forEach((dimension, index) => {
      for (const { whole, parts } of partsFirst(dimension)) {
        const others = this.table.dimensions.map((it, place) =>
          place === index ? [whole] : place < index ? codesOf(it) : (this.#finest[place] ?? []),
        );
        for (const at of product(others)) {
          const found = parts.flatMap((part) => this.#cells.get(this.#id(at.with(index, part))) ?? []);
          if (found.length === 0) continue;
          const id = this.#id(at);
          const sum = found.reduce(plus);
          const known = this.#cells.get(id);
          if (known && known.value !== sum.value)
            throw new Error(
              `„${id}“ ist nach einer Gliederung ${known.value}, nach einer anderen ${sum.value}.`,
            );
          this.#cells.set(id, sum);
        }
      }
    });
  }

  #id(at: readonly string[]): string {
    return cellId(this.table.subject, this.table.dimensions, at);
  }

  #mustBeFinest(at: readonly string[]): void {
    const { dimensions } = this.table;
    const wrong = dimensions.find((_, index) => !this.#finest[index]?.includes(at[index] ?? ''));
    if (wrong || at.length !== dimensions.length)
      throw new Error(`„${at.join(', ')}“ nennt nicht zu jeder Gliederung eine der feinsten Angaben.`);
  }
}

function sumOf(count: Count | undefined): Sum {
  const contributions = count?.contributions;
  return { value: count?.value ?? 0, ...(contributions && { contributions: new Map(contributions) }) };
}

/** Contributors count where every number that is not zero knows its own. */
function plus(one: Sum, other: Sum): Sum {
  const value = one.value + other.value;
  if (one.value === 0) return { ...other, value };
  if (other.value === 0) return { ...one, value };
  if (!one.contributions || !other.contributions) return { value };
  const contributions = new Map(one.contributions);
  for (const [who, amount] of other.contributions)
    contributions.set(who, (contributions.get(who) ?? 0) + amount);
  return { value, contributions };
}

function codesOf({ total, codes, sums }: Dimension): string[] {
  return [
    ...new Set([
      ...(total === null ? [] : [total]),
      ...(codes ?? []),
      ...sums.flatMap(({ whole, parts }) => [whole, ...parts]),
    ]),
  ];
}

function finestOf(dimension: Dimension): string[] {
  const wholes = new Set(dimension.sums.map(({ whole }) => whole));
  return codesOf(dimension).filter((code) => !wholes.has(code));
}

/** The sums in an order in which each finds its parts added up. */
function partsFirst({ name, sums }: Dimension): Dimension['sums'] {
  const waiting = [...sums];
  const ordered: Dimension['sums'][number][] = [];
  while (waiting.length > 0) {
    const open = new Set(waiting.map(({ whole }) => whole));
    const next = waiting.findIndex(({ parts }) => !parts.some((part) => open.has(part)));
    if (next < 0) throw new Error(`In der Gliederung „${name}“ ist etwas ein Teil seiner selbst.`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((it) => list.map((code) => [...it, code])),
    [[]],
  );
}
