// Makes two areas in a copy of this tree and tries all that a new area must pass; says green or red and removes the
// copy: `node tools/area/try.mjs [--keep]`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from '../install.mjs';
import { pinnedNode } from '../node.mjs';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** The second stands on what the first left behind, and its names have two words. */
const asked = [['trial'], ['planning-cycles', 'planning-cycle', 'Planungszyklus', 'Planungszyklen']];
const areas = asked.map(([area]) => area);

await installIfNeeded(workspace);
// The Node that has called may be older than what the programs below need.
const node = pinnedNode(workspace);
// In the tree itself: packages can be linked within one file system only.
mkdirSync(join(workspace, 'tmp'), { recursive: true });
const copy = mkdtempSync(join(workspace, 'tmp/area-'));
const bin = (name) => join(copy, 'node_modules/.bin', name);
const began = Date.now();
let red = 0;
try {
  const files = copyTree();
  const made = asked.flatMap((args) =>
    run(`npm run area -- ${args.join(' ')}`, 'npm', ['run', '-s', 'area', '--', ...args])
      .split('\n')
      .filter((line) => /^[\w./-]+\.\w+$/.test(line)),
  );
  if (made.length === 0) throw new Error('Es ist kein Bereich entstanden.');
  run('noch einmal: abgelehnt', 'npm', ['run', '-s', 'area', '--', 'trial'], 1);
  const code = [...new Set(made)].filter((file) => /\.(ts|mjs)$/.test(file));
  for (const check of ['registries', 'circles', 'rooms'])
    run(check, node, ['--no-warnings', `tools/checks/${check}.mjs`]);
  run('format', bin('prettier'), ['--check', ...new Set(made)]);
  for (const [name, command] of typeChecks(files)) run(`types of ${name}`, bin(command[0]), command.slice(1));
  run('lint', bin('eslint'), ['--max-warnings', '0', ...code]);
  run('rules', 'npm', ['run', '-s', 'test:rules', '--', ...areas]);
  run('web', 'npm', ['run', '-s', 'test:web', '--', 'shell/navigation']);
  run('api and house', 'npm', [
    'run',
    '-s',
    'test:api',
    '--',
    ...areas.map((area) => `src/${area}/`),
    'test/house',
  ]);
} catch (error) {
  red += 1;
  console.error(error instanceof Error ? error.message : error);
} finally {
  if (process.argv.includes('--keep')) console.log(copy);
  else rmSync(copy, { recursive: true, force: true });
}
console.log(red === 0 ? `grün nach ${seconds(began)} s` : `rot: ${red}`);
process.exitCode = red === 0 ? 0 : 1;

/** What git knows and what is new, as it stands now; packages as links to the same files. Answers with its files. */
function copyTree() {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: workspace,
    encoding: 'utf8',
  });
  const files = listed.stdout.split('\0').filter((file) => file !== '');
  for (const file of files) cpSync(join(workspace, file), join(copy, file));
  const linked = spawnSync('cp', ['-al', join(workspace, 'node_modules'), join(copy, 'node_modules')]);
  if (linked.status !== 0) throw new Error(String(linked.stderr));
  // Caches are written in place: not into those of the tree.
  rmSync(join(copy, 'node_modules/.cache'), { recursive: true, force: true });
  return files;
}

/** The type check that each project of the workspace names for itself. */
function typeChecks(files) {
  return files
    .filter((file) => /(^|\/)project\.json$/.test(file))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(copy, file), 'utf8')))
    .flatMap(({ name, targets }) =>
      targets?.typecheck ? [[name, targets.typecheck.command.split(' ')]] : [],
    );
}

/** Answers with what the program said; what ends otherwise than expected is red, with its words. */
function run(name, program, args, expected = 0) {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) },
  });
  const good = status === expected;
  console.log(`${good ? '✓' : '✗'} ${name} (${seconds(start)} s)`);
  if (!good) {
    red += 1;
    console.error(`${stdout}\n${stderr}`.trim());
  }
  return stdout;
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}
