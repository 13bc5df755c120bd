// Ends with an error where a folder or a file holds more than a reader takes in at once.
import { globSync, readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';

const MOST_FILES = 22;
const MOST_LINES = 350;
/** One file for each migration or area: they only ever become more, and nobody reads them side by side. */
const lists = ['/database/migrations', '/access/canaries', 'tools/scenario'];

const files = globSync('{.,apps/**,libs/**,tools/**,docs/**}/*.*', {
  exclude: (path) =>
    /(^|[/\\])(node_modules|dist|tmp|\.nx|\.angular|\.data|test-results)([/\\]|$)/.test(path),
}).map((file) => file.split(sep).join('/'));
const folders = Map.groupBy(files, (file) => dirname(file));
const crowded = [...folders]
  .filter(([folder, inside]) => inside.length > MOST_FILES && !lists.some((list) => folder.endsWith(list)))
  .map(([folder, inside]) => `Voll: ${folder} (${inside.length} Dateien)`);
const long = files
  .filter((file) => /\.(ts|mjs|cjs|html|scss|css)$/.test(file))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
  .filter(({ lines }) => lines > MOST_LINES)
  .map(({ file, lines }) => `Lang: ${file} (${lines} Zeilen)`);

for (const finding of [...crowded, ...long].sort()) console.error(finding);
console.log(`${files.length} Dateien in ${folders.size} Ordnern.`);
process.exitCode = crowded.length + long.length > 0 ? 1 : 0;
