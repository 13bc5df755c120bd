import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadSolver } from '@runder-tisch/api/create-app';
import {
  attack,
  type Attacked,
  hiddenSentence,
  type LinkedTables,
  protect,
  readTables,
  type Solver,
  widthOf,
} from '@runder-tisch/domain/disclosure';
import { wholeNumber } from '@runder-tisch/domain/text';
import type { FileCommand } from './command';

const SHOWN = 40;
const WRONG_INPUT = 2;

/** Tables in, intervals out: no database, so that the rules can be tried on whatever file. */
export const disclosureCommands: Record<string, FileCommand> = {
  'disclosure:protect': {
    usage: 'disclosure:protect DATEI [--json]',
    does: 'verbirgt in Tabellen, was zu klein ist, und weitere Zellen, bis sich nichts errechnen lässt',
    withoutDatabase: true,
    run: (call) => work(call, protect),
  },
  'disclosure:attack': {
    usage: 'disclosure:attack DATEI [--json]',
    does: 'druckt, wie genau sich verborgene Zellen errechnen lassen',
    withoutDatabase: true,
    run: (call) => work(call, attack),
  },
};

async function work(
  { args, flags, say }: Parameters<FileCommand['run']>[0],
  how: (tables: LinkedTables, solver: Solver) => Attacked,
): Promise<number> {
  const given = read(args);
  if ('refused' in given) {
    process.stderr.write(`${given.refused}\n`);
    return WRONG_INPUT;
  }
  const { tables } = given;
  const found = how(tables, await loadSolver());
  if (flags.has('--json')) {
    const { hidden, intervals, widthsHold } = found;
    say(JSON.stringify({ hidden, intervals: Object.fromEntries(intervals), widthsHold }));
  } else for (const line of report(tables, found)) say(line);
  return 0;
}

function read(args: readonly string[]): ReturnType<typeof readTables> {
  const [file, more] = args;
  if (!file || more) return { refused: 'Bitte nennen Sie genau eine Datei.' };
  try {
    return readTables(readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { refused: `Die Datei „${file}“ lässt sich nicht lesen (${code}).` };
  }
}

function report({ minimum, cells }: LinkedTables, found: Attacked): string[] {
  const rows = [...found.intervals];
  const narrow = rows.filter(([, interval]) => widthOf(interval) < minimum).length;
  return [
    `${hiddenSentence(found.hidden.length, cells.length)}.`,
    ...rows.slice(0, SHOWN).map(([id, [low, high]]) => {
      const end = high === null ? 'ohne Ende' : `bis ${wholeNumber(high)}`;
      return `  ${id}: ${wholeNumber(low)} ${end}`;
    }),
    ...(rows.length > SHOWN ? [`  … und ${wholeNumber(rows.length - SHOWN)} weitere; alle mit --json`] : []),
    ...(found.unsettled.length > 0
      ? [
          `Bei ${wholeNumber(found.unsettled.length)} Zellen wurde die Rechnung abgebrochen; so weit wie gedruckt ist ihr Bereich sicher.`,
        ]
      : []),
    found.widthsHold
      ? `Jede verborgene Zelle bleibt mindestens ${wholeNumber(minimum)} weit offen.`
      : `Nicht geschützt: ${wholeNumber(narrow)} der verborgenen Zellen lassen sich enger als auf ${wholeNumber(minimum)} errechnen. So darf nichts veröffentlicht werden.`,
  ];
}
