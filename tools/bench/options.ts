import { parseArgs } from 'node:util';
import { PlainError } from '../start/plain-error';
import { type PageName, pageNames } from './pages';
import { type RowName, rowNames } from './scenarios';

export interface BenchOptions {
  rounds: number;
  seconds: number;
  rows: RowName[];
  pages: PageName[];
  /** Not all rows were asked for: what stands in the document of the others stays. */
  some: boolean;
  /** 1: 20,000 organisations. */
  scale: number;
  /** Only the assertion of equal answers and one short round, on little mass. */
  smoke: boolean;
  /** Write figures into docs/performance.md and plans into docs/performance-plans.md. */
  write: boolean;
  plans: boolean;
}

export const usage =
  'npm run bench -- [--rounds 7] [--seconds 2] [--rows list,meeting,field,loose-ends] [--scale 1] [--plans] [--write] [--smoke]; npm run bench -- answers-at-once|audit-seal|disclosure|idle|large|memory|suggestions|uploads …';

export function readOptions(args: readonly string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        rows: { type: 'string' },
        scale: { type: 'string' },
        smoke: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        plans: { type: 'boolean', default: false },
      },
    });
    const { smoke, write, plans } = values;
    const names = values.rows?.split(',') ?? [...rowNames, ...pageNames];
    const known = (name: string): boolean => [...rowNames, ...pageNames].some((it) => it === name);
    for (const name of names)
      if (!known(name))
        throw new Error(`Die Zeile „${name}“ gibt es nicht: ${[...rowNames, ...pageNames].join(', ')}.`);
    return {
      rounds: positive(values.rounds, smoke ? 1 : 7),
      seconds: positive(values.seconds, smoke ? 0.3 : 2),
      scale: positive(values.scale, smoke ? 0.02 : 1),
      some: values.rows !== undefined,
      rows: rowNames.filter((name) => names.includes(name)),
      pages: pageNames.filter((name) => names.includes(name)),
      smoke,
      write,
      plans: plans || write,
    };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} – ${usage}`);
  }
}

function positive(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!(value > 0)) throw new Error(`„${text}“ ist keine Zahl über null.`);
  return value;
}
