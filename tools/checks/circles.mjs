// Ends with an error where files import each other in a circle: neither can be read, tested or moved alone.
import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import ts from 'typescript';

const files = globSync('{apps,libs,tools}/**/*.{ts,mjs}', {
  exclude: (path) => path.includes('node_modules'),
})
  .map((file) => file.split(sep).join('/'))
  .sort();
const known = new Set(files);
const { paths } = JSON.parse(readFileSync('tsconfig.base.json', 'utf8')).compilerOptions;
const imported = new Map(files.map((file) => [file, importsOf(file)]));
const found = circles();

for (const circle of found) console.error(`Kreis: ${[...circle, circle[0]].join(' → ')}`);
console.log(`${files.length} Dateien, ${found.length} Kreise.`);
process.exitCode = found.length > 0 ? 1 : 0;

/** Types and lazy imports count as well: a file knows whatever it names. */
function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => resolved(file, fileName) ?? []);
}

function resolved(file, specifier) {
  if (specifier.startsWith('.')) return existing(posix.join(posix.dirname(file), specifier));
  for (const [alias, [target]] of Object.entries(paths)) {
    const start = alias.replace(/\*$/, '');
    if (alias === specifier || (alias !== start && specifier.startsWith(start)))
      return existing(posix.join(target.replace(/\*$/, ''), specifier.slice(start.length)));
  }
  return undefined;
}

function existing(path) {
  return [path, `${path}.ts`, `${path}/index.ts`].find((file) => known.has(file));
}

/** One way round for each file that leads back to itself; every file is walked once. */
function circles() {
  const state = new Map();
  const way = [];
  const all = [];
  const walk = (file) => {
    state.set(file, 'open');
    way.push(file);
    for (const next of imported.get(file)) {
      if (!state.has(next)) walk(next);
      else if (state.get(next) === 'open') all.push(way.slice(way.indexOf(next)));
    }
    way.pop();
    state.set(file, 'done');
  };
  for (const file of files) if (!state.has(file)) walk(file);
  return all;
}
