import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PlainError } from '../start/plain-error';

export interface Chromium {
  executablePath: string;
  /** For the browser's process: libraries and fonts a bare machine lacks. */
  env: Record<string, string>;
}

/** What a browser under test needs everywhere: containers have no sandbox, and nothing may call home. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const ON_THE_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** CHROMIUM_PATH, the browser of the machine, or the one that came with the packages. */
export async function findChromium(progress: (line: string) => void = () => undefined): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (works(named)) return { executablePath: named, env: {} };
    throw new PlainError(
      `Unter CHROMIUM_PATH=${named} läuft kein Browser: Bitte berichtigen Sie die Angabe oder lassen Sie sie weg.`,
    );
  }
  const found = ON_THE_MACHINE.find((path) => existsSync(path) && works(path));
  if (found) return { executablePath: found, env: {} };
  return await enclosed(progress);
}

function works(path: string, env: Record<string, string> = {}): boolean {
  return (
    spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000, env: { ...process.env, ...env } })
      .status === 0
  );
}

async function enclosed(progress: (line: string) => void): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw noBrowser();
  const home = await unpacked(progress);
  const executablePath = join(home, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(home, 'fonts') };
  const libraries = {
    LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
  };
  for (const env of [fonts, { ...fonts, ...libraries }]) {
    if (works(executablePath, env)) return { executablePath, env };
  }
  throw noBrowser();
}

/** Unpacked once per installation, beside the packages; under another name until it is whole. */
async function unpacked(progress: (line: string) => void): Promise<string> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = require(join(dirname(entry), '../package.json')) as { version: string };
  const home = resolve('node_modules/.cache/runder-tisch', `chromium-${version}`);
  if (existsSync(home)) return home;
  progress('Der beigelegte Browser wird ausgepackt (einmalig, etwa 10 Sekunden) …');
  const half = `${home}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = half;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((name) => inflate(join(dirname(entry), '../bin', name))));
    if (!existsSync(home)) renameSync(half, home);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(half, { recursive: true, force: true });
  }
  return home;
}

function noBrowser(): PlainError {
  return new PlainError(
    'Für die Prüfungen im Browser ist kein Chromium da: Bitte installieren Sie Chromium oder Chrome, oder nennen Sie mit CHROMIUM_PATH, wo er liegt.',
  );
}
