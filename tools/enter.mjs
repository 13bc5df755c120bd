import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleTool, workspace } from './bundle.mjs';
import { apiInputs, ensureBuilt } from './start/built.ts';
import { diskFull, isDiskFull } from './start/plain-error.ts';

/** Where each command lives; those that run the API need its bundle first. */
const commands = {
  start: { source: 'tools/start/main.ts', api: true },
  test: { source: 'tools/test/main.ts', api: false },
  rt: { source: 'tools/rt/main.ts', api: true },
  'check-tables': { source: 'tools/tables/main.ts', api: true },
  bench: { source: 'tools/bench/main.ts', api: true },
  screenshots: { source: 'tools/screenshots/main.ts', api: true },
  faults: { source: 'tools/faults/main.ts', api: true },
  guards: { source: 'tools/guards/main.ts', api: false },
  walk: { source: 'tools/test/walk.ts', api: false },
  area: { source: 'tools/area/main.ts', api: false },
};

// The log of the API is for operators of a server; in these commands only what goes wrong is worth a line.
process.env.LOG_LEVEL ??= 'warn';

// The launcher is gone: end as if it had asked.
process.once('disconnect', () => process.emit('SIGTERM'));

const [command, ...args] = process.argv.slice(2);
let status = 1;
try {
  status = await perform();
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
}
// Into a pipe Node writes when the reader has room: whoever reads slowly would miss the end.
const written = (to) => new Promise((done) => to.once('error', done).write('', done));
await Promise.all([process.stdout, process.stderr].map(written));
// What was begun and then given up (a build, a connection) must not hold the terminal.
process.exit(status);

async function perform() {
  const entry = commands[command];
  if (!entry || !existsSync(join(workspace, entry.source))) {
    process.stderr.write(
      `Den Befehl „${command ?? ''}“ gibt es nicht. Vorhanden: ${Object.keys(commands).join(', ')}.\n`,
    );
    return 2;
  }
  if (entry.api) await ensureBuilt('api', apiInputs, buildApi);
  const tool = await import(pathToFileURL(await bundleTool(command, entry.source)).href);
  return await tool.main(args);
}

/** In a process of its own: what a build loads, the TypeScript compiler among it, would stay in the one that serves. */
async function buildApi() {
  await promisify(execFile)(process.execPath, ['--no-warnings', join(workspace, 'apps/api/build.mjs')]);
}

function sentence(error) {
  if (error?.name === 'PlainError') return error.message;
  if (isDiskFull(error)) return diskFull(workspace).message;
  return error?.stack ?? String(error);
}
