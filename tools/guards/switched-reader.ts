import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { withSwitches } from './find-guards';

/**
 * Uploads are opened by a process of its own that is given no environment, so its bundle itself says which
 * guard is gone and where those that were met are noted.
 */
export async function switchedReader(
  folder: string,
  name: string,
  { off, met }: { off?: string; met?: string },
): Promise<string> {
  const { writeBundle } = (await import(pathToFileURL(resolve('apps/api/build.mjs')).href)) as {
    writeBundle: (options: object) => Promise<void>;
  };
  const outfile = join(folder, `${name}.mjs`);
  const note = met ? `appendFileSync(${JSON.stringify(met)}, JSON.stringify({ guard }) + '\\n');` : '';
  await writeBundle({
    entryPoints: [resolve('apps/api/src/table-reader.ts')],
    outfile,
    outExtension: undefined,
    plugins: [switches],
    banner: {
      js: `import { appendFileSync } from 'node:fs';
globalThis.rtGuardStands = (guard) => { ${note} return guard !== ${JSON.stringify(off ?? '')}; };`,
    },
  });
  return outfile;
}

const switches: Plugin = {
  name: 'switches',
  setup(build) {
    build.onLoad({ filter: /apps[/\\]api[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
      const own = relative(process.cwd(), path).split(sep).join('/');
      return { contents: withSwitches(await readFile(path, 'utf8'), own), loader: 'ts' };
    });
  },
};
