// Runs every command that CONTRIBUTING.md names in a fresh clone of the last commit and says which of them fail:
// `npm run test:contributing`. Slow ones make a small run where their own options allow it; the others wait for
// `--all`. `--only WORD` takes those with the word, `--install` installs the packages instead of linking them.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const MINUTE = 60_000;
const workspace = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: asked } = parseArgs({
  options: { all: { type: 'boolean' }, install: { type: 'boolean' }, only: { type: 'string' } },
});

/** What differs from running the command as it is written and waiting for its end. */
const special = {
  'npm start': { starts: true },
  'npm start -- --empty': { starts: true },
  'npm test': { slow: true },
  'npm run test:rules': { small: 'npm run test:rules -- moves' },
  'npm run test:web': { small: 'npm run test:web -- shell/navigation' },
  'npm run test:lint': { slow: true },
  'npm run test:browser -- stories/first-meeting': { slow: true },
  'npm run test:guards': { slow: true },
  'npm run test:guards -- networks': { slow: true },
  'npm run test:walk': { slow: true },
  'npm run test:faults': { small: 'npm run test:faults -- --kills 1 --crashes 1' },
  'npm run test:contributing': { never: 'läuft gerade' },
  'npm run bench': { small: 'npm run bench -- --smoke' },
  'npm run bench -- answers-at-once': { slow: true },
  'npm run bench -- large': { slow: true },
  'npm run bench -- hostile': { slow: true },
  'npm run bench -- idle': { small: 'npm run bench -- idle --minutes 0.1' },
  'npm run bench -- uploads': { small: 'npm run bench -- uploads --megabytes 2 --seconds 1' },
  'npm run bench -- memory': { small: 'npm run bench -- memory --minutes 0.2' },
  'npm run check:disclosure': { small: 'npm run check:disclosure -- --tables 30 --series 0' },
  'npm run screenshots': { small: 'npm run screenshots -- /konto' },
  'npm run rt -- demo:backup': { slow: true },
  // `backup` saves what `npm start` has set up before; it goes back into an empty database only.
  'npm run rt -- restore FILE': { env: { DATA_DIR: 'tmp/restored' } },
  // Real tables are published elsewhere and lie in no tree.
  'npm run rt -- indicators:read FILE --json': { never: 'braucht eine Tabelle der Statistik' },
  'npm run check:tables -- DIR': { never: 'braucht einen Ordner mit Tabellen der Statistik' },
  'node tools/area/try.mjs': { slow: true },
};

mkdirSync(join(workspace, 'tmp'), { recursive: true });
// In the tree itself: packages can be linked within one file system only.
const clone = mkdtempSync(join(workspace, 'tmp/contributing-'));
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(130));
const failed = [];
try {
  prepare();
  for (const command of commandsIn(readFileSync(join(clone, 'CONTRIBUTING.md'), 'utf8'))) {
    if (asked.only && !command.includes(asked.only)) continue;
    const how = special[command] ?? special[command.replace(/ tools\/\S+$/, '')] ?? {};
    if (how.never || (how.slow && !asked.all)) {
      console.log(`– ${command}: ${how.never ?? 'dauert lange, nur mit --all'}`);
      continue;
    }
    const given = how.small && !asked.all ? how.small : command;
    const began = Date.now();
    const why = how.starts ? await start(given) : await finish(given, how.env);
    const note = given === command ? '' : ` (klein: ${given})`;
    console.log(`${why ? '✗' : '✓'} ${command}${note}, ${Math.round((Date.now() - began) / 1000)} s`);
    if (!why) continue;
    failed.push(command);
    console.error(why);
  }
} finally {
  rmSync(clone, { recursive: true, force: true, maxRetries: 3 });
}
console.log(failed.length === 0 ? 'Alles, was lief, ging.' : `Gescheitert: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** The code that names a command, in the order of the text; `backup FILE` goes on with the `npm run rt -- ` before it. */
function commandsIn(text) {
  const found = text.split('\n').flatMap((line) => {
    let prefix = '';
    return [...line.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => {
      const [rt = ''] = /^npm run rt -- /.exec(code) ?? [];
      prefix = rt || prefix;
      if (/^(npm (start|test|run)|node tools)\b/.test(code)) return [code];
      return prefix && /^[a-z]+(:[a-z]+)?( [-\w]+)*$/.test(code) && line.includes('migrate')
        ? [prefix + code]
        : [];
    });
  });
  return [...new Set(found.map((command) => command.replaceAll(/ \[[^\]]*\]/g, '')))];
}

/** The last commit as git hands it out, with the packages of this tree unless they are to be installed. */
function prepare() {
  must(spawnSync('git', ['clone', '--quiet', '--no-hardlinks', workspace, clone], { encoding: 'utf8' }));
  if (!asked.install) {
    must(
      spawnSync('cp', ['-al', join(workspace, 'node_modules'), join(clone, 'node_modules')], {
        encoding: 'utf8',
      }),
    );
    // Caches are written in place: not into those of the tree.
    rmSync(join(clone, 'node_modules/.cache'), { recursive: true, force: true });
  }
  mkdirSync(join(clone, 'tmp'), { recursive: true });
  const sentences = ['Der Bus fährt nach 17 Uhr nicht mehr.', 'Es fehlen Plätze in der Kita.'];
  const lines = Array.from({ length: 40 }, (_, index) => ({
    text: `${sentences[index % 2]} Stimme ${index}`,
    handlungsfeld: ['Mobilität', 'Kindheit'][index % 2],
  }));
  writeFileSync(join(clone, 'tmp/train.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
}

function must({ status, stderr }) {
  if (status !== 0) throw new Error(stderr);
}

/** Runs it to its end: null, or why it failed. */
async function finish(command, env) {
  const child = run(command, env);
  const timer = setTimeout(() => stop(child.process), (asked.all ? 60 : 10) * MINUTE);
  const code = await child.ended;
  clearTimeout(timer);
  return code === 0 ? null : child.words();
}

/** Starts it, waits for its address, opens it, and stops it as Ctrl+C does: null, or why that did not work. */
async function start(command) {
  const child = run(command, { PORT: '0' });
  const until = Date.now() + 8 * MINUTE;
  let address;
  while (!address && running.has(child.process) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    [, address] = /bereit: (http\S+)/.exec(child.words()) ?? [];
  }
  const status = address
    ? await fetch(address).then(
        (it) => it.status,
        (error) => String(error),
      )
    : null;
  stop(child.process, 'SIGINT');
  const code = await child.ended;
  // npm 11 ends by the signal itself; a shell shows that as 130 too.
  if (status === 200 && [0, 130, 'SIGINT'].includes(code)) return null;
  return `Adresse ${address ?? 'keine'}, Antwort ${status}, Ende ${code}\n${child.words()}`;
}

function run(command, env = {}) {
  const given = command
    .replace('--train FILE', '--train tmp/train.jsonl')
    .replace('FILE', 'tmp/saved.rtbackup')
    .replace('PATH', 'organisations');
  const child = spawn(given, { cwd: clone, shell: true, detached: true, env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => (said = (said + bytes).slice(-8000)));
  running.add(child);
  const ended = new Promise((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal);
    }),
  );
  return { process: child, ended, words: () => said.trim() };
}

/** With all it has started itself. */
function stop(child, signal = 'SIGTERM') {
  if (running.has(child)) process.kill(-child.pid, signal);
}

function end(code) {
  for (const child of running) stop(child);
  rmSync(clone, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
}
