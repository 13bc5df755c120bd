import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle } from './decorators.mjs';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Bundles the API to dist/api: `main.mjs` runs alone, the other entries are for tools and workers. */
export async function buildApi(outdir = join(workspace, 'dist/api')) {
  const entryPoints = ['main', 'create-app', 'worker']
    .map((name) => join(workspace, `apps/api/src/${name}.ts`))
    .filter((path) => existsSync(path));
  await build({
    ...nodeBundle,
    absWorkingDir: workspace,
    entryPoints,
    outdir,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    tsconfig: join(workspace, 'tsconfig.base.json'),
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildApi();
