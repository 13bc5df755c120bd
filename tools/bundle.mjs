import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle } from '../apps/api/decorators.mjs';

export const workspace = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Tools meet the API only here: as the bundle of its own build, so that each class exists once. */
const apiBundle = {
  name: 'api-bundle',
  setup(builder) {
    builder.onResolve({ filter: /^@runder-tisch\/api\/create-app$/ }, () => ({
      path: '../api/create-app.mjs',
      external: true,
    }));
  },
};

/** Bundles tools/<command>/main.ts to dist/tools/<command>.mjs and answers its path. */
export async function bundleTool(command, source = `tools/${command}/main.ts`) {
  const outfile = join(workspace, 'dist/tools', `${command}.mjs`);
  const result = await build({
    ...nodeBundle,
    absWorkingDir: workspace,
    entryPoints: [join(workspace, source)],
    outfile,
    outExtension: undefined,
    write: false,
    plugins: [apiBundle, ...nodeBundle.plugins],
    tsconfig: join(workspace, 'tsconfig.base.json'),
  });
  await mkdir(dirname(outfile), { recursive: true });
  // Two commands may bundle at once: neither may read half a file of the other.
  for (const file of result.outputFiles) {
    const half = `${file.path}.${process.pid}`;
    await writeFile(half, file.contents);
    await rename(half, file.path);
  }
  return outfile;
}
