import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIndicatorFile } from '@runder-tisch/api/create-app';
import type { ReadValue } from '@runder-tisch/domain/indicators/read-value';
import { sumOfAreas } from '@runder-tisch/domain/indicators/sum-of-areas';
import { PlainError } from '../start/plain-error';

/** A place in a published table that somebody looked up by eye, and what the reader must make of it. */
interface Place extends Partial<
  Pick<ReadValue, 'area' | 'period' | 'measure' | 'unit' | 'factor' | 'flag' | 'marker'>
> {
  file: string;
  line: number;
  column: number;
  value: number | null;
  populationBase?: ReadValue['populationBase'];
  territoryStatus?: string;
  /** Labels among those of the value. */
  labels?: string[];
}

/** The municipalities within an area, added up: equal to what is published for it, or not and left so. */
interface Sum {
  file: string;
  sumWithin: string;
  period: string;
  labels: string[];
  measure?: string;
  value: number;
  published: number;
}

const CHECKS = 'tools/tables/checks.jsonl';

/** `npm run check:tables -- DIR`: reads the real tables in a folder and holds them against the places of `checks.jsonl`. */
export async function main([folder, more]: readonly string[]): Promise<number> {
  if (!folder || more !== undefined)
    throw new PlainError('Bitte nennen Sie den Ordner mit den Tabellen: npm run check:tables -- ORDNER');
  const directory = resolve(process.env['INIT_CWD'] ?? '.', folder);
  const checks = readFileSync(CHECKS, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Place | Sum);
  const faults: string[] = [];
  const files = [...new Set(checks.map(({ file }) => file))];
  for (const file of files) {
    const path = join(directory, file);
    if (!existsSync(path)) {
      faults.push(`${file} liegt nicht in ${directory}.`);
      continue;
    }
    const { values } = await readIndicatorFile(createReadStream(path), {
      mapping: null,
      today: new Date().toISOString().slice(0, 10),
    });
    const read = [...values()];
    for (const check of checks.filter((it) => it.file === file)) {
      const fault = 'sumWithin' in check ? faultOfSum(check, read) : faultOfPlace(check, read);
      if (fault) faults.push(`${file}: ${fault}`);
    }
  }
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(
    `${checks.length} Stellen in ${files.length} Tabellen geprüft, ${faults.length} weichen ab.\n`,
  );
  return faults.length > 0 ? 1 : 0;
}

function faultOfPlace(
  { file: _, line, column, labels = [], ...wanted }: Place,
  read: readonly ReadValue[],
): string | null {
  const found = read.filter((it) => it.line === line && it.column === column);
  const [value] = found;
  if (!value || found.length > 1) return `Zeile ${line}, Spalte ${column} ist ${found.length}-mal gelesen.`;
  for (const [name, expected] of Object.entries(wanted)) {
    const is = value[name as keyof ReadValue];
    if (is !== expected)
      return `Zeile ${line}, Spalte ${column}: ${name} ist ${JSON.stringify(is)} statt ${JSON.stringify(expected)}.`;
  }
  const missing = labels.find((label) => !Object.values(value.dimensions).includes(label));
  return missing ? `Zeile ${line}, Spalte ${column}: „${missing}“ fehlt.` : null;
}

function faultOfSum(
  { sumWithin, period, labels, measure, value, published }: Sum,
  read: readonly ReadValue[],
): string | null {
  const counts = (it: ReadValue): boolean =>
    it.period === period &&
    (measure === undefined || it.measure === measure) &&
    JSON.stringify(Object.values(it.dimensions)) === JSON.stringify(labels);
  const parts = read.filter((it) => counts(it) && it.area.length === 8 && it.area.startsWith(sumWithin));
  const sum = sumOfAreas(parts);
  const whole = read.find((it) => counts(it) && it.area === sumWithin)?.value;
  if (sum !== value) return `Die Summe in ${sumWithin} zu ${period} ist ${sum} statt ${value}.`;
  return whole === published ? null : `Ausgewiesen ist zu ${period} ${whole} statt ${published}.`;
}
