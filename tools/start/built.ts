import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const workspaceInputs = ['package-lock.json', 'tsconfig.base.json'];

/** What the bundle of the API is made of. */
export const apiInputs = [
  ...[
    'apps/api/src',
    'apps/api/build.mjs',
    'apps/api/decorators.mjs',
    'apps/api/openapi',
    'libs/domain/src',
    'libs/drawing/src',
  ],
  ...workspaceInputs,
];

/** What the web application is made of. */
export const webInputs = [
  ...['apps/web', 'libs/domain/src', 'libs/drawing/src', 'libs/ui', 'tools/start/compress-files.ts'],
  ...workspaceInputs,
];

/** Builds to dist/<name> unless what is there was made of exactly these files. */
export async function ensureBuilt(
  name: string,
  inputs: readonly string[],
  build: () => Promise<void>,
): Promise<boolean> {
  const mark = join('dist', `${name}.inputs`);
  const wanted = fingerprint(inputs);
  if (existsSync(mark) && existsSync(join('dist', name)) && readFileSync(mark, 'utf8') === wanted)
    return false;
  rmSync(mark, { force: true });
  await build();
  mkdirSync('dist', { recursive: true });
  writeFileSync(mark, wanted);
  return true;
}

function fingerprint(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path) || path.endsWith('.spec.ts')) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
}
