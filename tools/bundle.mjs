import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBundle } from '../apps/api/build.mjs';
import { decorators } from '../apps/api/decorators.mjs';

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

/**
 * Bundles a command to dist/tools/<command>.mjs and answers its path. `withApi` for what holds the fixtures
 * of the API, which come from its source: so everything of the API does.
 */
export async function bundleTool(command, source, { withApi = false } = {}) {
  const outfile = join(workspace, 'dist/tools', `${command}.mjs`);
  await writeBundle({
    entryPoints: [join(workspace, source)],
    outfile,
    outExtension: undefined,
    plugins: withApi ? [decorators] : [apiBundle, decorators],
  });
  return outfile;
}
