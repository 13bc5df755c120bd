import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle } from './decorators.mjs';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OLD = 3_600_000;

/** Bundles the API to dist/api: `main.mjs` runs alone, the other entries are for tools and workers. */
export async function buildApi(outdir = join(workspace, 'dist/api')) {
  const entryPoints = ['main', 'create-app', 'worker', 'table-reader', 'pdf-renderer'].map((name) =>
    join(workspace, `apps/api/src/${name}.ts`),
  );
  await writeBundle({ entryPoints, outdir, splitting: true, chunkNames: 'parts/[name]-[hash]' });
  await buildPageScripts(outdir);
  await removeOldParts(join(outdir, 'parts'));
  // Loaded here alone: it brings the whole TypeScript compiler with it.
  const { writeAnswerSchemas } = await import('./openapi/answer-schemas.mjs');
  writeAnswerSchemas(join(outdir, 'answer-schemas.json'));
}

/** What runs in small processes of its own, alone: for tests, which run the API from its source. */
export async function buildProcesses(outdir) {
  const entryPoints = ['table-reader', 'pdf-renderer'].map((name) =>
    join(workspace, `apps/api/src/${name}.ts`),
  );
  await writeBundle({ entryPoints, outdir });
  await buildPageScripts(outdir);
}

/** What improves pages the server writes: every `<name>.page-script.ts` of an area becomes page-scripts/<name>.js. */
export async function buildPageScripts(outdir) {
  const files = globSync('apps/api/src/**/*.page-script.ts', { cwd: workspace });
  await writeBundle({
    entryPoints: files.map((file) => ({
      in: join(workspace, file),
      out: basename(file, '.page-script.ts'),
    })),
    outdir: join(outdir, 'page-scripts'),
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    packages: 'bundle',
    sourcemap: false,
    minify: true,
    keepNames: false,
    outExtension: { '.js': '.js' },
    plugins: [],
  });
}

/** Two commands may bundle at once: neither may read half a file of the other. */
export async function writeBundle(options) {
  const { outputFiles } = await build({
    ...nodeBundle,
    absWorkingDir: workspace,
    tsconfig: join(workspace, 'tsconfig.base.json'),
    ...options,
    write: false,
  });
  for (const file of outputFiles) {
    await mkdir(dirname(file.path), { recursive: true });
    const half = `${file.path}.${process.pid}`;
    await writeFile(half, file.contents);
    await rename(half, file.path);
  }
}

/** A running process may still load parts of the build it began with, so only old ones go. */
async function removeOldParts(folder) {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > OLD) await rm(path, { force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildApi();
