import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt, webInputs } from './built';
import { compressFiles } from './compress-files';
import { PlainError, diskFull, isDiskFull } from './plain-error';

export const webRoot = resolve('dist/web');

/** Builds the web application if its files changed; answers the folder to serve. */
export async function buildWeb(progress: (line: string) => void): Promise<string> {
  await ensureBuilt('web', webInputs, async () => {
    progress('Die Oberfläche wird gebaut (etwa 10 bis 30 Sekunden) …');
    const began = performance.now();
    const ticking = setInterval(() => progress(`  … noch dabei (${since(began)} s)`), 10_000);
    const { code, words } = await nx(['run', 'web:build', '--skip-nx-cache']).finally(() =>
      clearInterval(ticking),
    );
    if (code !== 0 && isDiskFull(words)) throw diskFull(process.cwd());
    if (code !== 0) throw new PlainError(`Die Oberfläche ließ sich nicht bauen:\n${withoutAdvice(words)}`);
    await compressFiles(webRoot);
    progress(`Die Oberfläche ist gebaut (${since(began)} s).`);
  });
  if (!existsSync(join(webRoot, 'index.html')))
    throw new PlainError(
      'In dist/web fehlt index.html: Bitte löschen Sie den Ordner dist und starten Sie noch einmal.',
    );
  return webRoot;
}

/** The compiler's errors without what Nx adds about its own run. */
function withoutAdvice(words: string): string {
  return (words.split(/\n\s*NX\s+Running target/)[0] ?? words).trim();
}

function since(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}

function nx(args: readonly string[]): Promise<{ code: number | null; words: string }> {
  const child = spawn(process.execPath, [resolve('node_modules/nx/dist/bin/nx.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (words = (words + chunk.toString('utf8')).slice(-20_000)));
  }
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      process.removeListener('exit', stop);
      done({ code, words });
    });
  });
}
