import { loadSolver } from '@runder-tisch/api/create-app';
import { hiddenSentence, protect } from '@runder-tisch/domain/disclosure';
import { wholeNumber } from '@runder-tisch/domain/text';
import { median } from '../measure/statistics';
import { numbersOf } from '../numbers';
import { check } from './check';
import { randomTables, seriesOfACounty } from './random-tables';

const usage = 'npm run check:disclosure -- [--tables 1000] [--seed 1] [--series 1] [--again 20]';
const MEDIAN_MS = 1_000;
const WORST_MS = 5_000;
const SERIES_MS = 120_000;

/**
 * `npm run check:disclosure`: random linked tables are protected and attacked, small ones compared with trying all
 * values, one is protected again and again, and a whole series of a county is protected in time.
 */
export async function disclosureMain(args: readonly string[], say: (line: string) => void): Promise<number> {
  const given = numbersOf(
    args,
    { tables: 1_000, seed: 1, series: 1, again: 20 },
    {
      usage,
      demand: 'Bitte ganze Zahlen ab null angeben.',
      fits: (it) => Object.values(it).every((number) => Number.isInteger(number) && number >= 0),
    },
  );
  const solver = await loadSolver();
  const faults: string[] = [];
  const times: number[] = [];
  const sums = { compared: 0, cells: 0, hidden: 0, unprotected: 0, unsettled: 0 };
  let worst = '';
  for (let seed = given.seed; seed < given.seed + given.tables; seed++) {
    const tables = randomTables(seed);
    const { found, milliseconds, compared, faults: wrong } = check(tables, solver);
    faults.push(...wrong.map((fault) => `Tabellen ${seed}: ${fault}`));
    if (times.every((time) => time < milliseconds)) worst = `${seed}, ${tables.cells.length} Zellen`;
    times.push(milliseconds);
    sums.compared += compared;
    sums.cells += tables.cells.length;
    sums.hidden += found.hidden.length;
    sums.unprotected += Number(!found.widthsHold);
    sums.unsettled += Number(found.unsettled.length > 0);
  }
  if (times.length > 0) {
    const [middle, most] = [median(times), Math.max(...times)];
    say(
      `${wholeNumber(times.length)} Tabellen: Median ${middle.toFixed(0)} ms, längste ${most.toFixed(0)} ms (Tabellen ${worst}); ${hiddenSentence(sums.hidden, sums.cells)}; ${sums.compared} Vergleiche mit dem Probieren aller Werte; ${sums.unprotected} nicht zu schützen, ${sums.unsettled} mit abgebrochener Rechnung.`,
    );
    if (middle > MEDIAN_MS || most > WORST_MS) faults.push('Zu langsam: Median 1 s, längste 5 s');
    const patterns = Array.from({ length: given.again }, () =>
      String(protect(randomTables(given.seed), solver).hidden),
    );
    if (new Set(patterns).size > 1) faults.push('Dieselben Tabellen bekamen verschiedene Muster');
    else say(`${given.again}-mal dieselben Tabellen: ein Muster.`);
  }
  for (let seed = 1; seed <= given.series; seed++) {
    const series = seriesOfACounty(seed);
    const began = performance.now();
    const found = protect(series, solver);
    const took = performance.now() - began;
    say(
      `Reihe ${seed}: ${(took / 1000).toFixed(1)} s; ${hiddenSentence(found.hidden.length, series.cells.length)}; ${found.unsettled.length} Zellen mit abgebrochener Rechnung.`,
    );
    if (!found.widthsHold) faults.push(`Reihe ${seed} ist nicht geschützt`);
    if (took > SERIES_MS) faults.push(`Reihe ${seed} dauert länger als 120 s`);
  }
  for (const fault of faults.slice(0, 20)) say(fault);
  say(faults.length === 0 ? 'Kein Fehler.' : `${faults.length} Fehler.`);
  return faults.length === 0 ? 0 : 1;
}
