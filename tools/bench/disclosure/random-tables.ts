import type { Cell, Equation, LinkedTables, Zeros } from '@runder-tisch/domain/disclosure';
import { seeded } from '../measure/statistics';

/** A dimension: its finest codes, and each code that is the sum of others. Several sums may share a total. */
interface Dimension {
  total: string;
  finest: readonly string[];
  sums: readonly (readonly [whole: string, parts: readonly string[]])[];
}

const MOST_CELLS = 200;

/**
 * Tables such as a county publishes: two or three dimensions with all margins, rows in groups, rows grouped in two ways
 * at once, or two tables with one margin in common. Many small numbers, some zeros. The same seed makes the same ones.
 */
export function randomTables(seed: number): LinkedTables {
  const random = seeded(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const shapes = [flat, flat, grouped, grouped, twice];
  const dimension = (name: string, size: number): Dimension =>
    shapes[upTo(shapes.length - 1)]?.(name, size, upTo) ?? flat(name, size);
  for (;;) {
    const size = 1 + upTo(12);
    const two = [dimension('a', 1 + upTo(size)), dimension('b', 1 + upTo(size))];
    const kind = upTo(3);
    const dimensions = kind === 0 ? [...two, flat('c', 2 + upTo(2))] : two;
    const zeros: Zeros = random() < 0.75 ? 'published' : 'hidden';
    const number = numbers(random, upTo);
    const tables = tablesOf(dimensions, number);
    if (kind === 1) link(tables, [two[0] ?? flat('a', 2), flat('d', 2 + upTo(3))], random);
    if (tables.cells.length > MOST_CELLS) continue;
    return { minimum: 2 + upTo(3), zeros, cells: tables.cells, equations: tables.equations };
  }
}

/** A series of 1,440 cells that all hang together: quarters and year, eleven places, seven ages, two sexes, with all sums. */
export function seriesOfACounty(seed: number): LinkedTables {
  const random = seeded(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const dimensions = [flat('q', 4), flat('town', 11), flat('age', 7), flat('sex', 2)];
  return { minimum: 3, zeros: 'published', ...tablesOf(dimensions, numbers(random, upTo)) };
}

function numbers(random: () => number, upTo: (most: number) => number): () => number {
  const empty = random() * 0.4;
  const scale = 1 + upTo(40);
  return () => (random() < empty ? 0 : Math.floor(-Math.log(1 - random()) * scale));
}

function flat(name: string, size: number): Dimension {
  const finest = Array.from({ length: size }, (_, index) => `${name}${index + 1}`);
  return { total: name, finest, sums: [[name, finest]] };
}

function grouped(name: string, size: number, upTo: (most: number) => number): Dimension {
  const { finest } = flat(name, size);
  return { total: name, finest, sums: groups(name, 'g', finest, upTo) };
}

function twice(name: string, size: number, upTo: (most: number) => number): Dimension {
  const { finest } = flat(name, size);
  return {
    total: name,
    finest,
    sums: [...groups(name, 'g', finest, upTo), ...groups(name, 'h', finest, upTo)],
  };
}

function groups(
  name: string,
  letter: string,
  finest: readonly string[],
  upTo: (most: number) => number,
): Dimension['sums'] {
  const many = 1 + upTo(Math.max(0, finest.length - 2));
  const inside = Map.groupBy(finest, () => `${name}${letter}${upTo(many - 1)}`);
  return [[name, [...inside.keys()]], ...inside];
}

interface Tables {
  cells: Cell[];
  equations: Equation[];
}

function tablesOf(dimensions: readonly Dimension[], number: () => number): Tables {
  const values = new Map<string, number>();
  for (const at of product(dimensions.map(({ finest }) => finest)))
    values.set(idOf(at, dimensions), number());
  const equations: Equation[] = [];
  dimensions.forEach((dimension, index) => {
    // Sums of a code come after the sums of its parts.
    for (const [whole, parts] of [...dimension.sums].reverse()) {
      const others = dimensions.map((it, place) =>
        place === index ? [whole] : place < index ? codesOf(it) : it.finest,
      );
      for (const at of product(others)) {
        const sum = parts.reduce(
          (all, part) => all + (values.get(idOf(at.with(index, part), dimensions)) ?? 0),
          0,
        );
        values.set(idOf(at, dimensions), sum);
      }
    }
  });
  dimensions.forEach((dimension, index) => {
    for (const [whole, parts] of dimension.sums)
      for (const at of product(dimensions.map((it, place) => (place === index ? [whole] : codesOf(it)))))
        equations.push({
          total: idOf(at, dimensions),
          parts: parts.map((part) => idOf(at.with(index, part), dimensions)),
        });
  });
  return { cells: [...values].map(([id, value]) => ({ id, value })), equations };
}

/** A further table by another dimension, with the margin of the first in common. */
function link(tables: Tables, [shared, other]: readonly [Dimension, Dimension], random: () => number): void {
  const known = new Map(tables.cells.map(({ id, value }) => [id, value]));
  const margin = (code: string): string => (code === shared.total ? '' : code);
  const value = new Map<string, number>();
  for (const code of shared.finest) {
    let rest = known.get(margin(code)) ?? 0;
    other.finest.forEach((part, index) => {
      const taken = index === other.finest.length - 1 ? rest : Math.floor(random() * (rest + 1));
      value.set(`${code}|${part}`, taken);
      rest -= taken;
    });
  }
  for (const [whole, parts] of [...shared.sums].reverse())
    for (const part of other.finest)
      value.set(
        `${whole === shared.total ? '' : whole}|${part}`,
        parts.reduce((sum, code) => sum + (value.get(`${code}|${part}`) ?? 0), 0),
      );
  for (const code of codesOf(shared))
    tables.equations.push({
      total: margin(code),
      parts: other.finest.map((part) => `${margin(code)}|${part}`),
    });
  for (const [whole, parts] of shared.sums)
    for (const part of other.finest)
      tables.equations.push({
        total: `${margin(whole)}|${part}`,
        parts: parts.map((code) => `${code}|${part}`),
      });
  for (const [id, number] of value) tables.cells.push({ id, value: number });
}

function codesOf({ finest, sums }: Dimension): string[] {
  return [...new Set([...finest, ...sums.map(([whole]) => whole)])];
}

/** Totals are left out, so that a margin has the same name wherever it stands. */
function idOf(at: readonly string[], dimensions: readonly Dimension[]): string {
  return at.filter((code, index) => code !== dimensions[index]?.total).join(',');
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((it) => list.map((code) => [...it, code])),
    [[]],
  );
}
